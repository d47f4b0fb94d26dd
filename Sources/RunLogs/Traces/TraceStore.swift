/// Steps of runs from any number of lines and files, put together to runs.
///
/// A trace may be split over lines and files, children before parents: no step is judged before all are
/// there. What is kept of each is small, and no text that it carries is.
struct TraceStore {
  private(set) var names = NameTable()
  private(set) var traceNames = TraceNames()
  private var spans: [SpanRecord] = []
  private var askedCalls: [AskedCall] = []
  /// What calls were given, and what policy said of them.
  private(set) var calls: [CallNote] = []
  private(set) var acts: [PolicyNote] = []

  /// Takes in spans whose names are numbered by a table of their own.
  ///
  /// - Parameter first: how many lines of the file stand before them.
  mutating func add(_ part: LogPart, from first: Int) {
    let numbers = names.merge(part.names)
    func own(_ number: Int32) -> Int32 { number < 0 ? number : numbers[Int(number)] }
    traceNames.merge(part.traceNames)
    askedCalls += part.askedCalls
    calls += part.calls
    for var act in part.acts {
      act.tool = own(act.tool)
      acts.append(act)
    }
    let first = Int32(truncatingIfNeeded: first)
    for var span in part.spans {
      span.line &+= first
      span.model = own(span.model)
      span.tool = own(span.tool)
      span.error = own(span.error)
      span.agent = own(span.agent)
      span.version = own(span.version)
      span.tenant = own(span.tenant)
      span.conversation = own(span.conversation)
      span.title = own(span.title)
      spans.append(span)
    }
  }

  /// Every run, in an order that does not depend on the order of lines.
  ///
  /// - Returns: what was passed over on the way.
  mutating func eachRun(_ settings: MeasureSettings, _ body: (RunOfSpans) -> Void) -> TraceNotes {
    var notes = TraceNotes()
    notes.spans = spans.count
    spans.sort { a, b in
      a.trace != b.trace
        ? a.trace < b.trace : a.id != b.id ? a.id < b.id : (a.file, a.line) < (b.file, b.line)
    }
    askedCalls.sort { ($0.trace, $0.call) < ($1.trace, $1.call) }
    var (start, asked) = (0, 0)
    while start < spans.count {
      let trace = spans[start].trace
      var end = start
      while end < spans.count, spans[end].trace == trace { end += 1 }
      while asked < askedCalls.count, askedCalls[asked].trace < trace { asked += 1 }
      let firstAsked = asked
      while asked < askedCalls.count, askedCalls[asked].trace == trace { asked += 1 }
      let calls = askedCalls[firstAsked..<asked]
      body(RunOfSpans(Array(spans[start..<end]), calls, names, settings, &notes))
      notes.traces += 1
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

  mutating func add(_ other: TraceNotes) {
    traces += other.traces
    spans += other.spans
    repeatedSpans += other.repeatedSpans
    repeatedResponses += other.repeatedResponses
    usageAboveUsage += other.usageAboveUsage
    orphans += other.orphans
  }
}
