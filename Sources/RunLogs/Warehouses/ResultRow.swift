/// The columns of a result in the order in which a file has them.
struct ResultForm {
  let places: [ResultColumn?]
  let delimiter: UInt8
  /// Where the rows begin.
  let start: Int

  /// - Returns: nil where the heading is not that of a result.
  /// - Throws: where it is, and a column is missing.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) throws(LogFile.Failure) {
    let heading = CSVHeading(bytes)
    let columns = heading.names.map { ResultColumn(rawValue: $0.lowercased()) }
    guard columns.contains(.version) else { return nil }
    for column in ResultColumn.allCases where !columns.contains(column) {
      throw LogFile.Failure(reason: Wording.lacks(column))
    }
    places = columns
    (delimiter, start) = (heading.delimiter, heading.start)
  }
}

/// One row of a result.
struct ResultRow {
  private var counts: [ResultColumn: Int] = [:]
  private var texts: [ResultColumn: String] = [:]
  private(set) var kind = ResultColumn.Kind.read
  private(set) var cost = Amount.zero

  /// A count; 0 where it says nothing.
  subscript(column: ResultColumn) -> Int { counts[column] ?? 0 }

  var isOfAll: Bool { byWhat.isEmpty }
  var byWhat: String { texts[.byWhat] ?? "" }
  var group: String { texts[.group] ?? "" }
  var item: String { texts[.item] ?? "" }
  var outcome: Outcome? { texts[.outcome].flatMap(Outcome.init(rawValue:)) }
  var reason: FailureReason? { texts[.reason].flatMap(FailureReason.init(rawValue:)) }
  /// The largest of its counts that are added up.
  var most: Int { counts.filter { ![.p50, .p95].contains($0.key) }.values.max() ?? 0 }

  var usage: TokenUsage {
    TokenUsage(
      input: self[.input], output: self[.output], cacheRead: self[.cacheRead],
      cacheWrite: self[.cacheWrite], cacheWrite1h: self[.cacheWrite1h],
      reasoning: self[.reasoning])
  }

  /// Takes what stands in a column.
  ///
  /// - Returns: what should stand there, where it does not.
  mutating func take(_ column: ResultColumn, _ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "no UTF-8" }
    // What is nothing is written so by some engines.
    if text.isEmpty || text == "\\N" { return column == .version ? "empty" : nil }
    if column == .recordedCost {
      guard let amount = Amount(text) else { return "no amount" }
      cost = amount
    } else if column.isCount {
      guard let count = Int(text) ?? wholeNumber(text), (0...WarehouseResult.mostAddedUp) ~= count
      else { return "no count" }
      if column == .version, count != ResultColumn.layout {
        return "that of another version: this one reads \(ResultColumn.layout)"
      }
      counts[column] = count
    } else {
      texts[column] = text
      switch column {
      case .kind:
        guard let known = ResultColumn.Kind(rawValue: text) else { return "no kind of row" }
        kind = known
      case .byWhat where RunGroup(rawValue: text) == nil: return "nothing to tell runs apart by"
      case .outcome where outcome == nil: return "no outcome"
      case .reason where reason == nil: return "no reason"
      default: break
      }
    }
    return nil
  }

  /// A count that a program wrote with a point behind it: `12.0`.
  private func wholeNumber(_ text: String) -> Int? {
    guard let point = text.firstIndex(of: "."),
      text[text.index(after: point)...].allSatisfy({ $0 == "0" })
    else { return nil }
    return Int(text[..<point])
  }

  /// Whether no part of it is more than what it is a part of.
  var isPossible: Bool {
    usage.isPossible && self[.recordedRuns] <= self[.howMany]
      && self[.toolErrors] <= self[.toolCalls] && self[.toolTimeouts] <= self[.toolCalls]
  }
}
