import Formulas
import UnitEconomics

extension Subject {
  /// Every plan over the month and for a customer of each segment, in every case.
  func tidyPlans(_ plans: PlanComparison) -> TidyFile {
    let chosen = plans.choice.chosen?.name
    let out = Set(plans.choice.out.map(\.name))
    let segments = scenario.volume.segments.map(\.name)
    var rows: [Row] = []
    for reading in plans.cases {
      for offer in plans.offers {
        let plan = offer.name
        let standing = plan == chosen ? "chosen" : out.contains(plan) ? "out" : "meets"
        func add(_ segment: String, _ figure: String, _ path: String) {
          let (value, unit, reason) = fields(path, reading.values)
          rows.append(
            Row(
              place(reading) + [
                .text(plan), .text(standing), .text(segment), .text(figure), value, unit, reason,
              ]))
        }
        for figure in PlanFigure.allCases { add("", figure.rawValue, figure.path(plan)) }
        for segment in segments {
          for figure in CustomerFigure.allCases {
            add(segment, figure.rawValue, figure.path(plan, segment))
          }
        }
      }
    }
    return TidyFile(
      "plans",
      [
        "scenario": TidyMeaning.scenario, "case": TidyMeaning.place, "plan": "which plan",
        "standing": "chosen; meets (its checks hold and customers save); out",
        "segment": "empty for the whole month, else whose single customer",
        "figure": "revenue, grossMargin, saving …", "value": "in full precision",
        "unit": TidyMeaning.unit, "reason": TidyMeaning.reason,
      ], rows)
  }

  /// Every output under every stress, beside what it is in the base case.
  var tidyStresses: TidyFile {
    let base = reading.base.values
    let rows = reading.stresses.flatMap { stressed in
      Output.allCases.map { output -> Row in
        let (value, unit, reason) = fields(output.rawValue, stressed.values)
        let before = base[output].value
        let change = stressed.values[output].value.flatMap { after in before.map { after - $0 } }
        return Row(
          place(stressed) + [
            .text(output.rawValue), value, .plain(before),
            .plain(change), unit, reason,
          ])
      }
    }
    return TidyFile(
      "stresses",
      [
        "scenario": TidyMeaning.scenario, "case": "the name of the stress",
        "figure": "which output", "value": "under the stress", "base": "in the base case",
        "difference": "value less base", "unit": TidyMeaning.unit, "reason": TidyMeaning.reason,
      ], rows)
  }

  /// What every stress does to which input.
  var tidyChanges: TidyFile {
    let inputs = scenario.inputs
    let rows = reading.stresses.flatMap { stressed in
      stressed.changed.values.sorted { $0.path < $1.path }.map { input -> Row in
        let unit = input.unit.inHomeMoney.text(currency: input.foreignCurrency ?? currency)
        return Row(
          place(stressed) + [
            .text(input.path),
            .plain(inputs[input.path]?.value),
            .number(input.value, .quantity()), .text(unit),
          ])
      }
    }
    return TidyFile(
      "changes",
      [
        "scenario": TidyMeaning.scenario, "case": "the name of the stress",
        "path": "which input", "before": "in the base case", "after": "under the stress",
        "unit": "what both count",
      ], rows)
  }

  var tidyChecks: TidyFile {
    let rows = reading.checks.map { check in
      Row(
        [.text(scenario.name), .text(check.stress ?? "base"), .text(check.check.name)]
          + check.fields(currency: currency))
    }
    return TidyFile(
      "checks",
      [
        "scenario": TidyMeaning.scenario, "case": TidyMeaning.place, "check": "which check",
        "figure": "what it is about", "value": "what the figure is",
        "side": "min where the limit is the least that will do, max where it is the most",
        "limit": "the limit", "distance": "how far the value is on the good side; negative beyond",
        "unit": "what value, limit and distance count", "passed": "yes or no",
        "reason": TidyMeaning.reason,
      ], rows)
  }

  /// The main figure where more tasks escalate and tools are slower.
  func tidySweep() throws(ModelFaults) -> TidyFile? {
    guard let sweep = escalationByLatency(rows: 13, columns: 17) else { return nil }
    let points = try sweep.points(sweep.axes.map { Array(0..<$0.count) })
    let unit = sweep.unit(of: sweep.figures[0]).text(currency: currency)
    let rows = points.map { point in
      Row([
        .text(scenario.name),
        .number(sweep.axes[0].lanes[0].amounts[point.positions[0]], .quantity()),
        .number(sweep.axes[1].lanes[0].amounts[point.positions[1]], .quantity()),
        .text(sweep.figures[0]), .plain(point.figures[0].value), .text(unit),
        .text(point.failures.map { sweep.checks[$0].name }.joined(separator: "; ")),
      ])
    }
    return TidyFile(
      "sweep",
      [
        "scenario": TidyMeaning.scenario,
        "escalationFactor": "every reason's escalation times this",
        "latencyFactor": "every tool's latency times this",
        "figure": "grossMargin, or costPerCompletedTask where nothing is sold",
        "value": "in full precision", "unit": TidyMeaning.unit,
        "failingChecks": "the checks that fail there, with a semicolon between them",
      ], rows)
  }
}
