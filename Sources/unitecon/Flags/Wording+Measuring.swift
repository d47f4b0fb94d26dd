import RunLogs

// What is said of logs of runs.
extension Wording {
  static let noLog = "measure needs a log of runs"
  static let billOnlyNeedsBill = "--bill-only says more about --bill"
  static let matchNeedsInto = "--match says more about --into or --scenario"
  static let beforeAndAfter =
    "a release is compared with --before LOG --after LOG, and no other log"
  static let scenarioNeedsRelease = "--scenario says more about --before and --after"
  static func releaseWith(_ flag: Flag) -> String {
    "--\(flag.name) says something of one log, and --before and --after of two"
  }
  static let intoNeedsLog = "--into needs a log of runs"
  static let overlayIsJSON5 = "what is measured into a scenario is written as json5"
  static func wouldReplace(_ file: String) -> String {
    "\(file) is the scenario itself; write what was measured beside it"
  }
  static func noMatch(_ path: String, _ file: String) -> String {
    "\(file) has no \(path)"
  }
  static func foreignBill(_ found: String, _ wanted: String) -> String {
    "the bill is in \(found), and runs are in \(wanted): they are not added; measure the bill alone"
  }
  static func noColumn(_ name: String) -> String {
    "there is no column \(name); measure --columns lists them"
  }
  static func badLine(_ file: String, _ line: Int, _ column: Int, _ problem: String) -> String {
    "\(file):\(line):\(column): \(problem)"
  }
  static func stands(_ excerpt: String) -> String { "there stands \(excerpt)" }

  // Columns and words
  static let listColumns = "measure --columns lists them"
  static let logMap = "a map of columns"
  static let mapIsObject = "a map of columns is an object"
  static let writeMap =
    "write { outcome: \"resolved\", outcomes: { done: \"success\" }, reasons: { rate_limited: "
    + "\"toolOutage\" } }"
  static func notAPath(_ column: String) -> String {
    "\(column) is found at a heading or a path, which is a string with something in it"
  }
  static func notWords(_ key: String) -> String {
    "\(key) is an object: words of the log, and what each means"
  }
  static func notAMeaning(_ word: String, _ known: [String]) -> String {
    "\(word) means one of \(known.joined(separator: ", "))"
  }
  static let oneMapFile = "one file can say where columns are found, and here are two"
  static func unknownMeaning(_ flag: Flag, _ name: String, _ known: [String]) -> String {
    "behind the = of --\(flag.name) stands one of \(known.joined(separator: " ")), and \"\(name)\" "
      + "is none"
  }
  static func wordTwice(_ flag: Flag, _ word: String) -> String {
    "--\(flag.name) says twice what \"\(word)\" means"
  }

  // One task
  static func taskWith(_ flag: Flag) -> String {
    switch flag {
    case Flags.byRuns: "--task shows one task, and --by tells all runs apart; leave one of both out"
    case Flags.unit:
      "--task shows each run by itself, and --unit puts all tasks together; leave one of both out"
    case Flags.columns: "--task shows runs, and --columns lists columns; leave one of both out"
    default:
      "--task shows runs as they were, and --\(flag.name) is for all of them; leave one of both out"
    }
  }
  static let contentNeedsTask = "--content says more about --task"
  static let contentReadsTwice =
    "--content reads the logs twice, and standard input can be read once; put it in a file"
  static let emptyTask = "--task needs the name of a trace or of a task"
  static let serviceNeedsPrices = "--service says how --prices is read, and no price list is given"
  static func noRun(_ name: String) -> String { "no run here is of a trace or a task \(name)" }
  static let whatTaskIs =
    "it is a trace, the beginning of one, a gen_ai.conversation.id, or the task of a plain log"
  static func severalRuns(_ name: String, _ number: Int) -> String {
    "\(count(Double(number))) traces begin with \(name), and one was asked for"
  }
  static func writeOne(_ names: [String]) -> String {
    names.count == 1
      ? didYouMean(names[0]) : "such as \(names.joined(separator: ", "))"
  }
}

// What is said of a query that is to run in a warehouse.
extension Wording {
  static func notWithQuery(_ flag: Flag) -> String {
    "--\(flag.name) is for logs that are read here, and says nothing to --sql"
  }
  static func onlyWithQuery(_ flag: Flag) -> String {
    "--\(flag.name) is for a query: say --sql too"
  }
  static let queryReadsNoLog =
    "measure --sql reads no log here: --table names what its query reads"
  static func cannotAsk(_ warehouse: Warehouse, _ failure: MeasureQuery.Failure) -> String {
    switch failure {
    case .badTable(let name, let isFile):
      "\(name) is no name of a \(isFile ? "file" : "table") that a query can hold: "
        + (isFile
          ? "letters, digits, blanks and _ - . / : * ? [ ] { } , = @ % + ~ $ can"
          : "letters, digits, _, - and $ can, with points between them")
    case .needsTable(.cloudtrace):
      "say which view: --table PROJECT.LOCATION._Trace.Spans._AllSpans"
    case .needsTable: "say which table: --table CATALOG.SCHEMA.TABLE"
    case .badTime(let text): "\(text) is no time: write 2026-11-01 or 2026-11-01T12:00:00Z"
    case .partOfQuery(let name):
      "\(name) is what a part of the query is called: write the table with its schema before it"
    case .noTimeBetween(let from, let to):
      "no time lies between \(from) and \(to)"
    case .noStore(let store):
      "\(warehouse.rawValue) is not asked about \(store.rawValue), but about "
        + warehouse.stores.map(\.rawValue).joined(separator: " or ")
    }
  }
}
