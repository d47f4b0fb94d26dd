import RunLogs
import UnitEconomics

/// What logs say, and what they were read with.
public struct MeasureAnswer: Sendable {
  public let measurement: RunMeasurement
  /// The price list by its name and SHA-256; nil where none was asked for.
  public let book: Subject.Source?
  let asked: [String]
  let grouping: RunGroup?

  public init(
    _ measurement: RunMeasurement, book: Subject.Source?, grouping: RunGroup?, asked: [String]
  ) {
    self.measurement = measurement
    self.book = book
    self.grouping = grouping
    self.asked = asked
  }

  /// Logs and price lists are in this currency.
  static let currency = "USD"

  var total: Tally { measurement.total }
}

extension Tally {
  func count(_ outcome: Outcome) -> Int { outcomes[outcome] ?? 0 }

  /// Runs of which it is told how they ended.
  var judged: Int { outcomes.values.reduce(0, +) }

  /// The cost that stands for all: what is recorded where it is of most runs, else what the list says.
  var mainCost: Cost { recorded.runs >= computed.runs ? recorded : computed }
  var mainCostWords: String { recorded.runs >= computed.runs ? "as recorded" : "by the price list" }
}

extension Tally.Cost {
  var perRun: Double? { total.each(of: runs) }
  /// Failures paid for by successes.
  var perSuccess: Double? { total.each(of: successes) }
  var shareOfFailures: Double? { total > .zero ? ofFailures.value / total.value : nil }
}
