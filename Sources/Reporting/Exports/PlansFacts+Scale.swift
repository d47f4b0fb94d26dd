import Formulas
import UnitEconomics

// What is told along a way: use, scale, and the levers that reach a target.
extension PlansAnswer {
  private var perCustomer: String {
    (Unit.money / .customer / .month).text(currency: currency)
  }

  private var tasksUnit: String { (Unit.task / .customer / .month).text() }

  /// A number that a way has, or that it has none.
  private func reading(_ value: Double) -> Reading {
    value.isFinite ? .defined(value) : .undefined(because: "it has no value there")
  }

  var usageFacts: [PlanFact] {
    guard let bills else { return [] }
    var facts: [PlanFact] = []
    func add(_ section: String, _ plan: String, of: String, _ tasks: Double, _ amount: Double) {
      facts.append(
        PlanFact(
          place: shownName, section: section, plan: plan, of: of, figure: "revenue",
          at: (tasks, tasksUnit), reading: reading(amount), unit: perCustomer))
    }
    for part in bills.race.stretches {
      add("cheapest", part.plan, of: "", part.from, bill(part.plan, at: part.from))
    }
    for place in bills.race.crossovers {
      add(
        "crossover", place.beyond, of: place.before, place.position,
        bill(place.beyond, at: place.position))
    }
    for fall in bills.falls { add("fall", fall.plan, of: "", fall.tasks, fall.after) }
    return facts
  }

  /// Every figure over scale, a curve after the other.
  var curveTracks: [CurveTrack] {
    guard let curves else { return [] }
    let money = (Unit.money / .month).text(currency: currency)
    let share = Unit.share.text()
    let perCustomer = perCustomer
    var tracks = [
      CurveTrack("", "", "tasksSubmitted", curves.tasks, (Unit.task / .month).text()),
      CurveTrack("", "", "totalCost", curves.cost, money),
    ]
    for curve in curves.curves {
      tracks += [
        CurveTrack(curve.plan, "", "revenue", curve.revenue, money),
        CurveTrack(curve.plan, "", "grossProfit", curve.grossProfit, money),
        CurveTrack(curve.plan, "", "grossMargin", curve.grossMargin, share),
      ]
      for customer in curve.customers {
        let segment = customer.segment
        tracks += [
          CurveTrack(curve.plan, segment, "revenue", customer.revenue, perCustomer),
          CurveTrack(curve.plan, segment, "contribution", customer.contribution, perCustomer),
          CurveTrack(
            curve.plan, segment, "contributionMargin", customer.contributionMargin, share),
        ]
      }
    }
    return tracks
  }

  /// Who leads over scale, who overtakes whom, and where each breaks even.
  var scaleFacts: [PlanFact] {
    guard let curves else { return [] }
    var facts: [PlanFact] = []
    func place(_ section: String, _ plan: String, of: String, _ factor: Double) {
      facts.append(
        PlanFact(
          place: shownName, section: section, plan: plan, of: of, figure: "tasksSubmitted",
          at: (factor, "×"), reading: .defined(curves.tasks(at: factor)),
          unit: (Unit.task / .month).text()))
    }
    for part in curves.margins.stretches { place("lead", part.plan, of: "", part.from) }
    for found in curves.margins.crossovers {
      place("overtaking", found.beyond, of: found.before, found.position)
    }
    for curve in curves.curves {
      for found in curve.breakEvens {
        place("breakEven", curve.plan, of: found.isRising ? "above" : "below", found.position)
      }
    }
    return facts
  }

  /// The unit of a lever's number.
  func unit(_ lever: PlanLever) -> String {
    lever.isFactor ? "×" : subject.unitText(lever.inputs[0].unit, of: lever.inputs[0].path)
  }

  var targetFacts: [PlanFact] {
    targets.flatMap { target -> [PlanFact] in
      var facts: [PlanFact] = []
      let goal = comparison.base.values.unit(target.output).text(currency: currency)
      for answer in target.answers {
        let kind = answer.lever.kind.rawValue
        for root in answer.roots {
          facts.append(
            PlanFact(
              place: answer.stress ?? "base", section: "lever", plan: target.plan, of: kind,
              figure: target.output, at: (target.target, goal), reading: .defined(root.position),
              unit: unit(answer.lever)))
        }
        if answer.roots.isEmpty {
          facts.append(
            PlanFact(
              place: answer.stress ?? "base", section: "lever", plan: target.plan, of: kind,
              figure: target.output, at: (target.target, goal),
              reading: .undefined(because: "no value reaches the target"),
              unit: unit(answer.lever)))
        }
      }
      guard let frontier = target.frontier else { return facts }
      for row in frontier.rows {
        let cases = [(shownName, row.base)] + (target.worst.map { [($0, row.worst)] } ?? [])
        for (place, value) in cases {
          facts.append(
            PlanFact(
              place: place, section: "frontier", plan: target.plan,
              of: frontier.price.kind.rawValue, figure: target.output, at: (row.fee, perCustomer),
              reading: value.map { .defined($0) }
                ?? .undefined(because: "no price reaches the target"),
              unit: unit(frontier.price)))
        }
      }
      return facts
    }
  }
}

/// One figure of a plan, or of a customer on it, at each factor on scale.
struct CurveTrack {
  let plan: String
  let segment: String
  let figure: String
  let numbers: [Double]
  let unit: String

  init(
    _ plan: String, _ segment: String, _ figure: String, _ numbers: [Double], _ unit: String
  ) {
    self.plan = plan
    self.segment = segment
    self.figure = figure
    self.numbers = numbers
    self.unit = unit
  }
}
