import Formulas

extension Scenario {
  /// What one unit of another scenario's currency is worth in this one's, where either states it.
  public func rate(for other: Scenario) -> Double? {
    if currency == other.currency { return 1 }
    func rate(_ scenario: Scenario, _ currency: String) -> Double? {
      scenario.exchangeRates[currency].map { (scenario.inputs[$0.path] ?? $0).value }
    }
    return rate(self, other.currency) ?? rate(other, currency).map { 1 / $0 }
  }

  /// The scenario with its own money in another currency; what it states in third currencies stays.
  ///
  /// - Parameters:
  ///   - currency: the code of the other currency.
  ///   - rate: what one unit of its currency is worth in the other.
  public func converted(to currency: String, at rate: Double) -> Scenario {
    var result = self
    result.currency = currency
    func convert(_ input: Input) -> Input {
      guard input.unit.isMoney else { return input }
      return input.changed(Stress.Change(path: input.path, kind: .multiply, amount: rate))
    }
    result.inputs = InputTable(inputs.map(convert))
    for index in checks.indices { result.checks[index].limit = convert(checks[index].limit) }
    for stress in stresses.indices {
      for part in stresses[stress].parts.indices {
        let changes = stresses[stress].parts[part].changes
        for (index, change) in changes.enumerated() where change.kind != .multiply {
          guard inputs[change.path]?.unit.isMoney ?? false else { continue }
          result.stresses[stress].parts[part].changes[index].amount *= rate
        }
      }
    }
    return result
  }
}
