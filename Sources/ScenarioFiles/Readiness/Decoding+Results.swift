import Readiness
import UnitEconomics

extension Decoding {
  /// Results of evaluations from files beside the scenario: CSV, or JSON lines of the same names.
  func results(_ files: [String], _ node: JSONNode) -> SuiteResults {
    var all = SuiteResults()
    for file in files {
      guard let bytes = bytes(of: file, at: node) else { continue }
      let isJSON = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
      let rows =
        isJSON ? linesOfJSON(bytes, file, node) : CSVFields.rows(bytes).map { $0.map(\.text) }
      guard let rows else { continue }
      all.rows += results(rows, file, node)
    }
    return all
  }

  private static let columns = ["case", "kind", "version", "on", "passed"]

  private func results(_ rows: [[String]], _ file: String, _ node: JSONNode) -> [SuiteResults.Row] {
    let names = rows.first ?? []
    let places = Self.columns.map { column in names.firstIndex(of: column) }
    let missing = zip(Self.columns, places).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      report(
        .error(
          Wording.notResults(file, missing), at: node.span, help: Wording.resultColumns))
      return []
    }
    var results: [SuiteResults.Row] = []
    for (index, row) in rows.enumerated().dropFirst() {
      func field(_ column: Int) -> String {
        let place = places[column] ?? 0
        return place < row.count ? row[place] : ""
      }
      func refuse(_ column: Int) {
        report(
          .error(
            Wording.badResult(field(column), Self.columns[column], row: index + 1, file),
            at: node.span, help: Wording.resultColumns))
      }
      let kind = SuiteKind(rawValue: field(1))
      let day = Day(field(3))
      let passed = Self.truth(field(4))
      if field(0).isEmpty { refuse(0) }
      if kind == nil { refuse(1) }
      if day == nil { refuse(3) }
      if passed == nil { refuse(4) }
      guard let kind, let day, let passed, !field(0).isEmpty else { continue }
      results.append(
        SuiteResults.Row(
          name: field(0), kind: kind, version: field(2), on: day, isPassed: passed))
    }
    return results
  }

  private static func truth(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "true", "yes", "1", "pass", "passed": true
    case "false", "no", "0", "fail", "failed": false
    default: nil
    }
  }

  /// Objects of one line each, as rows below a heading; nil, and a report, where one cannot be read.
  private func linesOfJSON(_ bytes: [UInt8], _ file: String, _ node: JSONNode) -> [[String]]? {
    var rows = [Self.columns]
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
      var sources = SourceMap()
      var faults: [Diagnostic] = []
      let number = sources.add(name: file, bytes: Array(line))
      guard let root = JSON5.read(sources, file: number, into: &faults), faults.isEmpty else {
        let words = faults.first?.message ?? ""
        report(
          .error(
            Wording.badResult(words, "the line", row: index + 1, file), at: node.span,
            help: Wording.resultColumns))
        return nil
      }
      rows.append(
        Self.columns.map { column in
          guard let value = root.member(column)?.value else { return "" }
          switch value {
          case .string(let text): return text
          case .bool(let truth): return truth ? "true" : "false"
          case .number(let number):
            return number.value == number.value.rounded() && abs(number.value) < 1e15
              ? "\(Int(number.value))" : "\(number.value)"
          default: return ""
          }
        })
    }
    return rows
  }

  /// The schema in a file beside the scenario; nil, and a report, where there is none.
  func schema(_ file: String, at node: JSONNode) -> ArgumentSchema? {
    guard let bytes = bytes(of: file, at: node) else { return nil }
    var sources = SourceMap()
    var faults: [Diagnostic] = []
    let number = sources.add(name: file, bytes: bytes)
    let root = JSON5.read(sources, file: number, into: &faults)
    guard let root, faults.isEmpty else {
      let fault = faults.first
      let (line, column) = fault?.span.map { sources[number].position(of: Int($0.start)) } ?? (1, 1)
      report(
        .error(
          Wording.badSchema("\(file):\(line):\(column)", fault?.message ?? ""), at: node.span))
      return nil
    }
    guard let schema = ArgumentSchema(root.plain) else {
      report(.error(Wording.badSchema(file, Wording.schemaIsObject), at: node.span))
      return nil
    }
    if !schema.unjudged.isEmpty {
      report(.warning(Wording.unjudgedKeywords(file, schema.unjudged), at: node.span))
    }
    return schema
  }
}

extension JSONNode {
  /// The value without the places in which it stands.
  var plain: PlainJSON {
    switch value {
    case .null: .null
    case .bool(let truth): .truth(truth)
    case .number(let number): .number(number.value)
    case .string(let text): .text(text)
    case .array(let items): .list(items.map(\.plain))
    case .object(let members):
      .object(
        Dictionary(members.map { ($0.key, $0.value.plain) }, uniquingKeysWith: { $1 }))
    }
  }
}
