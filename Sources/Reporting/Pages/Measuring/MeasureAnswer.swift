import RunLogs
import UnitEconomics

/// What logs say, and what they were read with.
public struct MeasureAnswer: Sendable {
  public let measurement: RunMeasurement
  /// The price list by its name and SHA-256; nil where none was asked for.
  public let book: Subject.Source?
  /// What was paid for, beside runs; nil where no bill was given.
  public let bill: BillingExport?
  /// What an hour of people's work costs; nil where it is not told.
  public let rate: Double?
  /// The price list itself, to tell what is odd about the prices that were used.
  let prices: PriceList?
  /// The models of it that the same tokens are priced on as well.
  let on: [String]
  let asked: [String]
  let grouping: RunGroup?
  let people: HumanWork?

  public init(
    _ measurement: RunMeasurement, book: Subject.Source?, bill: BillingExport? = nil,
    rate: Double? = nil, asked: [String]
  ) {
    self.measurement = measurement
    self.book = book
    self.bill = bill
    self.rate = rate
    self.asked = asked
    grouping = measurement.settings.grouping
    people = measurement.settings.people
    prices = measurement.settings.prices
    on = measurement.settings.on.map(\.name)
  }

  /// Logs and price lists are in this currency.
  public static let currency = "USD"

  var total: Tally { measurement.total }

  /// Everything that was read, in the order of what it is.
  public var files: [RunMeasurement.File] {
    measurement.files + (people?.files ?? []) + (bill?.files ?? [])
  }

  /// The lines of all files that could not be read.
  public var unread: UnreadLines {
    [people?.unread, bill?.unread].reduce(measurement.unread) { $1.map($0.adding) ?? $0 }
  }
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
