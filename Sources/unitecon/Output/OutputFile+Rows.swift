import Reporting

extension OutputFile {
  /// How many rows are made in one piece.
  static let stretch = 4096

  /// Writes a table whose rows are made on all cores, in memory that does not grow with them.
  ///
  /// - Parameter rows: the rows of a stretch as they stand in the file.
  func write<Stretch: Sendable>(
    _ csv: CSVRenderer, _ head: [Column], _ stretches: [Stretch],
    rows: @escaping @Sendable (Stretch) -> [UInt8]
  ) throws(NoAnswer) {
    try write { (sink) throws(NoAnswer) in
      var bytes: [UInt8] = []
      csv.writeHead(head, into: &bytes)
      try sink(bytes)
      try WriteBehind.write(to: sink) { (writer) throws(NoAnswer) in
        // So many at a time that every core has some.
        for few in stretches.indices.pieces(of: 16) {
          try writer.write(Array(stretches[few]), rows)
        }
      }
    }
  }
}
