import Formulas
import UnitEconomics

/// One pass over a scenario's tree: what was found, where it stands, and what is wrong with it.
final class Decoding {
  let sources: SourceMap
  /// Whether the text had mistakes of grammar, so that what is missing may only be unreadable.
  let isPartial: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var inputs = InputTable()
  /// Where each path stands, for messages that are about its meaning.
  private(set) var places: [String: Span] = [:]
  var currency = "USD"
  var exchangeRates: [String: Input] = [:]
  /// What the scenario calls a task, so that "1200 tickets / month" is understood.
  var taskWords: Set<String> = []
  /// Changes to inputs that the command line asks for, such as "× 2".
  var adjustments: [Adjustment]
  /// Every path that was asked for, whether the file has it or not; kept only on request.
  var askedPaths: Set<String> = []
  let keepsAskedPaths: Bool

  init(
    _ sources: SourceMap, isPartial: Bool, adjustments: [Adjustment] = [],
    keepsAskedPaths: Bool = false
  ) {
    self.sources = sources
    self.keepsAskedPaths = keepsAskedPaths
    self.isPartial = isPartial
    self.adjustments = adjustments
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func place(_ path: String, at span: Span) { places[path] = span }

  /// Keeps an input under its path.
  func keep(_ input: Input, at span: Span?) {
    inputs.append(input)
    if let span { places[input.path] = span }
  }

  /// The nearest place that stands in the file: the path's own, or that of what it would be part of.
  func nearestPlace(_ path: String) -> Span? {
    var parts = InputPath.parts(path)
    while !parts.isEmpty {
      if let span = places[parts.reduce("") { InputPath.appending($1, to: $0) }] { return span }
      parts.removeLast()
    }
    return places[""]
  }

  /// A stretch's own text, in the writer's spelling.
  func spelling(_ span: Span) -> String {
    String(
      decoding: sources[Int(span.file)].bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
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
