import UnitEconomics

// What a log tells and no input of a scenario takes: it is said beside what the scenario has.
extension MeasuredInputs {
  /// How many runs are in the log, and from when: a month of the scenario may have more or fewer.
  mutating func tellVolume() {
    guard total.attempts > 0 else { return }
    let when = total.periodWords.map { " \($0)" } ?? ", not told of when,"
    let are = total.attempts == 1 ? "is" : "are"
    leave(
      "volume: \(counted(total.attempts, "run"))\(when) \(are) in the log; volume.segments.* stand as the scenario has them"
    )
  }

  /// What the log records that runs cost, beside what the scenario's prices make of the same tokens.
  mutating func tellPrices() {
    let recorded = total.recorded
    guard recorded.runs > 0 else { return }
    let runs =
      recorded.runs < total.attempts
      ? ", of \(grouped(recorded.runs)) of \(counted(total.attempts, "run"))" : ""
    let logged = "the log records \(Self.money(recorded.total.value, "USD"))\(runs)"
    guard let cost = costByPrices else {
      return leave(
        "inference prices: \(logged), which no input takes; what its tokens cost at this scenario's prices cannot be said"
      )
    }
    let others =
      strangeCalls > 0 ? ", without \(counted(strangeCalls, "call")) of no kind of call" : ""
    leave(
      "inference prices: \(logged); at this scenario's prices its tokens cost \(Self.money(cost, scenario.currency))\(others)"
    )
  }

  /// What the calls that were measured cost at the scenario's prices, over all runs of the log; nil where none
  /// was found to be of a kind of call.
  private var costByPrices: Double? {
    guard !foundCalls.isEmpty, let model = try? CostModel(scenario) else { return nil }
    var changed: [String: Input] = [:]
    for measured in inputs {
      guard var input = scenario.inputs[measured.path] else { continue }
      input.value = measured.value
      changed[measured.path] = input
    }
    let values = model.values(changed: changed)
    var cost = 0.0
    for call in foundCalls {
      let path = InputPath.appending(call.name, to: "inference") + ".costPerAttempt"
      guard let each = values[path]?.value else { return nil }
      cost += each * Double(total.attempts)
    }
    return cost
  }

  /// Money to the cent, and of less than one to a hundredth of that: `$1,234.56`, `0.1234 EUR`.
  static func money(_ value: Double, _ currency: String) -> String {
    let places = abs(value) < 1 ? 4 : 2
    let scale = places == 4 ? 10_000.0 : 100.0
    guard abs(value) < 1e12 else { return "\(value) \(currency)" }
    let units = Int((abs(value) * scale).rounded())
    let rest = String(units % Int(scale))
    let text =
      "\(grouped(units / Int(scale))).\(String(repeating: "0", count: places - rest.count))\(rest)"
    let sign = value < 0 ? "-" : ""
    return currency == "USD" ? "\(sign)$\(text)" : "\(sign)\(text) \(currency)"
  }
}
