import Reporting

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
  static let sayExport = "say assumptions export FILE"
  static func noFile(_ verb: Verb) -> String { "\(verb.name) needs a scenario file" }
  static let oneReport = "report is of one scenario; --all writes those of many"
  static func needs(_ flag: Flag) -> String {
    "--\(flag.name) \(flag.value ?? "") is missing: \(flag.summary)"
  }
  static func notARange(_ text: String) -> String {
    "a range is two quantities with .. between them, and \(text) is not"
  }
  static func emptyRange(_ text: String, _ path: String) -> String {
    "\(path) has no values in \(text)"
  }
  static func oneFileOnly(_ verb: Verb) -> String {
    "\(verb.name) takes one file and one figure; several are for a program, as -o model.py writes it"
  }
  static let twoCases =
    "compare takes two files, or one file with --stress STRESS or with --set PATH=VALUE"
  static func unknownExtension(_ file: String) -> String {
    "the extension of \(file) names no format"
  }
  static func cannotTakeForm(
    _ verb: Verb, _ format: OutputFormat, _ formats: [OutputFormat]
  ) -> String {
    "\(verb.name) does not write \(format.rawValue); it writes "
      + formats.map(\.rawValue).joined(separator: ", ")
  }
  static func knownExtensions(_ formats: [OutputFormat]) -> String {
    let words = formats.map(\.rawValue)
    return words.count == 1
      ? "write \(words[0]), or say --format"
      : "write \(words.dropLast().joined(separator: ", ")) or \(words.last ?? ""), or say --format"
  }
  static let sameSigns = "the decimal mark and the delimiter cannot both be a comma"

  static func needsPage(_ flag: Flag) -> String {
    "--\(flag.name) belongs to a page: write one with -o report.html"
  }
  static func needsDraws(_ flag: Flag) -> String { "--\(flag.name) needs --draws N" }

  // Figures and stresses
  static func noChecks(_ file: String) -> String {
    "\(file) states no checks, so there is nothing to judge"
  }
  static let stateCheck = "state one: checks: { margin: { output: \"grossMargin\", min: \"40%\" } }"
  static func noFigure(_ path: String, _ scenario: String) -> String {
    "\(scenario) has no figure \(path)"
  }
  static func undefinedFigure(_ path: String, _ reason: String) -> String {
    "\(path) has no value to move: \(reason)"
  }
  static let askOfAnother = "ask of another figure: --of costPerCompletedTask"
  static func listFigures(_ file: String) -> String {
    "unitecon explain \(file) lists all figures and inputs"
  }
  static func noStress(_ name: String, _ known: [String]) -> String {
    known.isEmpty
      ? "there is no stress \(name); the file states none"
      : "there is no stress \(name); the file states \(known.joined(separator: ", "))"
  }

  // Sweeps
  static func needsAxis(_ flag: Flag) -> String { "--\(flag.name) says more about --axis" }
  static let packNeedsUnder = "with --axis, --pack adds stresses that --under can name"
  static func tooManyPoints(_ points: Double, _ most: Double) -> String {
    let made = NumberStyle.count.text(for: points.rounded()).map { "\($0) points" }
    return "the axes make \(made ?? "more points than can be counted"), and a sweep has at most "
      + count(most)
  }
  static func tooManyForSheet(_ points: Int, _ most: Int) -> String {
    "the axes make \(count(Double(points))) points, and a sheet of a workbook has room for \(count(Double(most)))"
  }
  static let asCSV = "write CSV, which has no end: -o sweep.csv"
  static let fewerPoints = "give axes fewer positions, or leave one out"
  static func sweepSize(_ points: Int, seconds: Double, bytes: Double?) -> String {
    let file = bytes.map { " and \(size($0)) to write" } ?? ""
    return "the axes make \(count(Double(points))) points: about \(time(seconds))\(file)"
  }
  static let yesRunsIt = "--yes runs it"
  static func goOn(_ size: String) -> String {
    "\(size.prefix(1).uppercased())\(size.dropFirst()). Go on? [y/N] "
  }
  static let notRun = "nothing was run"
  static func pointsAsCSV(_ most: Int) -> String {
    "more than \(count(Double(most))) points are written as CSV only: -o points.csv"
  }
  static func frontierLeftOut(_ most: Int) -> String {
    "where the first check fails along the second axis is solved for at most "
      + "\(count(Double(most))) positions of the first, and is left out here"
  }
  static func progress(
    done: Int, of total: Int, _ unit: String, rate: Double, left: Double
  ) -> String {
    "\(count(Double(done))) of \(count(Double(total))) \(unit), \(many(rate)) a second, "
      + "\(time(left)) left"
  }

  static func count(_ number: Double) -> String {
    NumberStyle.count.text(for: number.rounded()) ?? ""
  }

  /// A number in millions where it has some, for a reader who only glances at it.
  private static func many(_ number: Double) -> String {
    guard number >= 1e6 else { return count(number) }
    return "\(NumberStyle.quantity(digits: 2).text(for: number / 1e6) ?? "") million"
  }

  /// A duration in the largest unit that it has some of.
  private static func time(_ seconds: Double) -> String {
    let units = [(86_400.0, "days"), (3600, "hours"), (60, "minutes")]
    let unit = units.first { seconds >= 2 * $0.0 } ?? (1, "s")
    return "\(count(max(1, seconds / unit.0))) \(unit.1)"
  }

  private static func size(_ bytes: Double) -> String {
    let units = [(1e12, "TB"), (1e9, "GB"), (1e6, "MB")]
    let unit = units.first { bytes >= $0.0 } ?? (1e3, "kB")
    return "\(NumberStyle.quantity(digits: 2).text(for: bytes / unit.0) ?? "") \(unit.1)"
  }

  // Plans
  static func noPlans(_ file: String) -> String {
    "\(file) states no plan, so there is nothing to compare"
  }
  static let statePlan =
    "state one: plans: { growth: { platformFee: \"$500 / month\", charges: { tasks: "
    + "{ metric: \"completed\", price: \"$0.90\" } } } }, and plan: \"growth\""
  static func needsOver(_ flag: Flag) -> String { "--\(flag.name) says more about --over" }
  static func notAFactor(_ flag: Flag, _ text: String) -> String {
    "--\(flag.name) is a factor from 0.000001 to 1000000, such as ×0.5, and \"\(text)\" is not"
  }
  static func scaleEmpty(_ from: Flag, _ to: Flag) -> String {
    "--\(from.name) is below --\(to.name), and here it is not"
  }
  static func noPlanFigure(_ name: String, _ known: [String]) -> String {
    "plans have no figure \"\(name)\"; they have \(known.joined(separator: ", "))"
  }

  // Comparing
  static func noValue(_ figure: String, _ place: String, _ reason: String) -> String {
    "\(figure) has no value \(place), so there is no difference to explain: \(reason)"
  }
  static func unlikeMoney(_ first: String, _ second: String) -> String {
    "one scenario is in \(first) and the other in \(second), and neither says what one is worth in "
      + "the other"
  }
  static func stateRate(_ home: String, _ other: String) -> String {
    "state it in either: exchangeRates: { \(other): \"1.08 \(home)\" }"
  }
  static func converted(_ place: String, _ from: String, _ rate: String) -> String {
    "All money \(place) is converted: one \(from) is \(rate), as the files state."
  }
  static func unlikeTasks(_ first: String, _ second: String) -> String {
    "A task is not the same: \"\(first)\" and \"\(second)\". Whatever is told per task compares "
      + "unlike things."
  }

  // Output
  static func cannotWrite(_ path: String, _ reason: String) -> String {
    "cannot write \(path): \(reason)"
  }
}
