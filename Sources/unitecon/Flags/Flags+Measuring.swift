import RunLogs

// What `measure` reads logs with.
extension Flags {
  static let map = Flag(
    "map", value: "COLUMN=PATH", repeats: true, "say where a column of a run log is found",
    details: "A heading of CSV, or a path into an object of JSON: --map outcome=resolved, --map "
      + "'inputTokens=calls.*.1'. A * adds up all elements of a list. --columns lists the columns. "
      + "May be given more than once.")
  static let columns = Flag("columns", "list the columns of a run log, and end")
  static let logPrices = Flag(
    "prices", value: "BOOK", "price the tokens of every call by BOOK",
    details: "BOOK is LiteLLM's model_prices_and_context_window.json.")
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
  static let strict = Flag("strict", "refuse a log with a line that cannot be read")
}
