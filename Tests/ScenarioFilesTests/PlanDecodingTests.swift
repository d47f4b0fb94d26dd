import Formulas
import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("A plan means what the file says")
struct PlanDecodingTests {
  /// What a customer of the gallery's base scenario pays, who submits 1,200 tasks and has 20 seats.
  private func bill(_ plan: String, charges: String = "") throws -> Double {
    let base = try String(
      contentsOf: ErrorGallery.folder.appending(path: "base.json5"), encoding: .utf8)
    let own = """
      {
        extends: "base.json5",
        volume: { segments: { all: { seats: 20, active: "50%" } } },
        plans: { one: { platformFee: "$0 / month", \(plan) charges: { \(charges) } } },
      }
      """
    let folder = try ScenarioFolder(["base.json5": base, "a.json5": own])
    let loaded = folder.load()
    #expect(folder.messages(loaded) == [])
    return try #require(loaded.model?.values()["plans.one.segments.all.revenue"]?.value)
  }

  @Test(
    "a charge by its model, its terms and its units",
    arguments: [
      ("metric: 'submitted', price: '$0.5'", 600),
      ("metric: 'submitted', price: '$0.5', included: 200", 500),
      ("metric: 'submitted', price: '$0.5', exclusions: { other: '25%' }", 450),
      (
        "metric: 'submitted', price: '$6 / credit', convert: { divideBy: '12 tasks / credit' }", 600
      ),
      ("metric: 'submitted', price: '$0.01', convert: { multiplyBy: 20 }, included: '4k'", 200),
      ("metric: 'submitted', price: '$1', convert: { divideBy: 700, round: 'up' }", 2),
      ("metric: 'submitted', price: '$1', convert: { divideBy: 700, round: 'down' }", 1),
      ("metric: 'submitted', model: 'package', size: 500, price: '$49'", 147),
      ("metric: 'submitted', model: 'package', size: 500, price: '$49', round: 'down'", 98),
      ("metric: 'seat', price: '$29 / seat / month', included: 5", 435),
      ("metric: 'seat', price: '$120 / seat / year'", 200),
      ("metric: 'activeCustomer', price: '$90 / month'", 45),
      (
        "metric: 'submitted', model: 'volume', "
          + "tiers: [{ upTo: 1000, price: '$1' }, { from: 1001, price: '$0.5', flat: '$7 / month' }]",
        607
      ),
      (
        "metric: 'submitted', model: 'graduated', beyondTiers: 'lastTier', "
          + "tiers: [{ upTo: '1k / month', price: '$1' }, { upTo: 1100, size: 150, price: '$30' }]",
        1060
      ),
      (
        "metric: 'submitted', model: 'percentage', rate: '2%', value: '$10', perEvent: '$0.05'", 300
      ),
      (
        "metric: 'submitted', model: 'graduatedPercentage', value: '$10', "
          + "tiers: [{ upTo: '$2000 / month', rate: '5%' }, { rate: '1%' }]",
        200
      ),
      ("metric: 'submitted', price: '$0.5', discount: '10%', maximum: '$500 / month'", 500),
      (
        "metric: 'submitted', price: '$0.5', credits: { amount: '$250 / month', price: '$200 / month' }",
        550
      ),
    ])
  func charge(text: String, expected: Double) throws {
    let amount = try bill("", charges: "use: { \(text) },")
    #expect(abs(amount - expected) <= 1e-12 * expected, "\(amount)")
  }

  @Test("terms of the whole plan, and what its minimum counts")
  func terms() throws {
    let charges = "use: { metric: 'submitted', price: '$0.5' },"
    let terms = "discount: '10%', ramp: { discount: '50%', months: '3 months', of: '1 year' },"
    #expect(abs(try bill(terms, charges: charges) - 600 * 0.9 * 0.875) < 1e-9)
    let least = "minimum: '$700 / month', minimumCounts: 'usage', slaCredit: "
    let amount = try bill(least + "{ belowTSR: '99.9%', credit: '10%' },", charges: charges)
    #expect(abs(amount - 630) < 1e-9)
    #expect(abs(try bill("prepayment: { discount: '10%' },", charges: charges) - 540) < 1e-9)
  }
}
