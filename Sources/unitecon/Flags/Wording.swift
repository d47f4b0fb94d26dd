/// Every sentence that the command itself says.
enum Wording {
  static let overview =
    "unitecon works out what one completed task of an AI agent really costs, and whether the price\n"
    + "still leaves a margin when things go worse than planned."

  static let firstExamples = [
    ("unitecon run Scenarios/support-ticket.json5", "what a completed task costs, and the margin"),
    ("unitecon check Scenarios/support-ticket.json5", "may it go live? exit code 1 says no"),
    (
      "unitecon explain Scenarios/support-ticket.json5 costPerCompletedTask",
      "how that figure is made, down to each input and its source"
    ),
  ]

  static let nextStep = "unitecon VERB -h shows a verb's flags, unitecon VERB --help all about it."

  // The command line
  static func unknownVerb(_ word: String) -> String { "there is no verb \(word)" }
  static func unknownFlag(_ word: String) -> String { "there is no flag \(word) here" }
  static func needsValue(_ flag: Flag) -> String {
    "--\(flag.name) needs a \(flag.value ?? "value")"
  }
  static func needsNoValue(_ flag: Flag) -> String { "--\(flag.name) takes no value" }
  static func givenTwice(_ flag: Flag) -> String { "--\(flag.name) is given twice" }
  static func unknownChoice(_ flag: Flag, _ value: String) -> String {
    "--\(flag.name) is one of \(flag.choices.joined(separator: " ")), and \"\(value)\" is not"
  }
  static func notANumber(_ flag: Flag, _ text: String, _ range: ClosedRange<Int>) -> String {
    "--\(flag.name) is a whole number from \(range.lowerBound) to \(range.upperBound), "
      + "and \"\(text)\" is not"
  }
  static func didYouMean(_ word: String) -> String { "did you mean \(word)?" }
  static func seeHelp(_ verb: Verb?) -> String {
    verb.map { "unitecon \($0.name) -h shows what can be said" } ?? "unitecon shows the verbs"
  }
  static func noFile(_ verb: Verb) -> String { "\(verb.name) needs a scenario file" }
  static func needs(_ flag: Flag) -> String {
    "--\(flag.name) \(flag.value ?? "") is missing: \(flag.summary)"
  }
  static func notARange(_ text: String) -> String {
    "a range is two quantities with .. between them, and \(text) is not"
  }
  static func emptyRange(_ text: String, _ path: String) -> String {
    "\(path) has no values to look through from \(text)"
  }
  static func oneFileOnly(_ verb: Verb) -> String {
    "\(verb.name) takes one file and one figure"
  }
  static func unknownExtension(_ file: String) -> String {
    "the extension of \(file) names no format"
  }
  static func cannotTakeForm(
    _ verb: Verb, _ format: OutputFormat, _ formats: [OutputFormat]
  ) -> String {
    "\(verb.name) does not write \(format.rawValue); it writes "
      + formats.map(\.rawValue).joined(separator: ", ")
  }
  static let knownExtensions = "write txt, md, csv or json, or say --format"
  static let sameSigns = "the decimal mark and the delimiter cannot both be a comma"

  // Figures and stresses
  static func noChecks(_ file: String) -> String {
    "\(file) states no checks, so there is nothing to judge"
  }
  static let stateCheck = "state one: checks: { margin: { output: \"grossMargin\", min: \"40%\" } }"
  static func noFigure(_ path: String, _ scenario: String) -> String {
    "\(scenario) has no figure \(path)"
  }
  static func listFigures(_ file: String) -> String {
    "unitecon explain \(file) lists all figures and inputs"
  }
  static func noStress(_ name: String, _ known: [String]) -> String {
    known.isEmpty
      ? "there is no stress \(name); the file states none"
      : "there is no stress \(name); the file states \(known.joined(separator: ", "))"
  }

  // Output
  static func cannotWrite(_ path: String, _ reason: String) -> String {
    "cannot write \(path): \(reason)"
  }
}
