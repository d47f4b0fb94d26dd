import UnitEconomics

/// One flag: its names, its value and its help, from which every help text is made.
struct Flag: Sendable, Equatable {
  /// The long name without dashes; also the key of its values.
  let name: String
  let short: Character?
  /// What its value is called; nil where it takes none.
  let value: String?
  /// The values it takes, where they are few.
  let choices: [String]
  /// Whether it may be given more than once.
  let repeats: Bool
  let summary: String
  let details: String

  init(
    _ name: String, short: Character? = nil, value: String? = nil, choices: [String] = [],
    repeats: Bool = false, _ summary: String, details: String = ""
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.choices = choices
    self.repeats = repeats
    self.summary = summary
    self.details = details
  }

  /// How it is typed: `-o, --output FILE`.
  var spelling: String {
    let names = (short.map { "-\($0), " } ?? "    ") + "--\(name)"
    return value.map { "\(names) \($0)" } ?? names
  }
}

/// The flags of the command; the same flag means the same at every verb that has it.
///
/// Some names stand for two flags, each at verbs of its own: `--on`, `--by`, `--from`, `--to`, `--prices`.
enum Flags {
  static let output = Flag(
    "output", short: "o", value: "FILE", "write to FILE; its extension picks the format",
    details:
      "Extensions are txt, md, csv and json, html and xlsx at report, py at explain, sql at "
      + "measure. The file is written whole or not at all. - is standard output.")
  static let format = Flag(
    "format", value: "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
    "txt, md, csv or json, whatever the extension",
    details: "explain writes py too, the figure as a Python function of the inputs; report writes "
      + "html, a page, and xlsx, a workbook; measure --into writes json5, a scenario.")
  static let set = Flag(
    "set", value: "PATH=VALUE", repeats: true, "replace an input for this run",
    details: "The value is written as in the file: --set 'humanReview.rate=$45/h'. A factor scales "
      + "what the file states: --set \"tools.*.latency.*=× 2\". A * stands for any one name; "
      + "factors come after values. "
      + "May be given more than once.")
  static let assumptions = Flag(
    "assumptions", value: "CSV", "replace inputs by the rows of CSV for this run",
    details: "CSV is what assumptions export writes, edited in a spreadsheet: columns path, value, "
      + "unit, low, high, source, note. --set comes after it. With --decimal , its numbers have a "
      + "decimal comma.")
  static let prices = Flag(
    "prices", value: "BOOK", "take model prices that the file does not state from BOOK",
    details: "BOOK is LiteLLM's model_prices_and_context_window.json, the data of genai-prices "
      + "(version 2), a dated book of our own format, or shipped, the book that comes with the "
      + "program. A file can name one itself: inference: { priceBook: \"prices.json\" }.")
  static let forInput = Flag("for", value: "INPUT", "the input to find a value for, by its path")
  static let target = Flag(
    "target", value: "FIGURE=VALUE", "the figure, and the value that it should have",
    details: "The value is written as in a file: --target grossMargin=70%, "
      + "--target 'costPerCompletedTask=$0.50'.")
  static let under = Flag(
    "under", value: "STRESS", "ask under a stress of the file, and not in the base case")
  static let between = Flag(
    "between", value: "LOW..HIGH", "where to look; by default all that the input can be",
    details: "Both ends are written as in a file: --between '$20 / h..$60 / h'.")
  static let axis = Flag(
    "axis", value: "PATTERN=POSITIONS", repeats: true,
    "move inputs along an axis; several axes make every combination",
    details: "A range has 13 positions, or as many as stand behind a colon: "
      + "'outcomes.escalation.*=×1..×4:25', 'humanReview.rate=$20 / h..$60 / h', and log behind it "
      + "puts equal factors between them: 'volume.segments.*.customers=×0.1..×10:21 log'. A list "
      + "has commas: 'outcomes.maxAttempts=1, 2, 4'. Ends are factors (× 2), added amounts (+ 2%, "
      + "- 1 s) or values of the input. Patterns that move together stand on one axis with & "
      + "between them: 'outcomes.escalation.*=×1..×4 & tools.*.latency.*=×1..×5'. Quote it all "
      + "with single quotes: a shell has its own meaning for *, & and $. May be given more than "
      + "once; the last axis moves fastest.")
  static let figure = Flag(
    "figure", value: "NAME", repeats: true, "a figure to read, in place of cost and margin",
    details: "By default the cost per completed task and the gross margin. "
      + "explain FILE lists all figures. May be given more than once.")
  static let yes = Flag(
    "yes", "run a very large sweep without asking",
    details: "Asked about are more than 10,000,000 rows of CSV, and more than 1,000,000,000 points "
      + "that are not written.")
  static let top = Flag(
    "top", value: "N", "list so many inputs; 10 by default",
    details: "CSV and JSON hold all of them, whatever N.")
  static let all = Flag(
    "all", "write every form of every scenario into a folder of its own",
    details: "Page, workbook, Markdown, text, JSON and tidy CSV.")
  static let against = Flag(
    "against", value: "FILE", "say how the cost of a completed task differs from FILE, and why")
  static let pack = Flag("pack", "add the pessimistic pack to the stresses of the file")
  static let stress = Flag(
    "stress", value: "STRESS", "compare the file with itself under this stress",
    details: "A stress of the file, or of the pessimistic pack where the file states none; --pack "
      + "counts the pack beside those of the file.")
  static let of = Flag(
    "of", value: "FIGURE", "the figure that is asked about",
    details: "Any named figure: grossMargin, totalCost, plans.growth.revenue. By default "
      + "costPerCompletedTask, or grossMargin where plans alone differ; sensitivity asks of "
      + "grossMargin where there is a plan.")
  static let by = Flag(
    "by", value: "LEVEL", choices: ["group", "input", "section"],
    "what is one driver: what belongs together, each input, or a whole section",
    details: "By default what belongs together: all reasons to escalate, a tool's latency, a "
      + "model's prices, a charge. Each statement of a stress, and each --set that makes the second "
      + "case, is a driver by default. More than twelve inputs are sampled, over up to 500 "
      + "random orders and their reverses, with a standard error.")
  static let over = Flag(
    "over", value: "SCALE", choices: ["tasks", "customers", "both"],
    "draw revenue, cost and margin over scale",
    details: "The tasks of each customer, the customers, or both by the same factor, from a tenth "
      + "of what is stated to ten times as much.")
  static let from = Flag(
    "from", value: "FACTOR", "where scale begins, times what is stated: ×0.1 by default")
  static let to = Flag("to", value: "FACTOR", "where scale ends: ×10 by default")
  static let solve = Flag(
    "solve", value: "FIGURE=VALUE", "find the fee, price, rate or kicker that reaches a target",
    details: "Of every plan: margin=70%, grossProfit='$20000 / month', "
      + "pricePerCompletedTask='$1.20', and what else a plan has: revenue, paymentFees, grossMargin, "
      + "contributionMargin.")
  static let draws = Flag(
    "draws", value: "N", "make so many draws; 1,000,000 by default",
    details: "1e7 may be written for 10000000. Latin and sobol sampling take the next number that "
      + "is sixteen times a power of two. With --month, months of one customer of each segment: "
      + "100,000 by default; whole months are made of ten times as many.")
  static let month = Flag(
    "month", "draw what happens in a month, with every input as stated",
    details: "Tasks, how they end and how long people take, customer by customer.")
  static let seed = Flag(
    "seed", value: "SEED", "begin the random numbers from SEED; 1 by default",
    details: "A whole number from 0 to 2^64 − 1. The same seed gives the same draws everywhere.")
  static let precision = Flag(
    "precision", value: "SHARE", "end when the first figure's mean is known so well: 0.1%",
    details: "Until half the width of the mean's 95 % interval is at most that part of it; after a "
      + "billion draws, or as many as --draws says, at the latest.")
  static let sampling = Flag(
    "sampling", value: "HOW", choices: Sampling.allCases.map(\.rawValue),
    "spread the draws at random, as a Latin hypercube, or along a Sobol' net",
    details: "By default at random. The others leave less to chance for the same number of draws; "
      + "their error is the spread between sixteen replicates.")
  static let quantiles = Flag(
    "quantiles", value: "HOW", choices: ["exact", "sketch"],
    "keep all values for exact quantiles, or only counts",
    details: "By default exact up to 1,048,576 draws; a sketch is within 0.013 %.")
  static let samples = Flag(
    "samples", value: "FILE", "write every draw, its inputs and figures, as a row of CSV to FILE",
    details: "With --month every month of one customer of each segment.")
  static let shard = Flag(
    "shard", value: "I/N", "make the I-th of N parts of all draws, for merge to put together",
    details: "Writes one line of JSON: --shard 3/64 -o shard-3.json.")
  static let depth = Flag(
    "depth", value: "LEVELS", "show so many levels below the figure; all of them by default")
  static let excel = Flag(
    "excel", "begin the CSV with a byte-order mark, so that Excel reads it as UTF-8")
  static let delimiter = Flag(
    "delimiter", value: "SIGN", choices: [",", ";", "tab"], "what stands between CSV fields")
  static let decimal = Flag(
    "decimal", value: "SIGN", choices: [".", ","], "the decimal mark in CSV",
    details:
      "With a decimal comma, fields are separated by semicolons unless --delimiter says else.")
  static let color = Flag(
    "color", value: "WHEN", choices: ["auto", "always", "never"],
    "colour the text; auto does so on a terminal",
    details: "NO_COLOR and TERM=dumb turn colour off too. No meaning rests on colour.")
  static let width = Flag(
    "width", value: "COLUMNS", "how wide text may be; by default the terminal's width, else 100")
  static let template = Flag(
    "template", value: "KIND", choices: StarterKind.allCases.map(\.rawValue),
    "which kind of agent to start from; asks nothing")
  static let checkOnly = Flag(
    "check", "write nothing; say which files are laid out otherwise, and end with 1 if any is")
  static let allow = Flag(
    "allow", value: "KIND", choices: Remark.Kind.allCases.map(\.rawValue), repeats: true,
    "take remarks of this kind away", details: "May be given more than once.")
  static let ask = Flag("ask", "ask, even where no terminal is: an answer a line")
  static let watch = Flag(
    "watch", "answer again whenever a file changes, until interrupted",
    details: "Watched are the scenario, what it extends, and every file it names.")
  static let help = Flag(
    "help", short: "h", "show help: -h in short, --help with every flag explained")
  static let version = Flag("version", short: "V", "show the program's version")

  /// What replaces inputs of a scenario.
  static let ofInputs = [set, assumptions, prices, watch]
  static let ofOutput = [output, format, excel, delimiter, decimal, color, width]
}
