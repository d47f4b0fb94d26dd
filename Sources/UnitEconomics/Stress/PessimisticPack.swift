import Formulas

extension Scenario {
  /// The stresses that any agent should stand, for scenarios that name none and beside those that do.
  ///
  /// Escalation × 1.5 and × 2, tools × 2 and × 3 slower, both; tokens × 1.5; model prices + 25 %;
  /// half the volume, so that fixed cost is spread thinner, and twice the volume at twice the peak;
  /// people 15 % dearer; no cache reads; and the worst of all of them together. What a scenario has no
  /// input for is left out.
  public var pessimisticPack: [Stress] {
    let escalation = inputs.map(\.path).filter(PathPattern("outcomes.escalation.*").matches)
    let latency = inputs.map(\.path).filter(PathPattern("tools.*.latency.*").matches)
    let tokens = ["input", "growth", "output", "reasoning"].flatMap { kind in
      inputs.map(\.path).filter(PathPattern("inference.calls.*.\(kind)").matches)
    }
    let prices = inputs.filter {
      $0.path.hasPrefix("inference.prices") && $0.unit.inHomeMoney == .money / .megatoken
    }.map(\.path)
    let volume = inputs.map(\.path)
      .filter(PathPattern("volume.segments.*.tasksPerCustomer").matches)
    let cache = inputs.map(\.path).filter(PathPattern("inference.calls.*.cacheRead").matches)

    func times(_ factor: Double, _ paths: [String]) -> [Stress.Change] {
      paths.map { Stress.Change(path: $0, kind: .multiply, amount: factor) }
    }
    let noCache = cache.map { Stress.Change(path: $0, kind: .set, amount: 0) }
    let dearer = times(1.15, [humanReview.rate.path])
    let peak = times(2, volume) + times(2, [self.volume.peakFactor.path])
    let worst =
      times(2, escalation) + times(3, latency) + times(1.5, tokens) + times(1.25, prices)
      + times(0.5, volume) + dearer + noCache
    let pack: [(name: String, statement: String, changes: [Stress.Change])] = [
      ("escalation × 1.5", "outcomes.escalation.* × 1.5", times(1.5, escalation)),
      ("escalation × 2", "outcomes.escalation.* × 2", times(2, escalation)),
      ("tools 2 × slower", "tools.*.latency.* × 2", times(2, latency)),
      ("tools 3 × slower", "tools.*.latency.* × 3", times(3, latency)),
      (
        "escalation × 2, tools 3 × slower",
        "outcomes.escalation.* × 2; tools.*.latency.* × 3",
        latency.isEmpty ? [] : times(2, escalation) + times(3, latency)
      ),
      (
        "tokens × 1.5", "input, growth, output and reasoning of all calls × 1.5", times(1.5, tokens)
      ),
      ("model prices + 25 %", "all prices of tokens × 1.25", times(1.25, prices)),
      ("volume × 0.5", "volume.segments.*.tasksPerCustomer × 0.5", times(0.5, volume)),
      (
        "volume × 2 at twice the peak",
        "volume.segments.*.tasksPerCustomer × 2; volume.peakFactor × 2", peak
      ),
      ("people 15 % dearer", "humanReview.rate × 1.15", dearer),
      ("no cache reads", "inference.calls.*.cacheRead = 0", noCache),
      ("the worst of all together", "all of these at their worst, at half the volume", worst),
    ]
    return pack.filter { !$0.changes.isEmpty }.map {
      Stress(name: $0.name, changes: $0.changes, statements: [$0.statement])
    }
  }

  /// The scenario with the pessimistic pack where it states no stress, or beside those it states.
  ///
  /// Every check is held under every one of them, whatever it names.
  public func packed(besideOwn: Bool) -> Scenario {
    var result = self
    if stresses.isEmpty || besideOwn { result.stresses = stresses + pessimisticPack }
    let names = result.stresses.map(\.name)
    for index in result.checks.indices { result.checks[index].stresses = names }
    return result
  }
}
