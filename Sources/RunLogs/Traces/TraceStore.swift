/// Steps of runs from any number of lines and files, put together to runs.
///
/// A trace may be split over lines and files, children before parents: no step is judged before all are
/// there. What is kept of each is small, and no text that it carries is.
struct TraceStore {
  private(set) var names = NameTable()
  private var spans: [SpanRecord] = []

  /// Takes in spans whose names are numbered by a table of their own.
  mutating func add(_ new: [SpanRecord], _ table: NameTable) {
    let numbers = names.merge(table)
    func own(_ number: Int32) -> Int32 { number < 0 ? number : numbers[Int(number)] }
    for var span in new {
      span.model = own(span.model)
      span.tool = own(span.tool)
      span.error = own(span.error)
      span.agent = own(span.agent)
      span.version = own(span.version)
      span.tenant = own(span.tenant)
      span.conversation = own(span.conversation)
      spans.append(span)
    }
  }

  /// Every run, in an order that does not depend on the order of lines.
  ///
  /// - Returns: what was passed over on the way.
  mutating func eachAttempt(
    _ settings: MeasureSettings, _ body: (Attempt) -> Void
  ) -> TraceNotes {
    var notes = TraceNotes()
    notes.spans = spans.count
    spans.sort { a, b in
      a.trace != b.trace
        ? a.trace < b.trace : a.id != b.id ? a.id < b.id : (a.file, a.line) < (b.file, b.line)
    }
    var start = 0
    while start < spans.count {
      var end = start
      while end < spans.count, spans[end].trace == spans[start].trace { end += 1 }
      let run = RunOfSpans(Array(spans[start..<end]), names, settings, &notes)
      notes.traces += 1
      body(run.attempt)
      start = end
    }
    return notes
  }
}

/// What was passed over when steps were put together, and why.
public struct TraceNotes: Sendable, Hashable {
  public var traces = 0
  public var spans = 0
  /// Steps that came more than once: exporters try again.
  public var repeatedSpans = 0
  /// Answers that more than one step carries.
  public var repeatedResponses = 0
  /// Steps whose usage is that of steps below them.
  public var usageAboveUsage = 0
  /// Steps whose parent is not there.
  public var orphans = 0

  public init() {}
}

/// One run, from its steps.
private struct RunOfSpans {
  private(set) var attempt = Attempt()

  init(
    _ all: [SpanRecord], _ names: NameTable, _ settings: MeasureSettings,
    _ notes: inout TraceNotes
  ) {
    // Repeated ones stand side by side.
    var spans: [SpanRecord] = []
    spans.reserveCapacity(all.count)
    for span in all {
      if span.id == spans.last?.id { notes.repeatedSpans += 1 } else { spans.append(span) }
    }
    let isAbove = Self.usageBelow(spans, &notes)
    // A run that calls no model costs nothing by the price list.
    if settings.prices != nil {
      attempt.computed = .zero
      attempt.repriced = settings.on.map { _ in .some(.zero) }
    }
    var answers: Set<UInt64> = []
    for (index, span) in spans.enumerated() {
      take(span, names)
      guard span.hasUsage else {
        if span.kind == .inference, !isAbove[index] {
          attempt.calls += 1
          attempt.uncountedCalls += 1
        }
        continue
      }
      if isAbove[index] {
        notes.usageAboveUsage += 1
      } else if span.response != 0, !answers.insert(span.response).inserted {
        notes.repeatedResponses += 1
      } else {
        charge(span, names, settings)
      }
    }
    settle(spans, names)
  }

  /// Whether some step below each has usage of its own.
  private static func usageBelow(
    _ spans: [SpanRecord], _ notes: inout TraceNotes
  ) -> [Bool] {
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(spans.count)
    for (index, span) in spans.enumerated() { places[span.id] = index }
    var isAbove = Array(repeating: false, count: spans.count)
    for span in spans {
      if span.parent != 0, places[span.parent] == nil { notes.orphans += 1 }
      guard span.hasUsage else { continue }
      // What is above something that is already marked is marked too; a circle ends there as well.
      var parent = span.parent
      while parent != 0, let place = places[parent], !isAbove[place] {
        isAbove[place] = true
        parent = spans[place].parent
      }
    }
    return isAbove
  }

  /// What a step says of the run, whether it has usage or not.
  private mutating func take(_ span: SpanRecord, _ names: NameTable) {
    if span.kind == .tool {
      attempt.toolCalls += 1
      let error = names[span.error] ?? ""
      if span.isError { attempt.toolErrors += 1 }
      attempt.tools.append(
        .init(
          name: names[span.tool] ?? "", isError: span.isError,
          isTimeout: error.lowercased().contains("timeout"),
          nanoseconds: span.end > 0 && span.start > 0 ? span.end - span.start : nil))
    }
    if attempt.agent == nil { attempt.agent = names[span.agent] }
    if attempt.version == nil { attempt.version = names[span.version] }
    if attempt.tenant == nil { attempt.tenant = names[span.tenant] }
  }

  private mutating func charge(
    _ span: SpanRecord, _ names: NameTable, _ settings: MeasureSettings
  ) {
    attempt.calls += 1
    attempt.usage += span.usage
    if let cost = span.cost {
      attempt.recorded = (attempt.recorded ?? .zero) + cost
    } else {
      attempt.unrecordedCalls += 1
    }
    let model = names[span.model]
    if attempt.model == nil { attempt.model = model }
    if settings.wantsSpread {
      attempt.modelCalls.append(.init(model: model ?? "", calls: 1, usage: span.usage))
    }
    attempt.price(
      span.usage, calls: 1, of: model, at: [span.start, span.end].first { $0 > 0 }, settings)
  }

  /// How long it ran, and how it ended.
  private mutating func settle(_ spans: [SpanRecord], _ names: NameTable) {
    // Runs of one conversation are at one task; a run without one is at its own.
    attempt.trace = spans.first.map { UInt64(truncatingIfNeeded: $0.trace) }
    let conversation = spans.lazy.compactMap { names[$0.conversation] }.first
    attempt.task =
      conversation.map { name in
        var name = name
        return name.withUTF8 { $0.fingerprint }
      } ?? attempt.trace
    let starts = spans.lazy.map(\.start).filter { $0 > 0 }
    let ends = spans.lazy.map(\.end).filter { $0 > 0 }
    if let first = starts.min() {
      attempt.start = first
      if let last = ends.max(), last >= first { attempt.runtime = last - first }
    }
    let roots = spans.filter { $0.parent == 0 }
    let endings = roots.compactMap(\.outcome) + spans.compactMap(\.outcome)
    attempt.outcome = endings.first ?? (roots.contains(where: \.isError) ? .failed : nil)
    guard attempt.outcome != .success else { return }
    // What is stated, then the signals that tracing has, in this order.
    attempt.reason =
      spans.compactMap(\.reason).first
      ?? (spans.contains { $0.isFiltered || $0.kind == .guardrail && $0.isError }
        ? .policyBlocked
        : spans.contains { $0.kind == .tool && $0.isError }
          ? .toolOutage
          : spans.contains { $0.kind == .inference && $0.isError } ? .modelError : nil)
  }
}
