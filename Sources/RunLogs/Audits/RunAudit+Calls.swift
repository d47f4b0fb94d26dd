import Readiness

extension RunAudit {
  /// Through what systems of record are reached.
  mutating func judgeAccess(_ run: AuditedRun) {
    for call in run.calls where run.terms(call).isOfRecord {
      switch run.terms(call).access {
      case .api: evidence.shares[.throughAPI]?.add(true)
      case .browser: evidence.shares[.throughAPI]?.add(false)
      case nil: evidence.shares[.throughAPI]?.unjudged += 1
      }
    }
  }

  /// Whether arguments fit their schema, and what must not be done twice.
  mutating func judgeArguments(_ run: AuditedRun) {
    for call in run.calls {
      let terms = run.terms(call)
      if terms.hasSchema {
        if let note = call.note, note.isJudged {
          evidence.shares[.validArguments]?.add(note.fault == nil)
          if let fault = note.fault {
            except(.validArguments, run.incident(call, fault), tool: run.ruled(call))
          }
        } else {
          evidence.shares[.validArguments]?.unjudged += 1
        }
      }
      guard terms.changes else { continue }
      guard let note = call.note else {
        evidence.shares[.repeatedEffects]?.unjudged += 1
        continue
      }
      evidence.shares[.repeatedEffects]?.all += 1
      effects.append(
        Effect(
          task: run.task, place: call.place, arguments: note.arguments, start: call.span.start,
          span: call.span.id, isError: call.span.isError, trace: run.trace))
    }
  }

  /// How long tries again wait: half of the stated pause at least, since clients shorten it at random.
  mutating func judgeRetries(_ run: AuditedRun) {
    var last: [Int: AuditedRun.Call] = [:]
    for call in run.calls {
      defer { last[call.place] = call }
      let pause = run.terms(call).pause
      guard pause > 0, let before = last[call.place], before.span.isError else { continue }
      // Other arguments make it another call, and no try again.
      if let one = before.note, let other = call.note, one.arguments != other.arguments { continue }
      guard before.span.end > 0, call.span.start > 0 else {
        evidence.shares[.hastyRetries]?.unjudged += 1
        continue
      }
      let waited = Double(call.span.start - before.span.end) / 1e9
      let isHasty = waited < pause / 2
      evidence.shares[.hastyRetries]?.add(isHasty)
      if isHasty {
        let shown = (max(0, waited) * 1000).rounded() / 1000
        except(
          .hastyRetries,
          run.incident(call, "\(shown) s after it failed, and \(pause) s are stated"),
          tool: run.ruled(call))
      }
    }
  }

  /// Calls that succeeded after one of the same task with the same arguments had.
  mutating func judgeEffects() {
    func key(_ effect: Effect) -> (UInt64, Int, UInt64) {
      (effect.task, effect.place, effect.arguments)
    }
    effects.sort {
      key($0) == key($1) ? ($0.start, $0.span) < ($1.start, $1.span) : key($0) < key($1)
    }
    var first: Effect?
    var found: [(effect: Effect, first: Effect)] = []
    for effect in effects {
      if let known = first, key(known) != key(effect) { first = nil }
      guard !effect.isError else { continue }
      if let known = first { found.append((effect, known)) } else { first = effect }
    }
    evidence.shares[.repeatedEffects]?.cases = found.count
    // By time, so that a reader can follow them in the log.
    for (effect, first) in found.sorted(by: {
      ($0.effect.start, $0.effect.trace, $0.effect.span)
        < ($1.effect.start, $1.effect.trace, $1.effect.span)
    }) {
      let since = first.start > 0 ? " at \(Timestamp.text(first.start))" : ""
      except(
        .repeatedEffects,
        LogEvidence.Incident(
          run: traces[effect.trace], tool: rules.tools[effect.place].name,
          at: effect.start > 0 ? Timestamp.text(effect.start) : nil,
          words: "the same arguments had succeeded\(since) for the same task"),
        tool: rules.tools[effect.place].name)
    }
  }
}

extension LogEvidence.Share {
  mutating func add(_ isCase: Bool) {
    all += 1
    if isCase { cases += 1 }
  }
}
