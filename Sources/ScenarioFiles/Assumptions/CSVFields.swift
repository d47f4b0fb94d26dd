/// The fields of a CSV file as RFC 4180 has them: quotes around what holds separators, quotes or new
/// lines.
enum CSVFields {
  /// A field, and where it stands among the file's bytes, quotes included.
  struct Field {
    let text: String
    let range: Range<Int>
  }

  /// Rows that hold nothing at all are left out.
  static func rows(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [[Field]] {
    var rows: [[Field]] = []
    var row: [Field] = []
    var field: [UInt8] = []
    var isQuoted = false
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var start = index
    func endField(_ end: Int) {
      row.append(
        Field(text: String(decoding: field, as: UTF8.self), range: start..<max(start, end)))
      field.removeAll(keepingCapacity: true)
    }
    func endRow(_ end: Int) {
      endField(end)
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte != quote {
          field.append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == quote {
          field.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, field.isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        endField(index)
        start = index + 1
      } else if byte == newline {
        endRow(index)
        start = index + 1
      } else if byte == carriageReturn {
        // A lone one ends a row too, as old programs write it.
        endRow(index)
        if index + 1 < bytes.count, bytes[index + 1] == newline { index += 1 }
        start = index + 1
      } else {
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !row.isEmpty { endRow(bytes.count) }
    return rows
  }

  /// What separates the fields of the first row: a comma, a semicolon or a tab, whichever stands there
  /// most often.
  static func delimiter(_ bytes: [UInt8]) -> UInt8 {
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    func count(_ sign: UInt8) -> Int { head.count { $0 == sign } }
    return signs.max { count($0) < count($1) || count($0) == count($1) && $0 > $1 } ?? signs[0]
  }
}
