/// Every sentence of a page of a scenario, once: the page is written with them and its script says them
/// anew when an input is moved.
enum PageWords {
  // Drawings
  static let chart = "Chart"
  static let table = "Table"
  static let tableBehind = "The figures behind it"
  static let asStated = "as stated"
  static let limit = "limit"
  static let noValue = "n/a"
  static let readiness = "Ready to go live?"
  static let everyItem = "Every item, and what was found in the logs"
  static let atLow = "input at its low end"
  static let atHigh = "input at its high end"
  static let from = "From"
  static let to = "To"
  static let draws = "Draws"
  static let barHeadings = ["", "Value", "Share", ""]

  // Sections
  static let costCaption = "Cost of a completed {task}, part by part"
  static let lines = "Every priced line of a month"
  static let plans = "Each plan in a month, as if all customers were on it"
  static let marginCurves =
    "Gross margin of each plan over scale, from -25 % up: tasks of each customer, times what is "
    + "stated"
  static let moneyCurves =
    "Revenue of each plan, and cost, a month, over the same scale (equal heights are equal factors)"
  static let segments = "A customer of each segment, a month"
  static let choices = "What customers pay on each plan, and which they would take"
  static let choicesAsStated =
    "As stated, whatever is moved on this page; unitecon plans tells more."
  static let stressCaption = "{Figure} in the base case and under every stress"
  static let cases = "Every case side by side"
  static let checks = "Every check in every case where it must hold"
  static let mapCaption =
    "{Figure}: tool latency across, escalation upwards, both times what is stated. "
    + "The line is where a check first fails."
  static let tornadoCaption = "{Figure} when each input alone goes to the ends of its range"
  static let tornadoNote =
    "An input without a stated range is moved by 10 %. Whole numbers that shape the model are not here."
  static let histogramCaption = "{Figure} in {draws} draws of the uncertain inputs"
  static let exceedanceCaption = "How likely {figure} is at least so much"
  static let drawn = "{Figure} lies between {low} and {high} in 90 of 100 draws"
  static let chance = "at least"
  static let drawnAsStated =
    "Drawn with every input as the file states it; these two do not follow the inputs below."
  static let levers = "Move any input"
  static let leversHow =
    "Every figure and drawing above follows at once. The address of this page carries what you move, so "
    + "it can be shared; nothing leaves this page."
  static let leversNeedScript =
    "Moving inputs needs the script of this page. Every figure above stands without it."
  static let wholeNumbers =
    "These whole numbers shape the model and cannot be moved here; change them in the file or with --set"
  static let inputs = "{all} inputs are stated: {sourced} name their source, {ranged} a range"
  static let inputTable = "Every input with its range and source"

  // Headline figures
  static let costLabel = "Cost per completed {task}"
  static let costContext = "by people alone {human}"
  static let marginLabel = "Gross margin"
  static let marginContext = "on {plan}"
  static let tsrLabel = "Solved without a person"
  static let tsrContext = "task success rate"
  static let escalationLabel = "Escalated to a person"
  static let escalationContext = "of {tasks} {task}s a month"
  static let monthLabel = "Cost of a month"
  static let monthContext = "{fixed} of it fixed"

  /// What is said of figures; words in braces are put in.
  static let templates: [(key: String, text: String)] = [
    ("notJudged", "Not judged: the scenario states no checks."),
    ("ready", "Ready: all {checks} checks hold in the base case and under the stresses they name."),
    (
      "notReady",
      "Not ready: {failing} of {checks} checks fail. Check {check}: {figure} is {value}{place}, and "
        + "{bound} {limit} is wanted."
    ),
    ("under", " under {stress}"), ("least", "at least"), ("most", "at most"),
    ("cost", "{Component} is {share} of what a completed {task} costs"),
    ("noCost", "What a completed {task} costs"),
    ("outcomes", "{tsr} of {task}s are solved without a person, {escalation} go to one"),
    ("plans", "{plan} leaves the highest gross margin: {margin}"),
    ("onePlan", "{plan} leaves a gross margin of {margin}"),
    ("leads", "{plan} keeps the highest margin at every scale shown"),
    (
      "overtakes",
      "{plan} overtakes {before} at {factor} the stated volume, {tasks} {task}s a month"
    ),
    ("noLead", "Gross margin over scale"),
    ("stressed", "The worst stress, {stress}, takes {figure} from {base} to {value}"),
    ("noStress", "No stress moves {figure}"),
    ("breaks", "Every check holds until escalation reaches {factor}"),
    ("breaksSlow", ", or {other} with tools {slow} as slow"),
    ("breaksSlowAtOnce", ", and not at all with tools {slow} as slow"),
    ("holds", "Every check holds even at {factor} the escalation"),
    ("failsAtOnce", "A check fails before anything moves"),
    ("noChecks", "Escalation and slow tools together"),
    ("moves", "{input} moves {figure} most: {low} to {high}"),
    ("noMover", "No input moves {figure}"),
    ("passed", "✓ {value}"), ("failed", "✗ {value}"), ("allPass", "✓ all pass"),
    ("failing", "✗ {names}"), ("followsNot", "n/a"),
    ("movedOne", "1 input moved"), ("moved", "{count} inputs moved"), ("unmoved", "As stated"),
    ("was", "was {value}"), ("reset", "Reset all"), ("resetOne", "Reset"),
    ("again", "To run the same from the command line"),
    ("overlay", "As a file that lays these values over the scenario"),
    ("inList", "Not in that file, since parts of a list are not laid over one by one: {paths}"),
    ("most important", "What matters most"),
    ("others", "Not stated in the file, at their defaults"),
    ("stated", "stated {value}"), ("outside", "{path} lies between {low} and {high}"),
    ("sort", "Sort by {column}"),
    ("shapes", "Cases that change whole numbers do not follow moved inputs and show n/a."),
  ]

  private static let sentences = Dictionary(
    templates.map { ($0.key, $0.text) }, uniquingKeysWith: { $1 })

  /// A sentence of ``templates`` with words put in.
  static func say(_ key: String, _ words: [String: String] = [:]) -> String {
    filled(sentences[key] ?? key, words)
  }

  /// A sentence with words put in; a word in braces that begins with a capital is written so.
  static func filled(_ sentence: String, _ words: [String: String]) -> String {
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      let lowered = name.prefix(1).lowercased() + name.dropFirst()
      let word = words[lowered] ?? ""
      result += lowered == name ? word : word.capitalizedFirst
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
