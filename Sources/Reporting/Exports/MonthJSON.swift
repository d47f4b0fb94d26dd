import Formulas
import UnitEconomics

extension JSON {
  /// Months in full precision.
  public static func month(
    _ findings: MonthFindings, of subject: Subject, program: Program
  ) -> JSON {
    let plan = findings.plan
    return [
      "version": 1,
      "provenance": .provenance([subject], program),
      "scenario": .string(subject.scenario.name),
      "case": .string(plan.stress ?? "base"),
      "seed": .string(String(plan.seed)),
      "draws": .number(Double(plan.draws)),
      "segments": .array(
        zip(findings.segments, plan.segments).map { segment, planned in
          [
            "name": .string(segment.name), "customers": .number(segment.customers),
            "tasksPerCustomer": .number(planned.tasks),
            "figures": .array(segment.figures.map(subject.json)),
            "plans": .array(segment.plans.map(subject.json)),
            "checks": .array(segment.checks.map(JSON.chance)),
          ]
        }),
      "month": findings.whole.map(subject.json) ?? nil,
      "evened": .array(
        findings.evened.map { plan in
          [
            "plan": .string(plan.plan), "unit": .string("\(subject.currency) / month"),
            "mean": .finite(plan.mean), "sd": .finite(plan.deviation),
          ]
        }),
    ]
  }
}

extension Subject {
  fileprivate func json(_ plan: SegmentMonths.PlanMonths) -> JSON {
    [
      "plan": .string(plan.plan), "revenue": json(plan.revenue),
      "contribution": json(plan.contribution),
      "contributionMargin": json(plan.contributionMargin),
      "averageInvoiceLessThatOfAverageMonth": plan.convexity.map(JSON.estimate) ?? nil,
      "costsMoreThanItPays": .likelihood(plan.losing),
      "kickerEarned": plan.kickerEarned.map(JSON.likelihood) ?? nil,
    ]
  }

  fileprivate func json(_ whole: WholeMonths) -> JSON {
    [
      "months": .number(Double(whole.months)), "customers": .number(whole.customers),
      "figures": .array(whole.figures.map(json)),
      "checks": .array(whole.checks.map(JSON.chance)),
      "anyFailureProbability": .likelihood(whole.anyFailure),
      "unjudgedChecks": .array(whole.unjudged.map { .string($0.name) }),
    ]
  }
}
