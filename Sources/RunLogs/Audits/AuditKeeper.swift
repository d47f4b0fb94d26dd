import Readiness

/// Gathers what a span says of arguments and decisions while it is read.
struct AuditKeeper {
  let rules: AuditRules
  private let terms: [RuleTerms]
  private(set) var calls: [CallNote] = []
  private(set) var acts: [PolicyNote] = []
  private var places = RulePlaces()
  /// The last thing that the span was given, as long as it is read.
  private var given: JSONText?
  /// What the span says itself, and each of its events.
  private var own = Draft()
  private var events: [Draft] = []
  /// Whether the span says anything of a decision: most do not.
  private var isTold = false

  init(_ rules: AuditRules) {
    self.rules = rules
    terms = rules.terms
  }

  /// What is told of decisions, in the order in which it is read.
  struct Draft {
    var policy: PolicyWord?
    var policyName: String?
    var policyReason: String?
    var approval: PolicyWord?
    var approver: String?
    var approvalReason: String?
    var time: Int64 = 0

    /// Takes what a field says.
    mutating func take(_ field: SpanField, _ word: String, _ rules: AuditRules) {
      switch field {
      case .policyWord:
        switch rules.word(word) {
        case .approved: approval = .approved
        case .rejected: approval = .rejected
        case .some(let word): policy = word
        case nil: break
        }
      case .policyName: policyName = word
      case .policyReason: policyReason = word
      case .approvalWord:
        switch rules.word(word) {
        case .approved, .allowed: approval = .approved
        case .rejected, .denied: approval = .rejected
        case .needsApproval, nil: break
        }
      case .approver: approver = word
      case .approvalReason: approvalReason = word
      default: break
      }
    }
  }

  mutating func begin() {
    given = nil
    guard isTold else { return }
    isTold = false
    own = Draft()
    events.removeAll(keepingCapacity: true)
  }

  mutating func add(_ text: JSONText) { given = text }

  mutating func take(_ field: SpanField, _ word: String) {
    isTold = true
    own.take(field, word, rules)
  }

  mutating func add(event: Draft) {
    guard event.policy != nil || event.approval != nil else { return }
    isTold = true
    events.append(event)
  }

  /// Ends the span that is being read.
  mutating func end(_ span: SpanRecord, _ names: NameTable) {
    if isTold {
      own.time = span.start
      keep(own, span)
      for draft in events { keep(draft, span) }
    }
    guard span.kind == .tool, let given, let place = places.place(span.tool, names, rules) else {
      return
    }
    let terms = terms[place]
    guard terms.changes || terms.hasSchema else { return }
    let value = PlainJSON(given)
    // What changes nothing is only told from another call: it need not be read for that.
    let arguments = terms.changes ? value?.fingerprint : nil
    calls.append(
      CallNote(
        trace: span.trace, span: span.id, arguments: arguments ?? given.bytes.fingerprint,
        fault: value.flatMap { value in rules.tools[place].schema?.fault(in: value) },
        isJudged: value != nil && terms.hasSchema))
  }

  private mutating func keep(_ draft: Draft, _ span: SpanRecord) {
    func note(_ word: PolicyWord, _ by: String?, _ why: String?) {
      acts.append(
        PolicyNote(
          trace: span.trace, span: span.id, parent: span.parent, call: span.call, tool: span.tool,
          time: draft.time > 0 ? draft.time : span.start, word: word, by: by, why: why))
    }
    if let word = draft.policy { note(word, draft.policyName, draft.policyReason) }
    if let word = draft.approval { note(word, draft.approver, draft.approvalReason) }
  }

  /// Hands over what was kept, and forgets what belongs to a line that cannot be read.
  mutating func takeNotes() -> (calls: [CallNote], acts: [PolicyNote]) {
    defer {
      calls.removeAll(keepingCapacity: true)
      acts.removeAll(keepingCapacity: true)
    }
    return (calls, acts)
  }
}
