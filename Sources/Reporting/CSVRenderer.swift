/// Writes tables as CSV after RFC 4180: UTF-8, one header row, every row ended by CR LF.
///
///     var bytes: [UInt8] = []
///     CSVRenderer().write(table, into: &bytes)
///
/// - Numbers are in full precision, the shortest text that reads back the same, whatever their style.
/// - A figure without a value is an empty field; so are NaN and infinity.
/// - A text that a spreadsheet would run as a formula gets an apostrophe in front; a number never does.
/// - A field is quoted only where it holds a delimiter, a quote or a line break.
/// - A verdict is its word, then its text: `failed: margin below 20%`.
///
/// Title, notes, styles and indents are for people and are not written. To stream many rows, write the
/// head once, then row by row into a buffer that is emptied on the way.
public struct CSVRenderer: Sendable {
  /// What stands between two fields.
  public enum Delimiter: String, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
  }

  /// What stands before the digits of a fraction.
  public enum DecimalMark: String, Sendable, CaseIterable {
    case point = "."
    case comma = ","
  }

  public let delimiter: Delimiter
  public let decimalMark: DecimalMark
  /// Whether the file opens with the mark by which a spreadsheet knows UTF-8.
  public let byteOrderMark: Bool

  let delimiterByte: UInt8

  public init(
    delimiter: Delimiter = .comma, decimalMark: DecimalMark = .point, byteOrderMark: Bool = false
  ) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.byteOrderMark = byteOrderMark
    delimiterByte = delimiter.rawValue.utf8.first ?? UInt8(ascii: ",")
  }

  /// The whole table as text.
  public func render(_ table: Table) -> String {
    var bytes: [UInt8] = []
    write(table, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The head and every row of the table, each row with as many fields as there are columns.
  public func write(_ table: Table, into sink: inout [UInt8]) {
    writeHead(table.columns, into: &sink)
    for row in table.rows {
      writeRow(table.columns.indices.lazy.map { row.cell(at: $0) }, into: &sink)
    }
  }

  /// The byte-order mark, where it is asked for, and the headings.
  public func writeHead(_ columns: [Column], into sink: inout [UInt8]) {
    if byteOrderMark { sink.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    writeRow(columns.lazy.map { Cell.text($0.heading) }, into: &sink)
  }

  /// One row of cells.
  public func writeRow(_ cells: some Sequence<Cell>, into sink: inout [UInt8]) {
    writeFields(cells, into: &sink)
    endRow(&sink)
  }

  /// A stretch of a row: many rows may begin alike, and that part is written once and copied.
  public func writeFields(_ cells: some Sequence<Cell>, into sink: inout [UInt8]) {
    var isFirst = true
    for cell in cells {
      if !isFirst { sink.append(delimiterByte) }
      isFirst = false
      write(cell, into: &sink)
    }
  }

  /// One row of numbers, for a million of them: the fastest way through.
  public func writeRow(numbers: some Sequence<Double>, into sink: inout [UInt8]) {
    var isFirst = true
    for number in numbers {
      if !isFirst { sink.append(delimiterByte) }
      isFirst = false
      write(number, into: &sink)
    }
    endRow(&sink)
  }

  /// Ends a row that was written in stretches.
  public func endRow(_ sink: inout [UInt8]) {
    sink.append(UInt8(ascii: "\r"))
    sink.append(UInt8(ascii: "\n"))
  }

  private func write(_ cell: Cell, into sink: inout [UInt8]) {
    switch cell {
    case .text(let text): write(text, into: &sink)
    case .number(let value, _): write(value, into: &sink)
    case .undefined, .empty: break
    case .verdict(let verdict, let text): write(verdict.spelledOut(text), into: &sink)
    }
  }

  /// A field that is a number; empty where it is none.
  func write(_ number: Double, into sink: inout [UInt8]) {
    guard number.isFinite else { return }
    let start = sink.count
    sink.append(shortest: number)
    guard decimalMark == .comma else { return }
    guard let point = sink[start...].firstIndex(of: UInt8(ascii: ".")) else { return }
    sink[point] = UInt8(ascii: ",")
    guard delimiter == .comma else { return }
    sink.insert(UInt8(ascii: "\""), at: start)
    sink.append(UInt8(ascii: "\""))
  }

  /// A field that is a text.
  func write(_ text: String, into sink: inout [UInt8]) {
    var text = text
    let isFormula = spreadsheetWouldRun(text)
    text.withUTF8 { bytes in
      let quoted = bytes.contains { $0 == delimiterByte || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
      if quoted { sink.append(0x22) }
      if isFormula { sink.append(UInt8(ascii: "'")) }
      if quoted {
        for byte in bytes {
          if byte == 0x22 { sink.append(0x22) }
          sink.append(byte)
        }
        sink.append(0x22)
      } else {
        sink.append(contentsOf: bytes)
      }
    }
  }
}
