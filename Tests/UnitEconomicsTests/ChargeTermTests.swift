import Formulas
import Testing
import UnitEconomics

/// What the only customer pays, who submits so many tasks of which three quarters succeed.
func soldRevenue(
  units: Double = 100, _ overrides: [String: Double] = [:], _ plan: (inout Draft) -> Plan
) throws -> Double {
  var stated = [
    "outcomes.escalation.policyBlocked": 0, "outcomes.escalation.dataMissing": 0,
    "outcomes.escalation.modelError": 0, "outcomes.escalation.ambiguity": 0.25,
    "outcomes.wrongResult": 0,
  ]
  stated.merge(overrides) { $1 }
  return try figures(
    scenario(stated) { scenario, draft in
      scenario.tools = []
      scenario.volume.segments = [draft.segment("only", customers: 1, tasks: units)]
      scenario.plans = [plan(&draft)]
      scenario.chosenPlan = "sold"
    }
  ).number("revenue")
}

private let use = "plans.sold.charges.use"

/// What one charge comes to, on so many submitted tasks.
private func charged(
  _ units: Double, _ edit: @escaping (inout Draft, inout Charge) -> Void
) throws -> Double {
  try soldRevenue(units: units) { $0.plan("sold", charges: [$0.charge(use) { edit(&$0, &$1) }]) }
}

@Suite("Terms change a charge in their order, by named switches where billing systems disagree")
struct ChargeTermTests {
  @Test(
    "No usage costs the first tier's flat fee, or nothing, as the file says",
    arguments: [(nil, 7.0), (Charge.AtZero.charged, 7), (.free, 0)])
  func tiersAtZero(atZero: Charge.AtZero?, expected: Double) throws {
    for isVolume in [false, true] {
      let edit: (inout Draft, inout Charge) -> Void = { draft, charge in
        charge.atZero = atZero
        let tiers = draft.tiers(use, charge, [TierRow(10, 1, flat: 7), TierRow(nil, 1, flat: 2)])
        charge.model = isVolume ? .volume(tiers: tiers) : .graduated(tiers: tiers)
      }
      #expect(try charged(0, edit) == expected)
      #expect(try charged(0.5, edit) == 7.5)
      #expect(try charged(10, edit) == 17)
    }
  }

  @Test(
    "No usage opens no package, or one, as the file says",
    arguments: [(nil, 0.0), (Charge.AtZero.charged, 3), (.free, 0)])
  func packageAtZero(atZero: Charge.AtZero?, expected: Double) throws {
    let amounts = try [0.0, 10, 11].map { units in
      try charged(units) { draft, charge in
        charge.atZero = atZero
        packages(10, 3)(&draft, &charge)
      }
    }
    #expect(amounts == [expected, 3, 6])
  }

  @Test(
    "A package that is not filled is paid, or not",
    arguments: [(Charge.PackageRounding.up, 6.0), (.down, 3)])
  func packageRounding(rounding: Charge.PackageRounding, expected: Double) throws {
    let amount = try charged(19) { draft, charge in
      packages(10, 3)(&draft, &charge)
      guard case .package(let size, let price, _) = charge.model else { return }
      charge.model = .package(size: size, price: price, rounding: rounding)
    }
    #expect(amount == expected)
  }

  @Test(
    "Included units come off after rounding, or before",
    arguments: [(Charge.IncludedComesOff.afterRounding, 15.0), (.beforeRounding, 10)])
  func includedAndRounding(comesOff: Charge.IncludedComesOff, expected: Double) throws {
    let amount = try charged(1400) { draft, charge in
      let units = draft.input("\(use).convert.divideBy", 1000, charge.unitsPerCredit)
      charge.conversion = .init(factor: .divideBy(units), rounding: .up)
      charge.included = draft.input("\(use).included", 0.5, charge.usage)
      charge.includedComesOff = comesOff
      charge.model = .standard(price: draft.input("\(use).price", 10, charge.price))
    }
    #expect(amount == expected)
  }

  @Test(
    "Credits are counted as they are rounded",
    arguments: [
      (Charge.UnitConversion.Rounding.none, 31.25), (.up, 32), (.down, 31), (.nearest, 31),
    ])
  func conversion(rounding: Charge.UnitConversion.Rounding, expected: Double) throws {
    let amount = try charged(12.5) { draft, charge in
      let credits = draft.input("\(use).convert.multiplyBy", 2.5, .one / charge.unitsPerCredit)
      charge.conversion = .init(factor: .multiplyBy(credits), rounding: rounding)
      charge.model = .standard(price: draft.input("\(use).price", 1, charge.price))
    }
    #expect(amount == expected)
  }

