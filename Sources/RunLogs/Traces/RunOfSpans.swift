/// One run, from its steps.
struct RunOfSpans {
  private(set) var attempt = Attempt()
  /// Its steps in the order of their identities, each once.
  let spans: [SpanRecord]
  /// What became of the usage of each; empty where no run is to be shown.
  private(set) var uses: [UsageFate] = []

  init(
    _ all: [SpanRecord], _ asked: ArraySlice<AskedCall>, _ names: NameTable,
    _ settings: MeasureSettings, _ notes: inout TraceNotes
  ) {
    let spans = Self.once(all, &notes)
    self.spans = spans
    let orphans = notes.orphans
    let isAbove = Self.usageBelow(spans, &notes)
    // What a trace leaves out was not used, in a run without a call too.
    attempt.toldTokens = .all
    // A run that calls no model costs nothing by the price list.
    if settings.prices != nil {
      attempt.computed = .zero
      attempt.repriced = settings.on.map { _ in .some(.zero) }
    }
    var answers: Set<UInt64> = []
    let isShown = settings.tellsRuns
    for (index, span) in spans.enumerated() {
      take(span, names)
      var fate = UsageFate.none
      if !span.hasUsage {
        if span.kind == .inference, !isAbove[index] {
          attempt.calls += 1
          attempt.uncountedCalls += 1
          fate = .uncounted
        }
      } else if isAbove[index] {
        notes.usageAboveUsage += 1
        fate = .below
      } else if span.response != 0, !answers.insert(span.response).inserted {
        notes.repeatedResponses += 1
        fate = .repeated
      } else {
        fate = .counted(computed: charge(span, names, settings))
      }
      if isShown { uses.append(fate) }
    }
    settle(names, settings)
    attempt.chain = RunChain(
      spans, isAbove, asked, orphans: notes.orphans - orphans, hasOutcome: attempt.outcome != nil)
  }

  /// Each step once.
  ///
  /// Repeated ones stand side by side; an export may tell in one of them what it leaves out in the other.
  private static func once(_ all: [SpanRecord], _ notes: inout TraceNotes) -> [SpanRecord] {
    guard zip(all, all.dropFirst()).contains(where: { $0.id == $1.id }) else { return all }
    var spans: [SpanRecord] = []
    for span in all {
      if span.id == spans.last?.id {
        notes.repeatedSpans += 1
        spans[spans.count - 1].told.formUnion(span.told)
      } else {
        spans.append(span)
      }
    }
    return spans
  }

  /// Whether some step below each has usage of its own.
  private static func usageBelow(
    _ spans: [SpanRecord], _ notes: inout TraceNotes
  ) -> [Bool] {
    /// Where the step with an identity stands, by which they are in order.
    func whereIs(_ id: UInt64) -> Int? {
      if id == 0 { return nil }
      let place = spans.firstPlace { $0.id >= id }
      return place < spans.count && spans[place].id == id ? place : nil
    }
    var isAbove = Array(repeating: false, count: spans.count)
    for span in spans {
      var above = whereIs(span.parent)
      if span.parent != 0, above == nil { notes.orphans += 1 }
      guard span.hasUsage else { continue }
      // What is above something that is already marked is marked too; a circle ends there as well.
      while let place = above, !isAbove[place] {
        isAbove[place] = true
        above = whereIs(spans[place].parent)
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
          isTimeout: !error.isEmpty && error.lowercased().contains("timeout"),
          nanoseconds: span.end > 0 && span.start > 0 ? span.end - span.start : nil))
    }
    if attempt.agent == nil { attempt.agent = names[span.agent] }
    if attempt.version == nil { attempt.version = names[span.version] }
    if attempt.tenant == nil { attempt.tenant = names[span.tenant] }
  }

  /// - Returns: what it costs by the price list; nil where there is no price.
  private mutating func charge(
    _ span: SpanRecord, _ names: NameTable, _ settings: MeasureSettings
  ) -> Amount? {
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
    return attempt.price(
      span.usage, calls: 1, of: model, at: [span.start, span.end].first { $0 > 0 }, settings)
  }

  /// How long it ran, and how it ended.
  private mutating func settle(_ names: NameTable, _ settings: MeasureSettings) {
    // Runs of one conversation are at one task; a run without one is at its own.
    attempt.trace = spans.first.map { UInt64(truncatingIfNeeded: $0.trace) }
    let conversation = spans.lazy.compactMap { names[$0.conversation] }.first
    if settings.tellsRuns { attempt.taskName = conversation }
    attempt.task = conversation?.fingerprint ?? attempt.trace
    let starts = spans.lazy.map(\.start).filter { $0 > 0 }
    let ends = spans.lazy.map(\.end).filter { $0 > 0 }
    if let first = starts.min() {
      attempt.start = first
      if let last = ends.max(), last >= first { attempt.runtime = last - first }
    }
    let roots = spans.filter { $0.parent == 0 }
    attempt.outcome =
      roots.lazy.compactMap(\.outcome).first ?? spans.lazy.compactMap(\.outcome).first
      ?? (roots.contains(where: \.isError) ? .failed : nil)
    guard attempt.outcome != .success else { return }
    // What is stated, what the user says of errors, then the signals that tracing has, in this order.
    let stated = spans.lazy.compactMap(\.reason).first
    if stated == nil {
      attempt.unknownReason = spans.lazy.compactMap { names[$0.unknownReason] }.first
    }
    attempt.reason =
      stated
      ?? spans.lazy.compactMap { names[$0.error].flatMap(settings.words.stated) }.first
      ?? (spans.contains { $0.isFiltered || $0.kind == .guardrail && $0.isError }
        ? .policyBlocked
        : spans.contains { $0.kind == .tool && $0.isError }
          ? .toolOutage
          : spans.contains { $0.kind == .inference && $0.isError } ? .modelError : nil)
  }
}

/// What became of the usage of a step.
public enum UsageFate: Sendable, Hashable {
  /// It has none, and owes none.
  case none
  /// A model call whose tokens are not told.
  case uncounted
  /// It is in the sum of the run, at what the price list says of it.
  case counted(computed: Amount?)
  /// A step below has it.
  case below
  /// Another step has the same answer.
  case repeated
}
