import RunLogs
import UnitEconomics

extension Table {
  /// What logs say, one fact a row, ready to pivot.
  ///
  /// | column | holds |
  /// |---|---|
  /// | group | empty for all runs, else what was asked to be told apart |
  /// | section | outcome, reason, recorded, computed, repriced, tokens, calls, tool, task, time, people, chain, allIn, handling, approval, bill, reading |
  /// | item, figure | which tool, outcome or reason, and what of it |
  /// | value, low, high | the number exactly, and its 95 % interval where it is a share of runs |
  /// | unit | what it counts |
  public static func measureFacts(_ answer: MeasureAnswer) -> Table {
    var table = Table(
      columns: ["group", "section", "item", "figure", "value", "low", "high", "unit"].map {
        Column($0)
      })
    for (name, tally) in [("", answer.total)] + answer.measurement.groups {
      table.rows += answer.facts(tally).map { Row([.text(harmless(name))] + $0.cells) }
    }
    for fact in answer.factsBesideRuns { table.rows.append(Row([.empty] + fact.cells)) }
    let (notes, read) = (answer.measurement.notes, answer.measurement)
    for (figure, count) in [
      ("traces", notes.traces), ("spans", notes.spans), ("repeatedSpans", notes.repeatedSpans),
      ("repeatedResponses", notes.repeatedResponses), ("usageAboveUsage", notes.usageAboveUsage),
      ("orphans", notes.orphans), ("otherSignals", read.otherSignals),
      ("unreadLines", answer.unread.count),
    ] {
      table.rows.append(
        Row([.empty] + MeasureFact("reading", "", figure, Double(count), "").cells))
    }
    return table
  }
}

extension JSON {
  /// What logs say, with every fact of the CSV.
  public static func measure(_ answer: MeasureAnswer, program: Program) -> JSON {
    func facts(_ tally: Tally) -> JSON { .array(answer.facts(tally).map(\.json)) }
    return [
      "version": 1,
      "program": .string("\(program.name) \(program.version)"),
      "files": .array(
        answer.files.map { file in
          [
            "name": .string(file.name), "form": .string(file.form),
            "bytes": .number(Double(file.bytes)), "lines": .number(Double(file.lines)),
          ]
        }),
      "priceBook": answer.book.map { book in
        ["name": .string(book.name), "sha256": .string(book.sha256)]
      } ?? nil,
      "currency": .string(MeasureAnswer.currency),
      "total": facts(answer.total),
      "groups": .array(
        answer.grouping == nil
          ? []
          : answer.measurement.groups.map { name, tally in
            ["name": .string(name), "facts": facts(tally)]
          }),
      "besideRuns": .array(answer.factsBesideRuns.map(\.json)),
      "warnings": .array(answer.warnings.map { .string($0) }),
      "unread": .array(
        answer.unread.first.map { fault in
          [
            "file": .string(fault.file), "line": .number(Double(fault.line)),
            "column": .number(Double(fault.fault.offset + 1)),
            "problem": .string(fault.fault.problem.words),
          ]
        }),
    ]
  }
}

extension Tally {
  /// Every figure that is told of some runs.
  ///
  /// - Parameter captured: the links of the chain whose contents some run of all that is measured tells.
  func facts(_ captured: RunChain.Links) -> [MeasureFact] {
    let currency = MeasureAnswer.currency
    func number(_ section: String, _ figure: String, _ count: Int, _ unit: String) -> MeasureFact {
      MeasureFact(section, "", figure, Double(count), unit)
    }
    var facts = [number("outcome", "runs", attempts, "run")]
    for outcome in Outcome.allCases {
      facts.append(
        MeasureFact("outcome", outcome.rawValue, "runs", Double(count(outcome)), "run"))
      facts.append(
        MeasureFact(
          "outcome", outcome.rawValue, "share",
          judged > 0 ? Double(count(outcome)) / Double(judged) : nil, "share",
          judged > 0 ? wilsonInterval(count(outcome), of: judged) : nil))
    }
    facts.append(MeasureFact("outcome", "notTold", "runs", Double(attempts - judged), "run"))
    for reason in FailureReason.allCases {
      if let count = reasons[reason] {
        facts.append(MeasureFact("reason", reason.rawValue, "runs", Double(count), "run"))
      }
    }
    for (name, cost) in [("recorded", recorded), ("computed", computed)] where cost.runs > 0 {
      facts += [
        MeasureFact(name, "", "cost", cost.total.value, currency),
        MeasureFact(name, "", "costOfFailures", cost.ofFailures.value, currency),
        MeasureFact(name, "", "costPerRun", cost.perRun, "\(currency) / run"),
        MeasureFact(name, "", "costPerSuccess", cost.perSuccess, "\(currency) / success"),
        number(name, "runs", cost.runs, "run"),
      ]
    }
    facts += [
      number("calls", "modelCalls", calls, "call"),
      number("calls", "unrecordedCalls", unrecordedCalls, "call"),
      number("calls", "uncountedCalls", uncountedCalls, "call"),
      number("calls", "toolCalls", toolCalls, "call"),
      number("calls", "toolErrors", toolErrors, "call"),
    ]
    facts += tokenFacts
    for (model, count) in unpriced.sorted(by: { $0.key < $1.key }) {
      facts.append(MeasureFact("calls", model, "unpriced", Double(count), "call"))
    }
    for (name, tool) in tools.sorted(by: { $0.key < $1.key }) {
      facts += [
        MeasureFact("tool", name, "calls", Double(tool.calls), "call"),
        MeasureFact("tool", name, "errors", Double(tool.errors), "call"),
        MeasureFact("tool", name, "timeouts", Double(tool.timeouts), "call"),
        MeasureFact("tool", name, "p50", tool.seconds(at: 0.5), "s"),
        MeasureFact("tool", name, "p95", tool.seconds(at: 0.95), "s"),
      ]
    }
    if taskCount > 0 {
      facts.append(number("task", "tasks", taskCount, "task"))
      for outcome in Outcome.allCases {
        facts.append(
          MeasureFact("task", outcome.rawValue, "tasks", Double(taskCount(outcome)), "task"))
      }
      for (name, cost) in [("recorded", recorded), ("computed", computed)] where cost.runs > 0 {
        facts.append(
          MeasureFact(
            name, "", "costPerSolvedTask", cost.total.each(of: taskCount(.success)),
            "\(currency) / task"))
      }
    }
    if timedRuns > 0 {
      facts.append(
        MeasureFact(
          "time", "", "mean", Double(runtime) / Double(timedRuns) / 1e9, "s / run"))
    }
    if handledRuns > 0 {
      facts += [
        MeasureFact("people", "", "minutes", humanMinutes.value, "min"),
        number("people", "runs", handledRuns, "run"),
      ]
    }
    if tasksToldTwice > 0 {
      facts.append(number("people", "tasksInHelpDeskToo", tasksToldTwice, "task"))
    }
    return facts + chains.facts(where: captured)
  }
}