  @Test(
    "Packages are rounded once before tiers, or within each",
    arguments: [(true, 6.0), (false, 7)])
  func packagesInTiers(isOnce: Bool, expected: Double) throws {
    // 12 units in packages of 2, the tier's bound at 5 units: 6 packages, or 3 of 5 units and 4 of 7.
    let amount = try charged(12) { draft, charge in
      if isOnce {
        let units = draft.input("\(use).convert.divideBy", 2, charge.unitsPerCredit)
        charge.conversion = .init(factor: .divideBy(units), rounding: .up)
      }
      let rows =
        isOnce
        ? [TierRow(2.5, 1), TierRow(nil, 1)] : [TierRow(5, 1, size: 2), TierRow(nil, 1, size: 2)]
      charge.model = .graduated(tiers: draft.tiers(use, charge, rows))
    }
    #expect(amount == expected)
  }

  @Test(
    "Money is kept in full, rounded a charge, or rounded a tier",
    arguments: [(nil, Charge.RoundEach.charge, 0.021), (0.01, .charge, 0.02), (0.01, .tier, 0.03)])
  func rounding(step: Double?, each: Charge.RoundEach, expected: Double) throws {
    let amount = try charged(4) { draft, charge in
      // 3 at 0.005, which alone make 0.02, and 1 at 0.006, which alone makes 0.01.
      let rows = [TierRow(3, 0.005), TierRow(nil, 0.006)]
      charge.model = .graduated(tiers: draft.tiers(use, charge, rows))
      charge.roundTo = step.map { draft.input("\(use).roundTo", $0, .money) }
      charge.roundEach = each
    }
    #expect(isNear(amount, expected))
  }

  @Test(
    "Discount, then maximum, then minimum, then prepaid credits",
    arguments: [
      (nil, nil, nil, nil, 200.0), (0.25, nil, nil, nil, 150), (0.25, 140, nil, nil, 140),
      (nil, 140, nil, nil, 140), (0.25, 140, 145, nil, 145), (0.25, nil, nil, 100, 130),
      (0.25, nil, nil, 160, 80), (0.25, 140, 145, 45, 180),
    ] as [(Double?, Double?, Double?, Double?, Double)])
  func pipeline(
    discount: Double?, maximum: Double?, minimum: Double?, credits: Double?, expected: Double
  ) throws {
    let amount = try charged(100) { draft, charge in
      charge.model = .standard(price: draft.input("\(use).price", 2, charge.price))
      charge.discount = discount.map { draft.share("\(use).discount", $0) }
      charge.maximum = maximum.map { draft.input("\(use).maximum", $0, Draft.perCustomer) }
      charge.minimum = minimum.map { draft.input("\(use).minimum", $0, Draft.perCustomer) }
      charge.credits = credits.map {
        // 80 are paid for the credits, whatever they cover.
        Charge.PrepaidCredits(
          amount: draft.input("\(use).credits.amount", $0, Draft.perCustomer),
          price: draft.input("\(use).credits.price", 80, Draft.perCustomer))
      }
    }
    #expect(isNear(amount, expected))
  }

  @Test("Credits cost what they cover where no price is stated")
  func creditsWithoutPrice() throws {
    let amounts = try [10.0, 60].map { units in
      try charged(units) { draft, charge in
        charge.model = .standard(price: draft.input("\(use).price", 2, charge.price))
        charge.credits = .init(
          amount: draft.input("\(use).credits.amount", 100, Draft.perCustomer))
      }
    }
    #expect(amounts == [100, 120])
  }

  @Test("Usage that is excluded is not billed")
  func exclusions() throws {
    let amount = try charged(100) { draft, charge in
      charge.model = .standard(price: draft.input("\(use).price", 2, charge.price))
      charge.exclusions = [
        ("lowSatisfaction", draft.share("\(use).exclusions.lowSatisfaction", 0.1)),
        ("steppedIn", draft.share("\(use).exclusions.steppedIn", 0.15)),
      ]
    }
    #expect(isNear(amount, 150))
  }

  @Test("A cost is passed on by submitted tasks, with a markup")
  func passThrough() throws {
    let values = try figures(
      scenario { scenario, draft in
        scenario.plans = ["inference", "total"].map { cost in
          let path = "plans.\(cost).charges.use"
          let charge = draft.charge(path) { draft, charge in
            charge.model = .passThrough(
              cost: cost == "total" ? .total : .inference,
              markup: draft.input("\(path).markup", 0.25, .share))
          }
          return draft.plan(cost, charges: [charge])
        }
        scenario.chosenPlan = "total"
      })
    #expect(isNear(try values.number("revenue"), 1.25 * (try values.number("totalCost"))))
    #expect(isNear(try values.number("grossMargin"), 0.2))
    let passed = try values.number("plans.inference.revenue")
    #expect(isNear(passed, 1.25 * (try values.number("inferenceCost"))))
  }
}
