/// Writes rows of a sheet as they are made, on any thread: every style has its number already.
public struct SheetRowWriter: Sendable {
  /// The row that the first of them is, from 0.
  let first: Int
  /// The number of each column's style.
  let styles: [Int]

  /// Adds one row, from 0 among those that are streamed.
  public func write(_ values: [SheetCell.Value], row: Int, into bytes: inout [UInt8]) {
    Self.begin(first + row, into: &bytes)
    for (column, value) in values.enumerated() {
      Self.write(value, styles[column], first + row, column, into: &bytes)
    }
    Self.end(into: &bytes)
  }

  /// - Parameter size: of its largest letters.
  static func begin(_ row: Int, into bytes: inout [UInt8], size: Int? = nil) {
    bytes += "<row r=\"".utf8
    bytes.append(decimal: row + 1)
    // Large letters need a taller row, which not every program finds out by itself.
    if let size, size > 11 { bytes += "\" ht=\"\(Double(size) * 1.4)\" customHeight=\"1".utf8 }
    bytes += "\">".utf8
  }

  static func end(into bytes: inout [UInt8]) { bytes += "</row>".utf8 }

  static func write(
    _ value: SheetCell.Value, _ style: Int, _ row: Int, _ column: Int, into bytes: inout [UInt8]
  ) {
    if case .empty = value, style == 0 { return }
    bytes += "<c r=\"".utf8
    bytes.appendLetters(column)
    bytes.append(decimal: row + 1)
    if style > 0 {
      bytes += "\" s=\"".utf8
      bytes.append(decimal: style)
    }
    switch value {
    case .empty: bytes += "\"/>".utf8
    case .text(let own):
      bytes += "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(own.xml)</t></is></c>".utf8
    case .number(let number):
      bytes += "\"><v>".utf8
      bytes += number.description.utf8
      bytes += "</v></c>".utf8
    case .formula(let formula, let cached):
      let (kind, held) =
        switch cached {
        case .number(let number): ("", number.description)
        case .text(let own): (" t=\"str\"", own.xml)
        case .nothing: (" t=\"e\"", "#N/A")
        }
      bytes += "\"\(kind)><f>\(formula.xml)</f><v>\(held)</v></c>".utf8
    }
  }
}

/// Rows of a workbook's last sheet that are written as they are made, behind those that it has.
public struct StreamedRows<Failure: Error> {
  /// How many there are.
  public let count: Int
  /// How each of their columns looks.
  public let styles: [CellStyle]
  /// Makes them, in order, and hands over the bytes of some at a time.
  public let write:
    (_ writer: SheetRowWriter, _ sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) -> Void

  public init(
    count: Int, styles: [CellStyle],
    write:
      @escaping (_ writer: SheetRowWriter, _ sink: ([UInt8]) throws(Failure) -> Void)
      throws(Failure)
      -> Void
  ) {
    self.count = count
    self.styles = styles
    self.write = write
  }
}

extension [UInt8] {
  fileprivate mutating func append(decimal number: Int) {
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  fileprivate mutating func appendLetters(_ column: Int) {
    if column < 26 {
      append(UInt8(ascii: "A") + UInt8(column))
    } else {
      self += Sheet.letters(column).utf8
    }
  }
}
