/// Steps of runs from any number of lines and files, put together to runs.
///
/// A trace may be split over lines and files, children before parents: no step is judged before all are
/// there. What is kept of each is small, and no text that it carries is.
struct TraceStore {
  private(set) var names = NameTable()
  private(set) var traceNames = TraceNames()
  /// As they were read: nothing is copied, and names keep the numbers of their part.
  private var parts: [Part] = []
  private var askedCalls: [AskedCall] = []
  /// What calls were given, and what policy said of them.
  private(set) var calls: [CallNote] = []
  private(set) var acts: [PolicyNote] = []

  private struct Part {
    let spans: [SpanRecord]
    /// The number here of each of its names.
    let numbers: [Int32]
    /// How many lines of the file stand before it.
    let first: Int32
  }

  /// Takes in spans whose names are numbered by a table of their own.
  ///
  /// - Parameter first: how many lines of the file stand before them.
  mutating func add(_ part: LogPart, from first: Int) {
    traceNames.merge(part.traceNames)
    askedCalls += part.askedCalls
    calls += part.calls
    guard !part.spans.isEmpty || !part.acts.isEmpty else { return }
    let numbers = names.merge(part.names)
    for var act in part.acts {
      if act.tool >= 0 { act.tool = numbers[Int(act.tool)] }
      acts.append(act)
    }
    parts.append(
      Part(spans: part.spans, numbers: numbers, first: Int32(truncatingIfNeeded: first)))
  }

  /// Neighbouring steps of one trace.
  struct Stretch {
    let trace: UInt128
    let part: Int
    let range: Range<Int>
  }

  /// All steps, cut into about so many pieces of whole traces, in an order that does not depend on that of lines.
  mutating func pieces(_ count: Int) -> [ArraySlice<Stretch>] {
    askedCalls.sort { ($0.trace, $0.call) < ($1.trace, $1.call) }
    var rest = stretches[...]
    var pieces: [ArraySlice<Stretch>] = []
    let size = rest.count / count + 1
    while let last = rest.prefix(size).last {
      let end = rest.dropFirst(size).firstIndex { $0.trace != last.trace } ?? rest.endIndex
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return pieces
  }

  /// All stretches by their traces, those of one trace in the order of files and lines.
  private var stretches: [Stretch] {
    var all: [Stretch] = []
    for (place, part) in parts.enumerated() {
      let spans = part.spans
      var start = 0
      while start < spans.count {
        let trace = spans[start].trace
        var end = start + 1
        while end < spans.count, spans[end].trace == trace { end += 1 }
        all.append(Stretch(trace: trace, part: place, range: start..<end))
        start = end
      }
    }
    all.sort { ($0.trace, $0.part, $0.range.lowerBound) < ($1.trace, $1.part, $1.range.lowerBound) }
    return all
  }

  /// Every run of a piece.
  ///
  /// - Returns: what was passed over on the way.
  func eachRun(
    of piece: ArraySlice<Stretch>, _ settings: MeasureSettings, _ body: (RunOfSpans) -> Void
  ) -> TraceNotes {
    var notes = TraceNotes()
    var rest = piece
    while let trace = rest.first?.trace {
      let own = rest.prefix { $0.trace == trace }
      rest = rest[own.endIndex...]
      let asked = askedCalls[askedCalls.firstPlace { $0.trace >= trace }...]
      let calls = asked.prefix { $0.trace == trace }
      body(RunOfSpans(steps(of: own), calls, names, settings, &notes))
      notes.traces += 1
      notes.spans += own.reduce(0) { $0 + $1.range.count }
    }
    return notes
  }

  /// The steps of a trace by their identities; of those of one identity the first that was written comes first.
  private func steps(of stretches: ArraySlice<Stretch>) -> [SpanRecord] {
    var places: [(id: UInt64, part: Int, index: Int)] = []
    places.reserveCapacity(stretches.reduce(0) { $0 + $1.range.count })
    for stretch in stretches {
      let spans = parts[stretch.part].spans
      for index in stretch.range { places.append((spans[index].id, stretch.part, index)) }
    }
    places.sort { $0 < $1 }
    return places.map { place in
      let part = parts[place.part]
      var span = part.spans[place.index]
      span.number(by: part.numbers)
      span.line &+= part.first
      return span
    }
  }
}

extension Array {
  /// The first place from which on all elements are so; none before it may be.
  func firstPlace(_ isSo: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSo(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SpanRecord {
  /// Numbers its names by another table.
  fileprivate mutating func number(by numbers: [Int32]) {
    func own(_ number: Int32) -> Int32 { number < 0 ? number : numbers[Int(number)] }
    model = own(model)
    tool = own(tool)
    error = own(error)
    agent = own(agent)
    version = own(version)
    tenant = own(tenant)
    conversation = own(conversation)
    unknownReason = own(unknownReason)
    title = own(title)
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
