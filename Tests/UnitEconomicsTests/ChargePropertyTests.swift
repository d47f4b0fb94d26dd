import Formulas
import TestSupport
import Testing
import UnitEconomics

/// Plans of all kinds on one customer, the same in every run.
private func randomPlan(_ seed: inout Seed, _ draft: inout Draft, kind: Int, flats: Bool) -> Plan {
  var bound = 0.0
  var rows = (0..<3).map { _ in
    bound += seed.magnitude(1...500)
    return TierRow(bound, seed.number(0...3), flat: flats ? seed.number(0...50) : nil)
  }
  rows.append(TierRow(nil, seed.number(0...3), flat: flats ? seed.number(0...50) : nil))
  let models: [ChargeEdit] = [
    graduatedTiers(rows), volumeTiers(rows), packages(seed.magnitude(1...100), seed.number(0...9)),
    percentage(
      seed.number(0...0.2), ofValue: seed.magnitude(1...100), fee: seed.number(0...1),
      freeEvents: seed.number(0...50), freeAmount: seed.number(0...500),
      between: 0.1...seed.number(0.1...2)),
    standardPrice(seed.number(0...3)),
  ]
  let model = models[kind]
  let charge = draft.charge("plans.sold.charges.use") { model(&$0, &$1) }
  return draft.plan("sold", fee: flats ? seed.number(0...50) : 0, charges: [charge])
}

@Suite("What is true of every charge")
struct ChargePropertyTests {
  private func model(_ plan: (inout Draft) -> Plan) throws -> CostModel {
    try CostModel(
      scenario { scenario, draft in
        scenario.volume.segments = [draft.segment("only", customers: 1, tasks: 100)]
        scenario.plans = [plan(&draft)]
        scenario.chosenPlan = "sold"
      })
  }

  private static let tasks = "volume.segments.only.tasksPerCustomer"

  private func amounts(_ model: CostModel, at units: [Double]) throws -> [Double] {
    let input = try #require(model.scenario.inputs[Self.tasks])
    return try units.map { number in
      var changed = input
      changed.value = number
      return try model.values(changed: [Self.tasks: changed]).number("revenue")
    }
  }

  @Test("No bill is negative, whatever the terms and however far a stress goes", arguments: 0..<20)
  func notNegative(index: Int) throws {
    var seed = Seed(UInt64(index))
    let model = try model { draft in
      var plan = randomPlan(&seed, &draft, kind: index % 5, flats: true)
      plan.clawback = draft.share("plans.sold.clawback", 1)
      plan.discount = draft.share("plans.sold.discount", 0.9)
      plan.slaCredit = .init(
        belowTSR: draft.share("plans.sold.slaCredit.belowTSR", 1),
        credit: draft.share("plans.sold.slaCredit.credit", 0.9))
      plan.charges[0].exclusions = ["one", "other"].map {
        ($0, draft.share("plans.sold.charges.use.exclusions.\($0)", 0.7))
      }
      return plan
    }
    let amounts = try amounts(model, at: [0, 0.3, 1, 99, 1e4, 1e9])
    #expect(amounts.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test("The minimum is at most what is paid", arguments: 0..<10)
  func minimum(index: Int) throws {
    var seed = Seed(UInt64(100 + index))
    let model = try model { draft in
      var plan = randomPlan(&seed, &draft, kind: index % 5, flats: true)
      plan.minimum = draft.input("plans.sold.minimum", 120, Draft.perCustomer)
      return plan
    }
    #expect(try amounts(model, at: [0, 5, 77, 1e5]).allSatisfy { $0 >= 120 })
  }

  @Test("Graduated without flat fees never jumps and never falls", arguments: 0..<10)
  func continuous(index: Int) throws {
    var seed = Seed(UInt64(200 + index))
    let model = try model { randomPlan(&seed, &$0, kind: 0, flats: false) }
    for bound in model.scenario.inputs where bound.path.hasSuffix(".upTo") {
      let end = bound.value
      let at = try amounts(model, at: [end * (1 - 1e-9), end, end * (1 + 1e-9)])
      #expect(at[0] <= at[1] && at[1] <= at[2])
      #expect(at[2] - at[0] <= 3 * 2.1e-9 * end + 1e-12)
    }
  }

  @Test("Just past a bound the next tier applies, and at it the one before")
  func rightLimits() throws {
    let rows = [TierRow(100, 2, flat: 10), TierRow(200, 1, flat: 5), TierRow(nil, 0.5, flat: 50)]
    let past = [100.0, 100.0.nextUp, 200, 200.0.nextUp]
    let volume = try model { draft in
      draft.plan(
        "sold", charges: [draft.charge("plans.sold.charges.use") { volumeTiers(rows)(&$0, &$1) }])
    }
    let slabs = try model { draft in
      draft.plan(
        "sold", charges: [draft.charge("plans.sold.charges.use") { graduatedTiers(rows)(&$0, &$1) }]
      )
    }
    for (amount, expected) in zip(try amounts(volume, at: past), [210, 105, 205, 150.0]) {
      #expect(isNear(amount, expected))
    }
    for (amount, expected) in zip(try amounts(slabs, at: past), [210, 215, 315, 365.0]) {
      #expect(isNear(amount, expected))
    }
  }

  @Test("Where a volume tier makes revenue fall, the hole behind the bound is found")
  func hole() throws {
    // 150 at 15 units, 80 at 16, and 150 again at 30: openMeter's table.
    let model = try model { draft in
      let rows = [
        TierRow(5, 0, flat: 100), TierRow(10, 0, flat: 150), TierRow(15, 10), TierRow(nil, 5),
      ]
      return draft.plan(
        "sold", charges: [draft.charge("plans.sold.charges.use") { volumeTiers(rows)(&$0, &$1) }])
    }
    let input = try #require(model.scenario.inputs[Self.tasks])
    let direction = Direction(value: input, 12...40)
    let limit = Input("checks.least", "least revenue", 110, .money / .month)
    let check = Check(name: "least", output: "revenue", side: .min, limit: limit, stresses: [])
    let points = try model.breakingPoints(of: [check], along: direction, from: 12, to: 40)
    #expect(points.map(\.place) == [.at(15, isJump: true)])
    let crossings = try model.crossings(of: "revenue", at: 110, along: direction)
    #expect(crossings.crossings.map(\.isRising) == [false, true])
    #expect(crossings.crossings.map(\.isJump) == [true, false])
    #expect(isNear(crossings.crossings.last?.position, 22))
  }
}
