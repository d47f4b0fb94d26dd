/// The first line of a CSV file: what its columns are called, and by what they are parted.
struct CSVHeading: Sendable {
  let names: [String]
  let delimiter: UInt8
  /// Where the rows begin.
  let start: Int

  /// What is longer is no heading, but a file without a line end.
  private static let longest = 1 << 20

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let line = bytes.prefix(Self.longest).prefix { $0 != UInt8(ascii: "\n") }
    guard line.count < Self.longest else {
      (names, delimiter, start) = ([], UInt8(ascii: ","), bytes.count)
      return
    }
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    delimiter =
      signs.max { a, b in
        line.count { $0 == a } < line.count { $0 == b }
      } ?? signs[0]
    var names: [String] = []
    var cursor = CSVCursor(bytes, from: 0, delimiter: delimiter)
    var field: [UInt8] = []
    while cursor.next(into: &field) {
      names.append(String(decoding: field, as: UTF8.self))
      if cursor.isRowEnded { break }
    }
    self.names = names
    start = cursor.at
  }
}
