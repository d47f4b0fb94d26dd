// What `init` asks and says.
extension Wording {
  static let askKind = "What does the agent do? support, invoice, code, sales, research or voice"
  static let askUnit = "What is one task, and when is it done?"
  static let unitHasNoun = "two words at least, the thing and what becomes of it: ticket resolved"
  static func askTasks(_ noun: String) -> String {
    "How many a month does one customer hand in (one task: \(noun))?"
  }
  static let askCustomers = "How many customers? 1, if it is for your own house"
  static let askShare = "What share goes to a person?"
  static func askMinutes(_ noun: String) -> String {
    "How long does a person take for a whole \(noun), without the agent?"
  }
  static let askHandling = "How long does a person take for one that the agent hands over?"
  static let askRate = "What does an hour of that person cost?"
  static func askPrice(_ noun: String) -> String {
    "What do you charge for each \(noun) that the agent completes by itself? $0, if nothing"
  }
  static let askFee = "What does a customer pay a month, however little they use? $0, if nothing"
  static func askKicker(_ noun: String) -> String {
    "What do you charge on top for each \(noun) of a month that goes well (a success kicker)? "
      + "$0, if nothing"
  }
  static let askKickerRate = "From which task success rate on does a month go well?"
  static func sayPercent(_ text: String) -> String {
    "\(text) may be a percentage or a share of 1; write it with %, as in 12%"
  }
  static let noCommas = "a number has no comma here; write it like 1200 or 0.70"
  static let notZero = "that is more than nothing"
  static let doesNotRun = "With these answers it does not run:\n"
  static let askAgain = "Here they are again, each with what you said.\n"
  static func notThat(_ example: String) -> String { "that is none; write it like \(example)" }
  static func notBetween(_ most: Double) -> String {
    most == 1 ? "a share lies between 0 % and 100 %" : "that is not possible"
  }
  static func notAKind(_ kinds: [String]) -> String { "one of \(kinds.joined(separator: ", "))" }
  static let endedEarly = "the answers ended before the questions; nothing is written"
  static func alreadyThere(_ path: String) -> String {
    "\(path) is there already, and nothing replaces it; name another file"
  }
  static let initTakesNoFile = "init takes no file; -o names the one that it writes"
  static let isJSON5 = "a scenario is written as json5"
  static func written(_ path: String, _ figure: String) -> String {
    "\(path) is written, and runs: \(figure).\n"
  }
  static let replaceFirst = "Replace these first, for they move it most:\n"
  static func next(_ path: String) -> String {
    "Next: unitecon run \(path), then unitecon sensitivity \(path)\n"
  }

  // Watching
  static let cannotWatchInput = "standard input is read once, and cannot be watched; name a file"
  static func watching(_ paths: [String]) -> String {
    let files = paths.count == 1 ? paths[0] : "\(paths.count) files"
    return "unitecon: watching \(files); Ctrl-C ends it\n"
  }

  // Layout
  static func otherwiseLaidOut(_ path: String, line: Int) -> String {
    "\(path):\(line): laid out otherwise from here on; unitecon fmt puts it right"
  }
  static let layoutDiffers = "laid out otherwise from here on; unitecon fmt puts it right"

  // Shells
  static func whichShell(_ names: [String]) -> String {
    "completions needs one shell: \(names.joined(separator: ", "))"
  }
  static func whichSchema(_ kinds: [String]) -> String {
    "schema is of one kind of file: \(kinds.joined(separator: " or "))"
  }
  static let schemaIsJSON = "a schema is written as json"
  static let manTakesNothing = "man takes nothing behind it"
}
