extension Starter {
  static let sales = Starter(
    unit: "lead qualified", agent: "A sales agent that researches, writes to and qualifies leads",
    name: "Lead qualification", kpi: ("hours to first contact", "30 h", "1 h"),
    minutes: ("25 min", "15 min", "40 min"), rate: "$40 / h", customers: "25",
    tasks: "600 / month",
    escalations: [
      ("policyBlocked", "3%", "who must not be written to"),
      ("ambiguity", "5%", "replies that a person must read"),
      ("dataMissing", "3%", "no contact found"),
    ], wrong: "3%",
    calls: [
      Call(
        name: "research", comment: "read what is found, judge the fit", perTask: "5",
        input: "8000 tokens", growth: "2500 tokens", output: "350 tokens"),
      Call(
        name: "write", comment: "the message and its follow-ups", perTask: "3",
        input: "3000 tokens", growth: "500 tokens", output: "400 tokens"),
    ],
    tools: [
      Tool(
        name: "search", comment: "the web", calls: "4", price: "$0.008 / call", median: "1.2 s",
        p95: "4 s"),
      Tool(
        name: "crm", comment: "read and write the record", calls: "3", price: "$0.001 / call",
        median: "0.5 s", p95: "2 s"),
    ], handling: "10 min", fee: "$600 / month", price: "$3.00")

  static let research = Starter(
    unit: "report delivered", agent: "A research agent that answers a question with sources",
    name: "Research reports", kpi: ("days to an answer", "3 days", "1 h"),
    minutes: ("240 min", "120 min", "480 min"), rate: "$60 / h", customers: "15",
    tasks: "80 / month",
    escalations: [
      ("ambiguity", "6%", "questions that need a talk first"),
      ("dataMissing", "6%", "nothing found that carries an answer"),
      ("modelError", "2%", "sources that do not say what is claimed"),
    ], wrong: "5%",
    calls: [
      Call(
        name: "read", comment: "search, read, take notes", perTask: "30", input: "10k tokens",
        growth: "2k tokens", output: "600 tokens"),
      Call(
        name: "compose", comment: "the report, then its check against the sources", perTask: "3",
        input: "40k tokens", growth: "6k tokens", output: "4k tokens"),
    ],
    tools: [
      Tool(
        name: "search", comment: "the web", calls: "25", price: "$0.008 / call", median: "1.2 s",
        p95: "5 s"),
      Tool(
        name: "browser", comment: "pages that need one", calls: "6", price: "$0.01 / call",
        median: "8 s", p95: "30 s"),
    ], handling: "60 min", fee: "$800 / month", price: "$45.00")

  static let voice = Starter(
    unit: "call handled", agent: "A voice agent that answers the telephone",
    name: "Telephone calls", kpi: ("minutes waiting", "6 min", "none"),
    minutes: ("7.5 min", "5 min", "12 min"), rate: "$25 / h", customers: "12",
    tasks: "3000 / month",
    escalations: [
      ("policyBlocked", "3%", "what policy keeps from the agent"),
      ("ambiguity", "7%", "callers who ask for a person"),
      ("dataMissing", "3%", "no record found"),
    ], wrong: "2%",
    calls: [
      Call(
        name: "turn", comment: "one answer in the talk", perTask: "14", input: "3000 tokens",
        growth: "120 tokens", output: "70 tokens")
    ],
    tools: [
      Tool(
        name: "speech", comment: "hearing and speaking, by the call", calls: "1",
        price: "$0.12 / call", median: "0.5 s", p95: "1.5 s"),
      Tool(
        name: "telephony", comment: "the line, by the call", calls: "1", price: "$0.05 / call",
        median: "0.2 s", p95: "0.8 s"),
      Tool(
        name: "records", comment: "look up, book, change", calls: "2", price: "$0.002 / call",
        median: "0.7 s", p95: "2.5 s"),
    ], handling: "6 min", fee: "$700 / month", price: "$1.20")
}
