extension ShippedChecklist {
  static let change = #"""
    change: { title: "Evaluation and change", items: {
      workflows: { says: "At least 30 workflows are evaluated", by: "evaluated", figure: "cases",
        of: "workflow", min: 30, costs: ["infrastructureLines.evaluation"],
        way: "take the workflows from the most frequent tasks of a month" },
      edgeCases: { says: "At least 20 edge cases are evaluated", by: "evaluated", figure: "cases",
        of: "edge", min: 20, way: "take them from the runs that failed" },
      passed: { says: "95 % of workflows pass", by: "evaluated", figure: "passed", of: "workflow",
        min: "95%", blocks: true, way: "mend what fails before the release" },
      recent: { says: "The last evaluation is no older than 30 days", by: "evaluatedWithin",
        of: "workflow", within: "30 days", way: "run the suite" },
      regressions: { says: "Nothing fails that passed in the version before", by: "evaluated",
        figure: "regressions", max: 0, blocks: true, way: "mend or take back the change" },
      shadow: { says: "In shadow mode the agent agrees with people in 90 % of cases", by: "evaluated",
        figure: "passed", of: "shadow", min: "90%", costs: ["infrastructureLines.shadow"],
        way: "run beside people for two weeks and keep each difference" },
      canary: { says: "A release goes to a share of tasks first, for a stated time", by: "stated",
        what: "canary", costs: ["infrastructureLines.canary"],
        way: "write infrastructure.canary: share, duration and releases" },
      rollback: { says: "It is stated when a release is taken back", by: "stated", what: "rollback",
        way: "write rollback: an error spike, a drop of success, policy violations" },
      release: { says: "No trigger of a roll-back fires on the present release", by: "release",
        way: "compare it with --before" },
    } }
    """#

  static let data = #"""
    data: { title: "Data and compliance", items: {
      encryption: { says: "Data is encrypted in transit and at rest", by: "attested",
        validFor: "12 months", blocks: true },
      retention: { says: "Data is kept as long as each tenant says", by: "attested",
        validFor: "12 months",
        costs: ["infrastructureLines.traceStorage", "infrastructureLines.retention"] },
      training: { says: "Nothing of a customer's is trained on without its consent", by: "attested",
        validFor: "12 months" },
      subprocessors: { says: "Subprocessors are listed, and a data processing agreement is signed",
        by: "attested", validFor: "12 months" },
      incidents: { says: "It is settled who does what in an incident, and was rehearsed",
        by: "attested", validFor: "12 months", costs: ["infrastructureLines.onCall"] },
      soc2TypeI: { says: "SOC 2 type I is there, or will be within 6 months of going live",
        by: "attested", validFor: "12 months", plannedWithin: "6 months",
        costs: ["infrastructureLines.soc2"] },
      soc2TypeII: { says: "SOC 2 type II is there, or will be within 12 months of going live",
        by: "attested", validFor: "12 months", plannedWithin: "12 months" },
      penetrationTest: { says: "A penetration test is no older than a year, or will be done within 6 months",
        by: "attested", validFor: "12 months", plannedWithin: "6 months",
        costs: ["infrastructureLines.penetrationTest"] },
    } }
    """#

  static let economics = #"""
    economics: { title: "Economics", items: {
      agrees: { says: "What a completed task costs as measured and as modelled differ by at most 20 %",
        by: "agreeing", figure: "costPerCompletedTask", within: "20%",
        way: "measure --into writes what was measured over the scenario" },
      work: { says: "At least 30 % of revenue moves with the work", by: "revenue", with: "work",
        min: "30%", way: "shift price from the platform fee to usage: plans compares" },
      success: { says: "Some of revenue moves with success", by: "revenue", with: "success",
        min: "5%", way: "charge successes, or add a success kicker" },
      margin: { says: "The gross margin at target scale is at least 40 %", by: "modelled",
        figure: "grossMargin", min: "40%", case: "base", blocks: true,
        levers: ["plans.*.charges.*.price", "plans.*.charges.*.tiers.*.price", "plans.*.platformFee",
          "outcomes.escalation.*", "humanReview.handleTime.*", "inference.prices.*.*"] },
      marginMeasured: { says: "It is at least 40 % with what was measured, too", by: "modelled",
        figure: "grossMargin", min: "40%", case: "measured", blocks: true,
        levers: ["plans.*.charges.*.price", "plans.*.charges.*.tiers.*.price", "plans.*.platformFee",
          "outcomes.escalation.*", "humanReview.handleTime.*", "inference.prices.*.*"] },
      marginStressed: { says: "Under no stress of the scenario is money lost", by: "modelled",
        figure: "grossMargin", min: "0%", case: "stresses", blocks: true,
        levers: ["plans.*.charges.*.price", "plans.*.charges.*.tiers.*.price", "plans.*.platformFee",
          "outcomes.escalation.*", "humanReview.handleTime.*", "inference.prices.*.*"] },
      marginPessimistic: { says: "Under no stress of the pessimistic pack is money lost",
        by: "modelled", figure: "grossMargin", min: "0%", case: "pack",
        levers: ["plans.*.charges.*.price", "plans.*.charges.*.tiers.*.price", "plans.*.platformFee",
          "outcomes.escalation.*", "humanReview.handleTime.*", "inference.prices.*.*"] },
      marginLikely: { says: "The gross margin is at least 30 % with a probability of 90 %",
        by: "likely", figure: "grossMargin", min: "30%", probability: "90%" },
    } }
    """#
}
