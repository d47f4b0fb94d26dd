import UnitEconomics

extension Decoding {
  /// The numbers in one column of a CSV file beside the scenario; nil, and a report, where there are
  /// none.
  ///
  /// The first row names the columns; an empty field is no value.
  func column(_ name: String, of file: String, at node: JSONNode) -> [Double]? {
    let path = FilePath.resolve(file, besides: sources[Int(node.span.file)].name)
    let bytes: [UInt8]
    switch FileReading.read(path: path) {
    case .success(let read): bytes = read
    case .failure(let problem):
      var diagnostic = problem.diagnostic
      diagnostic.span = node.span
      report(diagnostic)
      return nil
    }
    dataFiles.append(.init(name: path, sha256: sha256(bytes)))
    let rows = CSVFields.rows(bytes)
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
}

/// The fields of a CSV file as RFC 4180 has them: quotes around what holds commas, quotes or new lines.
enum CSVFields {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let comma = UInt8(ascii: ","), quote = UInt8(ascii: "\""), newline = UInt8(ascii: "\n")
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func endField() {
      row.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    func endRow() {
      if field.last == UInt8(ascii: "\r") { field.removeLast() }
      endField()
      if row != [""] { rows.append(row) }
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != quote {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == quote {
          field.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, field.isEmpty {
        isQuoted = true
      } else if byte == comma {
        endField()
      } else if byte == newline {
        endRow()
      } else {
        field.append(byte)
      }
    }
    if !field.isEmpty || !row.isEmpty { endRow() }
    return rows
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
