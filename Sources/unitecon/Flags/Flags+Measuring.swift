import RunLogs

// What `measure` reads logs with.
extension Flags {
  static let map = Flag(
    "map", value: "COLUMN=PATH", repeats: true, "say where a column of a run log is found",
    details: "A heading of CSV, or a path into an object of JSON: --map outcome=resolved, --map "
      + "'inputTokens=calls.*.1'. A * adds up all elements of a list. --columns lists the columns. "
      + "May be given more than once. Or a file that says all of it: --map log.json5 with { outcome: "
      + "\"resolved\", inputTokens: \"calls.*.1\", outcomes: { done: \"success\" }, reasons: { "
      + "rate_limited: \"toolOutage\" } }; what flags say comes first.")
  static let outcome = Flag(
    "outcome", value: "WORD=OUTCOME", repeats: true, "say how a run ended of which a log says WORD",
    details: "OUTCOME is success, escalated or failed: --outcome 'done=success'. May be given more "
      + "than once.")
  static let reason = Flag(
    "reason", value: "WORD=REASON", repeats: true,
    "say why a run did not succeed of which a log says WORD",
    details: "REASON is policyBlocked, ambiguity, toolOutage, modelError, dataMissing or "
      + "unexplained. In traces WORD may be the type of an error too: --reason "
      + "'rate_limited=toolOutage'. May be given more than once.")
  static let task = Flag(
    "task", value: "ID", "show the run or runs of ID step by step, and nothing else",
    details:
      "ID is a trace, or the only beginning of one, or a task: the gen_ai.conversation.id of "
      + "traces, the task of a plain log. Whatever is not counted, because a step below has it, is "
      + "in brackets; the sums are those that measure has of the run.")
  static let content = Flag(
    "content", "with --task, show what steps were given and gave back, a line each",
    details: "Prompts, arguments and answers as the log has them, cut; the logs are read twice.")
  static let columns = Flag("columns", "list the columns of a run log, and end")
  static let logPrices = Flag(
    "prices", value: "BOOK", "take prices of tokens from BOOK",
    details: "BOOK is LiteLLM's model_prices_and_context_window.json, the data of genai-prices "
      + "(version 2), a dated book of our own format, or shipped, the book that comes with the "
      + "program. Which format it is shows from what stands in it. A call is priced by what held "
      + "when it was made; without a time, by the newest prices.")
  static let region = Flag(
    "region", value: "REGION", choices: ["eu", "us"],
    "where requests are processed, for books that ask more for it")
  static let on = Flag(
    "on", value: "MODEL", repeats: true, "price the same tokens on MODEL as well",
    details: "MODEL is one of the price book, of the shipped one where --prices names none. "
      + "May be given more than once.")
  static let inputTokens = Flag(
    "input-tokens", value: "N", "input of the request that is compared; 10k by default",
    details: "10k may be written for 10000. Those of the cache are included.")
  static let outputTokens = Flag(
    "output-tokens", value: "N", "output of the request that is compared; 1k by default")
  static let cached = Flag(
    "cached", value: "SHARE", "how much of the input is read from the cache: 60%; none by default")
  static let written = Flag(
    "written", value: "SHARE", "how much of the input is written to the cache; none by default")
  static let service = Flag(
    "service", value: "TERMS", choices: TokenRates.Service.allCases.map(\.rawValue),
    "the terms at which calls are priced; standard by default")
  static let byRuns = Flag(
    "by", value: "WHAT", choices: RunGroup.allCases.map(\.rawValue), "tell runs apart by WHAT")
  static let unit = Flag(
    "unit", value: "WHAT", choices: ["run", "task"],
    "what a success is of: a run by default, or a task that may take several",
    details:
      "Runs at one task have the same gen_ai.conversation.id, or the same task in a plain log; "
      + "the best of them counts.")
  static let helpdesk = Flag(
    "helpdesk", value: "FILE", repeats: true,
    "how long people worked on tasks they took over, a row a piece of work",
    details: "An export of a help desk, CSV or JSON lines: a task (the conversation, ticket or "
      + "trace of its run), and minutes, seconds, or a beginning and an end; a reason where there is one. "
      + "Columns are mapped with --map helpdesk.task=ticket_no.")
  static let approvals = Flag(
    "approvals", value: "FILE", repeats: true,
    "how long people looked at what they approved, a row an approval",
    details: "Read as with --helpdesk; columns are mapped with --map approvals.task=run_id.")
  static let rate = Flag(
    "rate", value: "PRICE", "what an hour of people's work costs: '$38 / h'")
  static let bill = Flag(
    "bill", value: "FILE", repeats: true,
    "what infrastructure cost, from a billing export in the FOCUS format",
    details: "FOCUS 1.0 to 1.4 as CSV. EffectiveCost is counted; rows of models are told apart, "
      + "for their tokens are priced already, and so are taxes, credits and adjustments.")
  static let billOnly = Flag(
    "bill-only", value: "KEY=VALUE", repeats: true,
    "count only rows of the bill that have VALUE as the tag or in the column KEY",
    details: "--bill-only application=support. Given more than once, rows must have each key, with "
      + "any of the values given for it.")
  static let into = Flag(
    "into", value: "FILE", "write what was measured as a scenario that extends FILE",
    details: "Every input that the logs tell stands with its value, its 95 % interval and what it "
      + "was seen in; what they do not tell stands as a comment. -o measured.json5 writes it to a file, "
      + "which any verb takes: unitecon compare FILE measured.json5.")
  static let match = Flag(
    "match", value: "PATH=NAME", repeats: true,
    "say what something of the scenario is called in the log",
    details: "--match inference.calls.resolve=claude-sonnet-5 --match tools.orders=order_lookup. "
      + "Names that are the same but for case and signs need none. PATH=bill says which input the bill "
      + "covers; a second one is then covered too, and set to 0.")
  static let before = Flag(
    "before", value: "LOG", repeats: true, "runs before a release, or those that do not have it")
  static let after = Flag(
    "after", value: "LOG", repeats: true, "runs of the release: what changed, and how sure that is",
    details:
      "measure --before control.jsonl --after canary.jsonl. Both may be given more than once.")
  static let scenario = Flag(
    "scenario", value: "FILE",
    "judge the release by FILE's rollback triggers, and say what it is worth",
    details:
      "rollback: { slump: { figure: \"tsr\", worse: \"2%\" }, spike: { figure: \"toolErrorRate\", "
      + "times: 2 }, policy: { figure: \"policyBlockedRate\", max: \"1%\" } }. Exit code 1 where a trigger "
      + "fires. Names are matched with --match.")
  static let sql = Flag(
    "sql", value: "ENGINE", choices: Warehouse.allCases.map(\.rawValue),
    "print the query that asks ENGINE the same of its own trace tables",
    details: "No log is read. The query runs where the traces lie; its result, saved as CSV, is "
      + "given back as a log: measure result.csv.")
  static let store = Flag(
    "store", value: "LAYOUT", choices: SpanStore.allCases.map(\.rawValue),
    "with --sql, how the table is laid out",
    details: Warehouse.allCases.map { warehouse in
      "\(warehouse.rawValue) knows "
        + warehouse.stores.map(\.rawValue).joined(separator: ", ")
    }.joined(separator: "; ") + "; the first is usual. "
      + SpanStore.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "; ") + ".")
  static let table = Flag(
    "table", value: "NAME", "with --sql, the table, or the file of OTLP, that is read")
  static let since = Flag(
    "from", value: "TIME", "with --sql, only runs that begin at TIME or after: 2026-11-01")
  static let until = Flag("to", value: "TIME", "with --sql, only runs that begin before TIME")
  static let strict = Flag("strict", "refuse a log with a line that cannot be read")
}
