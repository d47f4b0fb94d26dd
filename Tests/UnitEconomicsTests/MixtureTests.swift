import Formulas
import Testing

@testable import UnitEconomics

@Suite("A mixture of two scenarios is whole at both ends")
struct MixtureTests {
  private static let outputs: [Output] = [
    .tsr, .completedTasks, .runtimeSecondsPerTask, .totalCost, .fixedCost, .revenue,
    .contributionMargin,
  ]

  /// With nothing taken it has the figures of the first, with all taken those of the second.
  private func expectEnds(
    _ before: Scenario, _ after: Scenario, _ note: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let differences = before.differences(to: after)
    let drivers = differences.filter { !$0.isIdle }.map { Driver($0.path, [$0]) }
    let ends = [drivers.map { _ in false }, drivers.map { _ in true }]
    let figures = try [figures(before), figures(after)]
    var sets = Coalitions(from: before, to: after, of: "", by: drivers)
    for output in Self.outputs {
      sets.output = output.rawValue
      for (worth, values) in zip(try sets.worths(ends), figures) {
        let known = values[output].value
        #expect(
          known.map { isNear(worth, $0, within: 1e-11) } ?? worth.isNaN,
          "\(note): \(output) is \(worth) and not \(known ?? .nan)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("of scenarios that have hardly anything in common", arguments: 0..<8)
  func random(index: Int) throws {
    let before = try randomModels[index].get().scenario
    let after = try randomModels[49 - index].get().scenario
    try expectEnds(before, after, "random \(index)")
    try expectEnds(after, scenario(), "random \(index) to the worked example")
  }

  /// What can be other in a scenario, change by change.
  static let changes: [(String, @Sendable (inout Scenario, inout Draft) -> Void)] = [
    ("tool added", { $0.tools.append($1.tool("search", calls: 2)) }),
    ("tool removed", { scenario, _ in scenario.tools.removeFirst() }),
    ("no tools", { scenario, _ in scenario.tools = [] }),
    ("timeout removed", { scenario, _ in scenario.tools[1].timeout = nil }),
    (
      "priced by time",
      {
        $0.tools[0].price = nil
        $0.tools[0].priceByTime = $1.input("tools.crm.priceByTime", 3, .money / .hour)
      }
    ),
    (
      "retries",
      {
        $0.tools[0].maxRetries = $1.input("tools.crm.maxRetries", 5, .one, in: .whole(0...20))
      }
    ),
    (
      "attempts",
      {
        $0.outcomes.maxAttempts = $1.input(
          "outcomes.maxAttempts", 3, .attempt / .task, in: .whole(1...20))
      }
    ),
    ("another model", { scenario, _ in scenario.inference.calls[1].model = "small" }),
    (
      "a new model",
      {
        $0.inference.prices["huge"] = $1.price("huge", [.input: 10, .output: 50])
        $0.inference.calls[0].model = "huge"
      }
    ),
    (
      "price tiers",
      {
        $0.inference.prices["frontier"] = $1.price(
          "frontier", [.input: 3, .output: 15], tiers: [(above: 4000, rates: [.input: 6])])
      }
    ),
    (
      "no cache price",
      { scenario, _ in
        scenario.inference.prices["frontier"]?.rates[.cacheRead] = nil
      }
    ),
    (
      "reasoning",
      {
        $0.inference.calls[1].reasoning = $1.input(
          "inference.calls.resolve.reasoning", 100, .token / .call)
      }
    ),
    ("cached for an hour", { scenario, _ in scenario.inference.calls[1].cachesForAnHour = true }),
    ("a call removed", { scenario, _ in scenario.inference.calls.removeFirst() }),
    ("no workers", { scenario, _ in scenario.infrastructure.workers = nil }),
    ("elastic workers", { scenario, _ in scenario.infrastructure.workers?.scaling = .elastic }),
    ("no traces", { scenario, _ in scenario.infrastructure.traces = nil }),
    ("no evaluation", { scenario, _ in scenario.infrastructure.evaluation = nil }),
    ("no shadow", { scenario, _ in scenario.infrastructure.shadowShare = nil }),
    ("no canary", { scenario, _ in scenario.infrastructure.canary = nil }),
    (
      "an audit more",
      {
        $0.infrastructure.oneOff.append(
          .init(
            name: "audit", amount: $1.input("infrastructure.oneOff.audit.amount", 9000, .money),
            months: $1.input("infrastructure.oneOff.audit.over", 12, .month, in: .positive)))
      }
    ),
    ("an item a month less", { scenario, _ in scenario.infrastructure.monthly.removeLast() }),
    ("an item a customer less", { scenario, _ in scenario.infrastructure.perCustomer = [] }),
    ("whole people", { scenario, _ in scenario.humanReview.staffing = .wholeFTE }),
    ("no sampling", { scenario, _ in scenario.humanReview.sampling = nil }),
    ("no approvals", { scenario, _ in scenario.humanReview.approvals = nil }),
    (
      "nothing wrong, so no rework",
      {
        $0.outcomes.wrongResult = $1.share("outcomes.wrongResult", 0)
        $0.humanReview.rework = nil
      }
    ),
    (
      "no reason, so no time for it",
      {
        $0.outcomes.escalation[.ambiguity] = $1.share("outcomes.escalation.ambiguity", 0)
        $0.humanReview.handleTime[.ambiguity] = nil
      }
    ),
    ("failures cost nothing", { scenario, _ in scenario.failures.perUndetected = nil }),
    ("a segment less", { scenario, _ in scenario.volume.segments.removeLast() }),
    ("other segments", { $0.volume.segments = [$1.segment("all", customers: 9, tasks: 900)] }),
    ("another plan", { scenario, _ in scenario.chosenPlan = "payAsYouGo" }),
    (
      "a new plan",
      {
        $0.plans.append($1.plan("flat", fee: 9000))
        $0.chosenPlan = "flat"
      }
    ),
    ("no minimum", { scenario, _ in scenario.plans[0].minimum = nil }),
    ("no payment fee", { scenario, _ in scenario.plans[0].paymentFee = nil }),
    ("no kicker", { scenario, _ in scenario.plans[0].successKicker = nil }),
    (
      "a kicker by value",
      {
        let path = "plans.growth.successKicker"
        $0.plans[0].successKicker?.amount = .share(
          $1.share("\(path).share", 0.1), ofValue: $1.input("\(path).value", 2, .money / .task))
      }
    ),
    (
      "a charge more",
      {
        $0.plans[0].charges.append(
          $1.standard("plans.growth.charges.runs", .attempt, price: 0.1, included: 10))
      }
    ),
    (
      "a charge on another metric",
      {
        $0.plans[0].charges = [
          $1.standard("plans.growth.charges.resolutions", .attempt, price: 0.6)
        ]
      }
    ),
    (
      "a tier less",
      {
        $0.plans[0].charges = [
          $1.graduated(
            "plans.growth.charges.resolutions", .autonomousSuccess, [(nil, 0.8)], included: 100)
        ]
      }
    ),
    (
      "volume tiers in place of slabs",
      {
        let path = "plans.growth.charges.resolutions"
        $0.plans[0].charges = [
          $1.charge(path, .autonomousSuccess) { draft, charge in
            let rows = [TierRow(2000, 0.9, flat: 10), TierRow(nil, 0.8, size: 10)]
            charge.model = .volume(tiers: draft.tiers(path, charge, rows))
          }
        ]
      }
    ),
    (
      "terms of a charge",
      {
        let path = "plans.growth.charges.resolutions"
        $0.plans[0].charges[0].discount = $1.share("\(path).discount", 0.1)
        $0.plans[0].charges[0].maximum = $1.input("\(path).maximum", 4000, Draft.perCustomer)
        $0.plans[0].charges[0].exclusions = [("steppedIn", $1.share("\(path).exclusions.x", 0.1))]
        $0.plans[0].charges[0].credits = .init(
          amount: $1.input("\(path).credits.amount", 300, Draft.perCustomer))
      }
    ),
    (
      "packages that are not filled are not paid",
      {
        let path = "plans.growth.charges.resolutions"
        $0.plans[0].charges[0].conversion = .init(
          factor: .divideBy($1.input("\(path).convert.divideBy", 7, .task / .credit)),
          rounding: .down)
        $0.plans[0].charges[0].model = .standard(
          price: $1.input("\(path).price", 6, .money / .credit))
        $0.plans[0].charges[0].included = nil
      }
    ),
    (
      "terms of a plan",
      {
        let path = "plans.growth"
        $0.plans[0].clawback = $1.share("\(path).clawback", 0.02)
        $0.plans[0].discount = $1.share("\(path).discount", 0.1)
        $0.plans[0].minimumCounts = .usage
        $0.plans[0].ramp = .init(
          discount: $1.share("\(path).ramp.discount", 0.5),
          months: $1.input("\(path).ramp.months", 3, .month),
          of: $1.input("\(path).ramp.of", 12, .month))
        $0.plans[0].slaCredit = .init(
          belowTSR: $1.share("\(path).slaCredit.belowTSR", 0.99),
          credit: $1.share("\(path).slaCredit.credit", 0.1))
      }
    ),
    (
      "a mix of plans",
      {
        $0.planChoice = .mix([
          PlanShare(plan: "growth", share: $1.share("plan.growth", 0.4)),
          PlanShare(plan: "payAsYouGo", share: $1.share("plan.payAsYouGo", 0.6)),
        ])
      }
    ),
    (
      "a plan of a segment's own",
      { scenario, _ in scenario.volume.segments[1].plan = .one("payAsYouGo") }
    ),
    (
      "seats, and fewer customers active",
      {
        let path = "volume.segments.enterprise"
        $0.volume.segments[1].active = $1.share("\(path).active", 0.5)
        $0.volume.segments[1].seats = $1.input("\(path).seats", 9, .seat / .customer)
      }
    ),
    ("nothing included", { scenario, _ in scenario.plans[0].charges[0].included = nil }),
    (
      "paid in francs",
      {
        $0.humanReview.rate = $1.input(
          "humanReview.rate", 38, .money.inForeignMoney / .hour, currency: "CHF")
        $0.exchangeRates["CHF"] = $1.input("exchangeRates.CHF", 1.1, .money / .foreignMoney)
      }
    ),
  ]

  @Test("for each thing that can be other", arguments: changes.indices)
  func change(index: Int) throws {
    let (name, edit) = Self.changes[index]
    // Whether a scenario states what nobody uses is of no interest; its table is that of the draft.
    let before = scenario()
    let after = scenario([:], edit)
    #expect(!before.differences(to: after).isEmpty, "\(name)")
    try expectEnds(before, after, name)
    try expectEnds(after, before, "\(name), undone")
  }

  @Test("what only one has is one difference for the whole part")
  func parts() {
    let before = scenario()
    let after = scenario { $0.tools.append($1.tool("search", calls: 2)) }
    let differences = before.differences(to: after)
    #expect(differences.map(\.path) == ["tools.search"])
    guard case .added = differences[0].kind else {
      Issue.record("it is added")
      return
    }
    #expect(before.differences(to: before).isEmpty)
  }
}
