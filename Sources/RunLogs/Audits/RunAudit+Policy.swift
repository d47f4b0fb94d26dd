import Readiness

extension RunAudit {
  /// Whether risky calls have a decision of policy before them, and an approval where one is needed.
  ///
  /// A decision speaks of a call where it stands on its own step, names the call, or names its tool and came before;
  /// a decision without a tool speaks of what its own parent calls next. Each speaks of one call only,
  /// unless it names it.
  mutating func judgePolicy(_ run: AuditedRun) {
    var used: Set<Int> = []
    for call in run.calls where run.terms(call).isRisky {
      let terms = run.terms(call)
      let decision = run.act(for: call, among: [.allowed, .denied, .needsApproval], &used)
      let approval = run.act(for: call, among: [.approved, .rejected], &used)
      let isDone = !call.span.isError
      // A person who approves has decided too.
      evidence.shares[.decided]?.add(decision != nil || approval != nil)
      if decision == nil, approval == nil {
        except(
          .decided, run.incident(call, "no decision of policy before it"), tool: run.ruled(call))
      }
      let isRefused = approval?.word == .rejected || decision?.word == .denied && approval == nil
      if isRefused {
        evidence.shares[.doneAnyway]?.add(isDone)
        if isDone {
          except(
            .doneAnyway,
            run.incident(
              call,
              approval?.word == .rejected
                ? "carried out although it was rejected" : "carried out although policy denied it"),
            tool: run.ruled(call))
        } else {
          keep(run.proof(call, approval ?? decision), isStop: true)
        }
        continue
      }
      evidence.shares[.doneAnyway]?.add(false)
      if approval?.word == .approved { keep(run.proof(call, approval), isStop: false) }
      guard terms.needsApproval || decision?.word == .needsApproval else { continue }
      // What failed before anybody was asked has done nothing.
      guard isDone || approval != nil else { continue }
      evidence.shares[.approved]?.add(approval?.word == .approved)
      if approval == nil {
        except(.approved, run.incident(call, "no approval before it"), tool: run.ruled(call))
      }
    }
    // What was refused and never called is stopped too.
    for (index, act) in run.acts.enumerated()
    where !used.contains(index) && (act.word == .denied || act.word == .rejected) {
      guard let name = run.names[act.tool], let place = rules.place(name),
        rules.tools[place].risk != nil
      else { continue }
      keep(
        LogEvidence.PolicyAct(
          run: run.name, tool: name, at: act.time > 0 ? Timestamp.text(act.time) : nil, by: act.by,
          why: act.why, word: act.word), isStop: true)
    }
  }

  private mutating func keep(_ act: LogEvidence.PolicyAct?, isStop: Bool) {
    guard let act else { return }
    if isStop {
      evidence.stopCount += 1
      if evidence.stops.count < LogEvidence.mostKept { evidence.stops.append(act) }
    } else {
      evidence.approvalCount += 1
      if evidence.approvals.count < LogEvidence.mostKept { evidence.approvals.append(act) }
    }
  }
}

extension AuditedRun {
  /// The last decision of some kinds that speaks of a call.
  fileprivate func act(
    for call: Call, among words: Set<PolicyWord>, _ used: inout Set<Int>
  ) -> PolicyNote? {
    let span = call.span
    var found: (index: Int, act: PolicyNote)?
    for (index, act) in acts.enumerated() where words.contains(act.word) {
      let isOwn = act.span == span.id
      let isNamed = act.call != 0 && act.call == span.call
      if isOwn || isNamed {
        // What is decided after the call has ended was not asked before it.
        guard act.time == 0 || span.end == 0 || act.time <= span.end,
          isOwn || act.time == 0 || span.start == 0 || act.time <= span.start
        else { continue }
        found = (index, act)
        continue
      }
      guard act.call == 0 || span.call == 0, !used.contains(index), act.time <= span.start else {
        continue
      }
      let speaksOfTool =
        act.tool == span.tool
        || act.tool == NameTable.none && act.parent == span.parent && act.parent != 0
      let isElsewhere = calls.contains { $0.span.id == act.span && $0.span.id != span.id }
      if speaksOfTool, !isElsewhere { found = (index, act) }
    }
    if let found { used.insert(found.index) }
    return found?.act
  }

  fileprivate func proof(_ call: Call, _ act: PolicyNote?) -> LogEvidence.PolicyAct? {
    act.map {
      LogEvidence.PolicyAct(
        run: name, tool: tool(call), at: $0.time > 0 ? Timestamp.text($0.time) : nil, by: $0.by,
        why: $0.why, word: $0.word)
    }
  }
}
