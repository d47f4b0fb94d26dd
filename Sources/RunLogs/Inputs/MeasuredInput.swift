import UnitEconomics

/// An input of a scenario as it was measured.
public struct MeasuredInput: Sendable {
  public let path: String
  /// In the unit of the scenario's own input.
  public let value: Double
  /// Where it lies with 95 % confidence; nil where too little was seen to say.
  public let range: ClosedRange<Double>?
  /// How many of what it is seen in: `20,163 calls`.
  public let basis: String
  public let note: String?
}

/// Which things of a scenario are which of a log, where their names do not say it.
///
///     inference.calls.resolve=claude-sonnet-5 · tools.orders=order_lookup · infrastructure.monthly.hosting=bill
public struct NameMatches: Sendable {
  private var names: [String: String] = [:]
  /// Paths of inputs that the bill covers, in the order in which they were given.
  public private(set) var billed: [String] = []

  public init() {}

  public mutating func add(_ path: String, is name: String) {
    if name == "bill" { billed.append(path) } else { names[path] = name }
  }

  /// The names in the log that were said to be something of the scenario.
  var used: Set<String> { Set(names.values) }

  /// The paths that are said to be something of the log.
  public var paths: [String] { names.keys.sorted() + billed }

  /// The name that something has in the log.
  ///
  /// - Returns: what was said; else the one that is the same but for case and signs; nil where there is none.
  func name(of path: String, called own: String, among all: some Sequence<String>) -> String? {
    if let said = names[path] { return said }
    return all.sorted().first { bareName($0) == bareName(own) }
  }
}

/// So many of something, as a person reads it: `1 run`, `20,163 calls`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// A count with its digits in groups: `20,163`.
func grouped(_ count: Int) -> String {
  var groups: [String] = []
  var rest = count
  while rest >= 1000 {
    let group = String(rest % 1000)
    groups.append(String(repeating: "0", count: 3 - group.count) + group)
    rest /= 1000
  }
  return ([String(rest)] + groups.reversed()).joined(separator: ",")
}

/// What logs say of the inputs of a scenario, and what they leave open.
public struct MeasuredInputs: Sendable {
  public private(set) var inputs: [MeasuredInput] = []
  /// What could not be measured, and why; what in the log belongs to nothing of the scenario.
  public private(set) var gaps: [String] = []

  let measurement: RunMeasurement
  let scenario: Scenario
  let matches: NameMatches
  let bill: BillingExport?
  /// The kinds of call that calls of the log were found to be.
  var foundCalls: [ModelCall] = []
  /// Calls of the log that are of no kind of call.
  var strangeCalls = 0

  /// - Parameters:
  ///   - measurement: made with ``MeasureSettings/wantsSpread``.
  ///   - bill: what infrastructure cost, where it is known.
  public init(
    _ measurement: RunMeasurement, into scenario: Scenario, matches: NameMatches,
    bill: BillingExport? = nil
  ) {
    self.measurement = measurement
    self.scenario = scenario
    self.matches = matches
    self.bill = bill
    tellVolume()
    addOutcomes()
    addInference()
    tellPrices()
    addTools()
    addPeople()
    addBill()
  }

  var total: Tally { measurement.total }

  /// Keeps a value, where the scenario's input can take it.
  mutating func add(
    _ input: Input?, _ value: Double?, _ range: ClosedRange<Double>? = nil, of basis: String,
    note: String? = nil
  ) {
    guard let input, let value, value.isFinite else { return }
    guard input.domain.contains(value) else {
      gaps.append("\(input.path): \(value) was measured, which it cannot be")
      return
    }
    let held = range.map { range in
      min(
        value, input.domain.held(range.lowerBound))...max(
          value, input.domain.held(range.upperBound))
    }
    inputs.append(
      MeasuredInput(
        path: input.path, value: value,
        range: held.flatMap { $0.lowerBound < $0.upperBound ? $0 : nil },
        basis: basis, note: note))
  }

  mutating func leave(_ words: String) { gaps.append(words) }
}
