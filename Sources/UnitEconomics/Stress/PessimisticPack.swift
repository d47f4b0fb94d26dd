import Formulas

extension Scenario {
  /// The stresses that any agent should stand, for scenarios that name none and beside those that do.
  ///
  /// Escalation × 1.5 and × 2, tools × 2 and × 3 slower, both; tokens × 1.5; model prices + 25 %;
  /// half the volume, so that fixed cost is spread thinner, and twice the volume at twice the peak;
  /// people 15 % dearer; no cache reads; and the worst of all of them together. What a scenario has no
  /// input for is left out.
  public var pessimisticPack: [Stress] {
    let escalation = inputGroup(.escalation).paths
    let latency = inputGroup(.latency).paths
    let tokens = inputGroup(.tokens).paths
    let prices = inputGroup(.modelPrices).paths
    let volume = inputGroup(.volume).paths
    let cache = inputGroup(.cacheReads).paths

    func part(
      _ statement: String, _ kind: Stress.Change.Kind, _ amount: Double, _ paths: [String]
    ) -> Stress.Part {
      Stress.Part(
        statement: statement,
        changes: paths.map { Stress.Change(path: $0, kind: kind, amount: amount) })
    }
    let escalations = part("outcomes.escalation.* × 2", .multiply, 2, escalation)
    let slower = part("tools.*.latency.* × 3", .multiply, 3, latency)
    let longer = part(
      "input, growth, output and reasoning of all calls × 1.5", .multiply, 1.5, tokens)
    let pricier = part("all prices of tokens × 1.25", .multiply, 1.25, prices)
    let fewer = part("volume.segments.*.tasksPerCustomer × 0.5", .multiply, 0.5, volume)
    let dearer = part("humanReview.rate × 1.15", .multiply, 1.15, inputGroup(.loadedRate).paths)
    let uncached = part("inference.calls.*.cacheRead = 0", .set, 0, cache)
    let pack = [
      Stress(
        name: "escalation × 1.5",
        parts: [part("outcomes.escalation.* × 1.5", .multiply, 1.5, escalation)]),
      Stress(name: "escalation × 2", parts: [escalations]),
      Stress(
        name: "tools 2 × slower", parts: [part("tools.*.latency.* × 2", .multiply, 2, latency)]),
      Stress(name: "tools 3 × slower", parts: [slower]),
      Stress(
        name: "escalation × 2, tools 3 × slower",
        parts: latency.isEmpty ? [] : [escalations, slower]),
      Stress(name: "tokens × 1.5", parts: [longer]),
      Stress(name: "model prices + 25 %", parts: [pricier]),
      Stress(name: "volume × 0.5", parts: [fewer]),
      Stress(
        name: "volume × 2 at twice the peak",
        parts: [
          part("volume.segments.*.tasksPerCustomer × 2", .multiply, 2, volume),
          part("volume.peakFactor × 2", .multiply, 2, [self.volume.peakFactor.path]),
        ]),
      Stress(name: "people 15 % dearer", parts: [dearer]),
      Stress(name: "no cache reads", parts: [uncached]),
      Stress(
        name: "the worst of all together",
        parts: [escalations, slower, longer, pricier, fewer, dearer, uncached],
        statements: ["all of these at their worst, at half the volume"]),
    ]
    return pack.filter { !$0.changes.isEmpty }
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
