import UnitEconomics

extension Decoding {
  /// The numbers in one column of a CSV file beside the scenario; nil, and a report, where there are
  /// none.
  ///
  /// The first row names the columns; an empty field is no value.
  func column(_ name: String, of file: String, at node: JSONNode) -> [Double]? {
    let path = FilePath.resolve(file, besides: sources[Int(node.span.file)].name)
    guard let bytes = bytes(of: file, at: node) else { return nil }
    let rows = CSVFields.rows(bytes).map { $0.map(\.text) }
    let names = rows.first ?? []
    guard let place = names.firstIndex(of: name) else {
      let near = nearest(to: name, among: names)
      report(
        .error(
          Wording.noColumn(name, path), at: node.span,
          help: near.map(Wording.didYouMean) ?? Wording.oneOf(names.prefix(20).map { $0 })))
      return nil
    }
    var values: [Double] = []
    for (index, row) in rows.enumerated().dropFirst() where place < row.count {
      let text = row[place].trimmed
      guard !text.isEmpty else { continue }
      guard let value = Double(text), value.isFinite else {
        report(.error(Wording.notInColumn(text, name, row: index + 1, path), at: node.span))
        return nil
      }
      values.append(value)
    }
    return values
  }

  /// The bytes of a file beside the scenario, whose checksum joins those of its files; nil, and a report, where
  /// there are none.
  func bytes(of file: String, at node: JSONNode) -> [UInt8]? {
    let path = FilePath.resolve(file, besides: sources[Int(node.span.file)].name)
    switch FileReading.read(path: path, at: node.span) {
    case .success(let bytes):
      dataFiles.append(.init(name: path, sha256: sha256(bytes)))
      return bytes
    case .failure(let problem):
      report(problem.diagnostic)
      return nil
    }
  }
}

extension String {
  /// Without blanks around it.
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }
}
