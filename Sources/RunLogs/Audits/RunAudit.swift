import Formulas
import Readiness

/// What runs prove of an agent's readiness, gathered run by run.
///
/// Runs come in the order of their traces' numbers, so that what was kept beside them is found in passing.
public struct RunAudit: Sendable {
  let rules: AuditRules
  private let terms: [RuleTerms]
  private let calls: [CallNote]
  private let acts: [PolicyNote]
  let traces: TraceNames
  private var nextCall = 0
  private var nextAct = 0
  var evidence = LogEvidence()
  /// Calls that change something, over all runs: a task may have several.
  var effects: [Effect] = []
  /// What is told of runs that are not known to have ended well.
  var incidents: [RunChain] = []
  /// The last of those runs, or the last of all where all ended well, step by step.
  public internal(set) var incident: RunTimeline?
  var isOfIncidents = false
  /// The tasks that runs were at, by fingerprint and by number.
  var seenTasks: Set<UInt64> = []
  private var places = RulePlaces()

  /// One call that changes something.
  struct Effect {
    let task: UInt64
    let place: Int
    let arguments: UInt64
    let start: Int64
    let span: UInt64
    let isError: Bool
    let trace: UInt128
  }

  init(
    _ rules: AuditRules, _ calls: [CallNote], _ acts: [PolicyNote], _ traces: TraceNames,
    by crew: Crew = .alone()
  ) {
    self.rules = rules
    terms = rules.terms
    self.traces = traces
    self.calls = calls.sorted(by: crew) { NoteKey($0.trace, 0, $0.span) }
    self.acts = acts.sorted(by: crew) { NoteKey($0.trace, $0.time, $0.span) }
    for kind in Self.ofCalls { evidence.shares[kind] = LogEvidence.Share() }
  }

  /// What is counted call by call; nothing of it where no rule speaks of a tool.
  private static let ofCalls: [LogShare] = [
    .throughAPI, .validArguments, .repeatedEffects, .hastyRetries, .decided, .approved, .doneAnyway,
  ]

  mutating func look(at run: RunOfSpans, _ names: NameTable) {
    guard let trace = run.spans.first?.trace else { return }
    while nextCall < calls.count, calls[nextCall].trace < trace { nextCall += 1 }
    while nextAct < acts.count, acts[nextAct].trace < trace { nextAct += 1 }
    var given: [UInt64: CallNote] = [:]
    while nextCall < calls.count, calls[nextCall].trace == trace {
      // Of a step that comes twice the first counts.
      if given[calls[nextCall].span] == nil { given[calls[nextCall].span] = calls[nextCall] }
      nextCall += 1
    }
    let firstAct = nextAct
    while nextAct < acts.count, acts[nextAct].trace == trace { nextAct += 1 }
    let attempt = run.attempt
    evidence.runs += 1
    for task in [attempt.task, attempt.trace].compactMap({ $0 }) { seenTasks.insert(task) }
    keepIncident(run, trace, names)
    let run = AuditedRun(
      traces: traces, task: attempt.task ?? UInt64(truncatingIfNeeded: trace), trace: trace,
      calls: ruledCalls(run.spans, given, names), acts: Array(acts[firstAct..<nextAct]),
      names: names, rules: rules, terms: terms)
    judgeAccess(run)
    judgeArguments(run)
    judgeRetries(run)
    judgePolicy(run)
  }

  /// The calls of tools that some rule speaks of, in order of time.
  private mutating func ruledCalls(
    _ spans: [SpanRecord], _ given: [UInt64: CallNote], _ names: NameTable
  ) -> [AuditedRun.Call] {
    var calls: [AuditedRun.Call] = []
    for span in spans where span.kind == .tool {
      if let place = places.place(span.tool, names, rules) {
        calls.append(AuditedRun.Call(span: span, place: place, note: given[span.id]))
      } else {
        evidence.unruledTools[names[span.tool] ?? "", default: 0] += 1
      }
    }
    return calls.sorted { ($0.span.start, $0.span.id) < ($1.span.start, $1.span.id) }
  }

  private mutating func keepIncident(
    _ run: RunOfSpans, _ trace: UInt128, _ names: NameTable
  ) {
    let attempt = run.attempt
    // What is not known to have ended well may be the very run that is asked about.
    let isBad = attempt.outcome != .success
    if isBad, let chain = attempt.chain { incidents.append(chain) }
    if let outcome = attempt.outcome, isBad, attempt.reason == nil {
      except(
        .explained,
        LogEvidence.Incident(
          run: traces[trace], at: attempt.start.map { Timestamp.text($0) },
          words: "\(outcome.rawValue), and nothing says why"))
    }
    if let chain = attempt.chain, !chain.gaps.isEmpty {
      let missing = RunChain.Gap.allCases.filter { chain.gaps[$0] != nil }
      except(
        .wholeChains,
        LogEvidence.Incident(
          run: traces[trace], at: attempt.start.map { Timestamp.text($0) },
          words: missing.map { $0.words(chain.gaps[$0] ?? 1) }.joined(separator: ", ")))
    }
    if isOfIncidents, !isBad { return }
    let isFirstBad = isBad && !isOfIncidents
    if isFirstBad || (attempt.start ?? 0) > (incident?.start ?? Int64.min) {
      incident = RunTimeline(run, names, traces)
      isOfIncidents = isBad
    }
  }

  /// Keeps a case that speaks against a share, the first hundred of each.
  mutating func except(_ kind: LogShare, _ incident: LogEvidence.Incident, tool: String? = nil) {
    if evidence.exceptions[kind, default: []].count < LogEvidence.mostKept {
      evidence.exceptions[kind, default: []].append(incident)
    }
    if let tool { evidence.byTool[kind, default: [:]][tool, default: 0] += 1 }
  }
}
