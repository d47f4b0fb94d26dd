import Formulas
import Testing
import UnitEconomics

@Suite("What is true of every scenario under stress")
struct StressTruthTests {
  private static let all = randomModels.indices

  private func stressed(
    _ model: CostModel, _ pattern: String, _ kind: Stress.Change.Kind, _ amount: Double
  ) throws -> CaseReading {
    let pattern = PathPattern(pattern)
    let changes = model.scenario.inputs.map(\.path).filter(pattern.matches)
      .map { Stress.Change(path: $0, kind: kind, amount: amount) }
    return try CaseReading(Stress(name: "stress", changes: changes), on: model)
  }

  private func isSame(_ left: Values, _ right: Values) -> Bool {
    left.numbers.elementsEqual(right.numbers) { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  @Test("Times one and plus nothing change nothing", arguments: all)
  func unchanged(index: Int) throws {
    let model = try randomModels[index].get()
    let base = model.values()
    for (kind, amount) in [(Stress.Change.Kind.multiply, 1.0), (.add, 0), (.subtract, 0)] {
      let changes = model.scenario.inputs.map {
        Stress.Change(path: $0.path, kind: kind, amount: amount)
      }
      let reading = try CaseReading(Stress(name: "same", changes: changes), on: model)
      #expect(isSame(reading.values, base))
      #expect(reading.notes.isEmpty)
    }
  }

  @Test("The cost of inference falls as more is read from the cache", arguments: all)
  func cacheReads(index: Int) throws {
    let model = try randomModels[index].get()
    let costs = try [0, 0.1, 0.3, 0.5, 0.6].map {
      try stressed(model, "inference.calls.*.cacheRead", .set, $0).values
        .number("inferenceCost")
    }
    for (less, more) in zip(costs, costs.dropFirst()) { #expect(more < less) }
  }

  @Test("A slower tool never lowers cost, time-outs, escalations or run time", arguments: all)
  func slowerTools(index: Int) throws {
    let model = try randomModels[index].get()
    let readings = try [1, 1.2, 2, 5, 50].map {
      try stressed(model, "tools.*.latency.*", .multiply, $0).values
    }
    let timeouts = model.scenario.tools.map { "tools.\($0.name).timeoutShare" }
    var outputs = [
      "toolsCost", "inferenceCost", "escalationRate", "toolOutage", "attemptsPerTask",
    ]
    // Until a queue needs one agent more it costs the same, while there are fewer samples to check.
    let hasQueue = model.scenario.humanReview.staffing.hasQueue
    if !hasQueue { outputs += ["totalCost", "humanReviewCost"] }
    for path in outputs + timeouts {
      let figures = try readings.map { try $0.number(path) }
      for (faster, slower) in zip(figures, figures.dropFirst()) {
        // A sum may round the other way by its last digits.
        #expect(slower >= faster * (1 - 1e-12), "\(path)")
      }
    }
    let tsr = try readings.map { try $0.number("tsr") }
    for (faster, slower) in zip(tsr, tsr.dropFirst()) { #expect(slower <= faster + 1e-12) }
  }

  @Test("Outcomes stay shares when escalation is fifty times as likely", arguments: all)
  func escalation(index: Int) throws {
    let reading = try stressed(randomModels[index].get(), "outcomes.escalation.*", .multiply, 50)
    let stated = try reading.values.number("statedEscalation")
    try #require(stated > 1)
    #expect(try reading.values.number("tsr") >= -1e-15)
    #expect(try reading.values.number("tsr") <= 1e-15)
    #expect(try reading.values.number("failedRate") == 0)
    #expect(isNear(try reading.values.number("escalationRate"), 1))
    #expect(
      reading.notes == [
        "the escalation rates would add up to \(Formulas.Unit.share.stated(stated, currency: "USD")) "
          + "and are scaled to 100 %; no task is left to end in a wrong result"
      ])
  }

  @Test(
    "More wrong results never raise success, and dearer prices never lower cost", arguments: all)
  func monotone(index: Int) throws {
    let model = try randomModels[index].get()
    let base = model.values()
    let wrong = try stressed(model, "outcomes.wrongResult", .multiply, 3).values
    #expect(try wrong.number("tsr") <= base.number("tsr"))
    for pattern in [
      "inference.prices.*.input", "inference.prices.*.output", "inference.prices.*.tiers.*.input",
      "inference.prices.*.cacheRead", "inference.prices.*.cacheWrite", "tools.*.price",
      "tools.*.priceByTime", "humanReview.rate",
      "infrastructure.workers.price",
    ] {
      let dearer = try stressed(model, pattern, .multiply, 2).values
      #expect(try dearer.number("totalCost") >= base.number("totalCost"), "\(pattern)")
    }
  }
}
