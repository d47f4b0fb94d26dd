import UnitEconomics

/// A CSV of inputs with their ranges and sources, as `assumptions export` writes it and a spreadsheet
/// gives it back.
///
/// Columns are found by their headings, in any order: path and value, and where there are any unit, low,
/// high, source and note; others are the reader's own business.
struct AssumptionsFile {
  /// One row: an input's path and what is said of it.
  struct Row {
    let path: String
    let written: String
    let pathSpan: Span
    /// By column; a column that the file has not is missing, an empty field is not.
    let cells: [Column: Cell]
  }

  struct Cell {
    let text: String
    let span: Span
  }

  enum Column: String, CaseIterable {
    case path, value, unit, low, high, source, note
  }

  let name: String
  let sha256: String
  private(set) var rows: [Row] = []
  let hasDecimalComma: Bool

  /// Reads the file; what is wrong with it is reported, row by row.
  init?(
    _ path: String, decimalComma: Bool, _ sources: inout SourceMap,
    _ diagnostics: inout [Diagnostic]
  ) {
    let bytes: [UInt8]
    switch FileReading.read(path: path) {
    case .success(let read): bytes = read
    case .failure(let problem):
      diagnostics.append(problem.diagnostic)
      return nil
    }
    hasDecimalComma = decimalComma
    name = path == "-" ? "standard input" : path
    sha256 = ScenarioFiles.sha256(bytes)
    let file = sources.add(name: name, bytes: bytes)
    guard Self.isText(bytes) else {
      diagnostics.append(
        .error(Wording.assumptionsNotUTF8(name), help: Wording.saveAsUTF8))
      return nil
    }
    let fields = CSVFields.rows(bytes, delimiter: CSVFields.delimiter(bytes))
    func cell(_ field: CSVFields.Field) -> Cell {
      Cell(text: field.text.withoutBlanks, span: Span(file: Int32(file), field.range))
    }
    guard let head = fields.first else {
      diagnostics.append(.error(Wording.assumptionsEmpty(name), help: Wording.assumptionsHead))
      return nil
    }
    guard let places = Self.places(head.map(cell), &diagnostics) else { return nil }
    var seen: [String: Int] = [:]
    for fields in fields.dropFirst() {
      let own = places.compactMapValues { $0 < fields.count ? cell(fields[$0]) : nil }
      guard let stated = own[.path], !stated.text.isEmpty else {
        let stated = own.values.filter { !$0.text.isEmpty }
        if let first = stated.min(by: { $0.span.start < $1.span.start }) {
          diagnostics.append(.error(Wording.rowWithoutPath, at: first.span))
        }
        continue
      }
      let path = InputPath.normal(stated.text)
      guard seen.updateValue(rows.count, forKey: path) == nil else {
        diagnostics.append(.error(Wording.assumedTwice(stated.text), at: stated.span))
        continue
      }
      rows.append(Row(path: path, written: stated.text, pathSpan: stated.span, cells: own))
    }
  }

  /// Where each column stands; nil, and a report, where a path or a value has none.
  private static func places(
    _ head: [Cell], _ diagnostics: inout [Diagnostic]
  ) -> [Column: Int]? {
    var places: [Column: Int] = [:]
    for (index, cell) in head.enumerated() {
      guard let column = Column(rawValue: cell.text.lowercased()) else { continue }
      places[column] = places[column] ?? index
    }
    let missing = [Column.path, .value].filter { places[$0] == nil }
    let strangers = head.filter { Column(rawValue: $0.text.lowercased()) == nil }
    for column in missing {
      let near = strangers.first {
        nearestWord(to: $0.text.lowercased(), among: [column.rawValue]) != nil
      }
      diagnostics.append(
        .error(
          Wording.assumptionsLack(column.rawValue), at: (near ?? head.first)?.span,
          help: near == nil ? Wording.assumptionsHead : Wording.didYouMean(column.rawValue)))
    }
    return missing.isEmpty ? places : nil
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }
}

extension String {
  /// Without blanks around it.
  fileprivate var withoutBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    let start = drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }
}
