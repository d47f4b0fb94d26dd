/// The kinds of agents that there is a scenario to start from for.
enum StarterKind: String, CaseIterable {
  case support, invoice, code, sales, research, voice

  var starter: Starter {
    switch self {
    case .support: .support
    case .invoice: .invoice
    case .code: .code
    case .sales: .sales
    case .research: .research
    case .voice: .voice
    }
  }
}

extension Starter {
  fileprivate static let support = Starter(
    unit: "ticket resolved", agent: "A support agent that settles tickets",
    name: "Support tickets", kpi: ("time to resolution", "11 min", "2 min"),
    minutes: ("10 min", "8 min", "15 min"), rate: "$25 / h", customers: "20",
    tasks: "1200 / month",
    escalations: [
      ("policyBlocked", "2%", "what policy keeps from the agent"),
      ("ambiguity", "3%", "what stays unclear after one question"),
      ("dataMissing", "2%", "no record found"),
      ("modelError", "1%", "answers that guardrails stop"),
    ], wrong: "2%",
    calls: [
      Call(
        name: "resolve", comment: "the loop: think, call a tool, read, answer", perTask: "6",
        input: "5000 tokens", growth: "900 tokens", output: "300 tokens")
    ],
    tools: [
      Tool(
        name: "helpdesk", comment: "read the thread, write the answer", calls: "3",
        price: "$0.001 / call", median: "0.4 s", p95: "1.6 s"),
      Tool(
        name: "records", comment: "orders, accounts, contracts", calls: "1.5",
        price: "$0.002 / call", median: "0.8 s", p95: "3 s"),
    ], handling: "8 min", fee: "$900 / month", price: "$0.99")

  fileprivate static let invoice = Starter(
    unit: "invoice coded", agent: "An agent that reads invoices, codes and posts them",
    name: "Invoice coding", kpi: ("invoices waiting at month end", "2 days", "half a day"),
    minutes: ("6 min", "3 min", "12 min"), rate: "$30 / h", customers: "30",
    tasks: "900 / month",
    escalations: [
      ("dataMissing", "4%", "no order number, no supplier record"),
      ("ambiguity", "2%", "two accounts fit"), ("modelError", "1%", "fields misread"),
    ], wrong: "1%",
    calls: [
      Call(
        name: "extract", comment: "fields from the text of the pages", perTask: "1",
        input: "6000 tokens", growth: "0 tokens", output: "500 tokens"),
      Call(
        name: "code", comment: "account, cost centre, tax code", perTask: "2",
        input: "4000 tokens", growth: "800 tokens", output: "250 tokens"),
    ],
    tools: [
      Tool(
        name: "reader", comment: "text of a page", calls: "2", price: "$0.0015 / call",
        median: "2 s", p95: "6 s"),
      Tool(
        name: "ledger", comment: "look up, post", calls: "2", price: "$0 / call", median: "1.5 s",
        p95: "8 s"),
    ], handling: "5 min", fee: "$250 / month", price: "$0.60")

  fileprivate static let code = Starter(
    unit: "PR reviewed", agent: "A coding agent that reviews pull requests",
    name: "Pull request review", kpi: ("time to first review", "22 h", "15 min"),
    minutes: ("20 min", "10 min", "45 min"), rate: "$85 / h", customers: "40",
    tasks: "300 / month",
    escalations: [
      ("ambiguity", "4%", "what the change is for is not told"),
      ("modelError", "3%", "reviews that its own tests contradict"),
    ], wrong: "3%",
    calls: [
      Call(
        name: "review", comment: "open files, follow callers, run tests, write", perTask: "15",
        input: "12k tokens", growth: "2k tokens", output: "500 tokens")
    ],
    tools: [
      Tool(
        name: "codeHost", comment: "diff, files, comments", calls: "10", price: "$0 / call",
        median: "0.3 s", p95: "1.2 s"),
      Tool(
        name: "sandbox", comment: "build and test", calls: "1", price: "$0.02 / call",
        median: "90 s", p95: "300 s"),
    ], handling: "15 min", fee: "$500 / month", price: "$9.00")
}
