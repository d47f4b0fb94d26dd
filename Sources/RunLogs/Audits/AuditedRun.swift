import Readiness

/// A run as it is audited.
struct AuditedRun {
  let traces: TraceNames
  let task: UInt64
  let trace: UInt128
  /// In order of time.
  let calls: [Call]
  /// In order of time.
  let acts: [PolicyNote]
  let names: NameTable
  let rules: AuditRules
  let terms: [RuleTerms]

  /// A call of a tool that a rule speaks of.
  struct Call {
    let span: SpanRecord
    let place: Int
    let note: CallNote?

    var at: String? { span.start > 0 ? Timestamp.text(span.start) : nil }
  }

  /// What the log calls it; worked out where it is told.
  var name: String { traces[trace] }

  func terms(_ call: Call) -> RuleTerms { terms[call.place] }
  /// What the tool is called in the scenario.
  func ruled(_ call: Call) -> String { rules.tools[call.place].name }
  func tool(_ call: Call) -> String { names[call.span.tool] ?? "" }

  func incident(_ call: Call, _ words: String) -> LogEvidence.Incident {
    LogEvidence.Incident(run: name, tool: tool(call), at: call.at, words: words)
  }
}
