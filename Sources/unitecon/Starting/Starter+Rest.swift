extension Starter {
  /// What is alike for every agent: where it runs, the people behind it, what customers pay, what must hold.
  var rest: String {
    """
      },

      infrastructure: {
        workers: { price: "$0.10 / h", slots: 4, targetUtilization: "65%", minimum: 1 },
        monthly: { platform: { value: "$1500 / month", source: "to be confirmed: hosting, tracing, on call" } },
        traces: { size: "150 kB", ingest: "$0.10 / GB", retention: "12 months", storage: "$0.023 / GB / month" },
        evaluation: { cases: 200, runs: "20 / month" }, // the suite of a month
      },

      // Who finishes what the agent hands over.
      humanReview: {
        rate: { value: \(Self.quoted(rate)), source: "to be confirmed by finance" },
        occupancy: "80%",
        handleTime: { // by reason; the agent hands over what it has found
    \(handleTimes)    },
        sampling: { share: "4%", time: "2 min" },
        rework: { time: \(Self.quoted(rework ?? minutes.value)) },
      },

      failures: { perUndetected: { value: "$10 / task", source: "to be estimated: what a wrong result costs that nobody finds" } },

      // What a customer pays: compare more plans side by side with unitecon plans FILE.
      plans: {
        standard: {
          platformFee: \(Self.quoted(fee)),
          charges: { success: { metric: "autonomousSuccess", price: \(Self.quoted(price)) } },
    \(successKicker)    },
      },
      plan: "standard",

      // What must hold, in the base case and under every stress.
      checks: {
        margin: { output: "grossMargin", min: "30%" },
        tsr: { output: "tsr", min: "80%" },
      },
      stresses: {
        moreEscalation: { "outcomes.escalation.*": "× 1.5" },
        slowTools: { "tools.*.latency.*": "× 3" },
        both: { "outcomes.escalation.*": "× 1.5", "tools.*.latency.*": "× 3" },
      },
    }

    """
  }

  private var successKicker: String {
    guard let kicker else { return "" }
    let terms =
      "amount: \(Self.quoted(kicker.amount)), aboveTSR: \(Self.quoted(kicker.above))"
    return "      successKicker: { \(terms) }, // on every success of a month that reaches it\n"
  }

  private var handleTimes: String {
    (escalations.map(\.reason) + ["toolOutage"])
      .map { "      \($0): \(Self.quoted(handling)),\n" }.joined()
  }
}
