import Formulas
import Readiness
import UnitEconomics

/// One pass over a scenario's tree: what was found, where it stands, and what is wrong with it.
final class Decoding {
  let sources: SourceMap
  /// Whether the text had mistakes of grammar, so that what is missing may only be unreadable.
  let isPartial: Bool
  /// What was said; of mistakes, the first ``mostMistakes``.
  private(set) var diagnostics: [Diagnostic] = []
  private var mistakes = 0
  /// Paths of what is missing, misspelt or unreadable: what only follows from that is not said too.
  private(set) var unread: Set<String> = []
  /// How many words may still be looked through for the nearest one.
  private var searchesLeft = 1_000_000
  private(set) var inputs = InputTable()
  /// Files of data that inputs were read from.
  var dataFiles: [ScenarioLoader.ReadFile] = []
  /// What the scenario states of its readiness, once it is read.
  var readiness: ReadinessBlock?
  /// Whether the files that it names are read.
  var readsReadiness = false
  /// The tree that is read; where a path stands is looked up there when a message asks for it.
  let root: JSONNode?
  /// Where inputs stand that are in no scenario's tree but in a price book.
  private var bookPlaces: [String: Span] = [:]
  var currency = "USD"
  /// Whether the currency could not be read, so that no amount can be held against it.
  var isCurrencyUnknown = false
  /// Currencies whose missing exchange rate has been said.
  var unpricedCurrencies: Set<String> = []
  var exchangeRates: [String: Input] = [:]
  /// What the scenario calls a task, so that "1200 tickets / month" is understood.
  var taskWords: Set<String> = []
  /// Changes to inputs that the command line asks for, such as "× 2".
  var adjustments: [Adjustment]
  /// Every path that was asked for, whether the file has it or not; kept only on request.
  var askedPaths: Set<String> = []
  let keepsAskedPaths: Bool
  /// Where the reader only tells what it would read.
  let probe: Probe?

  init(
    _ sources: SourceMap, root: JSONNode?, isPartial: Bool, adjustments: [Adjustment] = [],
    keepsAskedPaths: Bool = false, probe: Probe? = nil
  ) {
    self.sources = sources
    self.root = root
    self.keepsAskedPaths = keepsAskedPaths
    self.probe = probe
    self.isPartial = isPartial
    self.adjustments = adjustments
  }

  /// How many mistakes of meaning are shown; of any more only the number is said.
  static let mostMistakes = 100

  var hasErrors: Bool { mistakes > 0 }

  /// Whether no further mistake will be shown, so that none needs to be worded.
  var isFull: Bool { mistakes >= Self.mostMistakes }

  func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    guard probe == nil else { return }
    if isFull {
      mistakes += 1
      return
    }
    let diagnostic = diagnostic()
    if diagnostic.severity == .error { mistakes += 1 }
    diagnostics.append(diagnostic)
  }

  /// All that was said, in the order of the files; at the end how much more there is to say.
  var findings: [Diagnostic] {
    func place(_ diagnostic: Diagnostic) -> (Int32, Int32) {
      diagnostic.span.map { ($0.file, $0.start) } ?? (-1, 0)
    }
    let ordered = diagnostics.enumerated().sorted { left, right in
      let (one, other) = (place(left.element), place(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
    let warnings = ordered.filter { $0.severity != .error }
    let errors = ordered.filter { $0.severity == .error }
    let more = mistakes - errors.count
    return warnings + errors + (more > 0 ? [.note(Wording.moreMeaning(more))] : [])
  }

  /// Notes that what stands at a path, or should, could not be read.
  func markUnread(_ path: String) { unread.insert(path) }

  /// Whether a path, or what it would be part of, could not be read.
  func isUnread(_ path: String) -> Bool {
    guard !unread.isEmpty else { return false }
    var above = ""
    return InputPath.parts(path).contains { part in
      above = InputPath.appending(part, to: above)
      return unread.contains(above)
    }
  }

  /// Whether a path with `*` in it may mean something that could not be read.
  func mayMeanUnread(_ pattern: String) -> Bool {
    let parts = InputPath.parts(pattern)
    return unread.contains { path in
      let other = InputPath.parts(path)
      return other.count <= parts.count && zip(parts, other).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  /// The nearest of some words, as long as a file has not asked for too many.
  func nearest(to word: String, among words: some Collection<String>) -> String? {
    maySearch(words.count) ? nearestWord(to: word, among: words) : nil
  }

  /// Whether so many words may be looked through; if so, they count as looked through.
  func maySearch(_ count: Int) -> Bool {
    guard !isFull, count <= searchesLeft else { return false }
    searchesLeft -= count
    return true
  }

  /// Keeps an input under its path.
  func keep(_ input: Input) { inputs.append(input) }

  /// Keeps an input that a price book states.
  func keep(_ input: Input, inBookAt span: Span?) {
    inputs.append(input)
    if let span { bookPlaces[input.path] = span }
  }

  /// The nearest place that stands in the file: the path's own, or that of what it would be part of.
  func nearestPlace(_ path: String) -> Span? {
    if let span = bookPlaces[path] { return span }
    var node = root
    var rest = InputPath.parts(path)[...]
    while let part = rest.first, let below = node?.node(at: [part]) {
      node = below
      rest = rest.dropFirst()
    }
    // Of an input with its range and source, its value is what is meant.
    return (node?.member("value") ?? node)?.span
  }

  /// The bracket that opens a group: pointing at all of a long one would show its first line.
  func opening(of span: Span) -> Span {
    Span(file: span.file, start: span.start, end: min(span.start + 1, span.end))
  }

  /// A stretch's own text.
  func text(_ span: Span) -> String {
    String(
      decoding: sources[Int(span.file)].bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// A stretch in the writer's spelling as a message mentions it, cut where it is long.
  func spelling(_ span: Span) -> String {
    let near = min(span.end, span.start + 400)
    return Wording.short(text(Span(file: span.file, start: span.start, end: near)))
  }

  func origin(_ span: Span) -> Input.Origin {
    let source = sources[Int(span.file)]
    let (line, column) = source.position(of: Int(span.start))
    return Input.Origin(file: source.name, line: line, column: column)
  }
}

/// A change to inputs that holds for one run: `--set "tools.*.latency.*=× 2"`.
struct Adjustment {
  let pattern: PathPattern
  let kind: Stress.Change.Kind
  let node: JSONNode
  var isUsed = false
}
