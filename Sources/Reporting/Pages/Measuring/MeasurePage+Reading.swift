import RunLogs
import UnitEconomics

extension MeasureAnswer {
  /// What was read, and what was passed over on the way.
  var reading: Table {
    let notes = measurement.notes
    var table = Table(
      title: "What was read", columns: [Column("What"), Column("How many", .trailing)])
    func row(_ name: String, _ count: Int) {
      if count > 0 { table.rows.append(Row([.text(name), .number(Double(count), .count)])) }
    }
    for file in files { row("lines of \(file.name), \(file.form)", file.lines) }
    row("traces", notes.traces)
    row("spans", notes.spans)
    row("spans that came twice, counted once", notes.repeatedSpans)
    row("answers on two spans, counted once", notes.repeatedResponses)
    row("spans whose usage is that of spans below them, passed over", notes.usageAboveUsage)
    row("spans whose parent is missing", notes.orphans)
    row("lines of logs and metrics, passed over", measurement.otherSignals)
    row("rows of the bill that are not asked for, passed over", bill?.otherRows ?? 0)
    row("rows of people's work without a task or a time", people?.emptyRows ?? 0)
    row("tasks that people worked on and no run is at", measurement.strangeTasks)
    row("lines that could not be read", unread.count)
    if total.timedRuns > 0 {
      let mean = Double(total.runtime) / Double(total.timedRuns) / 1e9
      table.notes.append(
        "A run takes \(text(mean, .seconds)) in the mean, from its first step to its last.")
    }
    if total.handledRuns > 0 {
      let minutes = total.humanMinutes.value / Double(total.handledRuns)
      table.notes.append(
        "People worked on \(count(total.handledRuns)) runs, \(text(minutes, .quantity(digits: 3))) minutes each."
      )
    }
    let rows = total.attempts - total.chains.runs
    if rows > 0 {
      table.notes.append(
        rows == total.attempts
          ? "A row tells no steps, so whether the chain from request to outcome is whole cannot be said."
          : "\(count(rows)) rows tell no steps, so the chain is that of the other runs alone.")
    }
    return table
  }

  /// The first lines that could not be read.
  var faults: Table { unread.table }
}

extension UnreadLines {
  /// The first of them, each with where it stands and what is wrong.
  var table: Table {
    var table = Table(
      title: "Lines that could not be read",
      columns: [
        Column("File"), Column("Line", .trailing), Column("Column", .trailing),
        Column("What is wrong"),
      ])
    for fault in first {
      table.rows.append(
        Row([
          .text(fault.file), .number(Double(fault.line), .count),
          .number(Double(fault.fault.offset + 1), .count), .text(fault.fault.problem.words),
        ]))
    }
    if count > first.count {
      let more = NumberStyle.count.text(for: Double(count - first.count)) ?? ""
      table.notes.append("\(more) more are not listed.")
    }
    return table
  }
}

extension FailureReason {
  var words: String {
    switch self {
    case .policyBlocked: "policy blocked"
    case .ambiguity: "ambiguity"
    case .toolOutage: "tool outage"
    case .modelError: "model error"
    case .dataMissing: "data missing"
    case .unexplained: "unexplained"
    }
  }
}

extension LineFault.Problem {
  /// What is wrong in words.
  public var words: String {
    switch self {
    case .expected(let expected): "\(expected.rawValue) should stand here"
    case .notUTF8: "these bytes are no UTF-8"
    case .tooDeep: "values lie in each other more than 512 deep"
    case .endsEarly: "it ends too early"
    case .notCount(let field): "\(field) is no whole number from 0 to 10^12"
    case .notAmount(let field): "\(field) is no amount"
    case .hasComma(let field, let value, let mayBeDecimal):
      "\(field) is \"\(value)\", and numbers have a point and no comma"
        + (mayBeDecimal
          ? "; --decimal , reads them with a decimal comma" : "; write it with a point")
    case .hasPoint(let field, let value):
      "\(field) is \"\(value)\", and with --decimal , a point only parts thousands"
    case .cachedExceedsInput:
      "cached, written or reasoning tokens are more than those they are part of"
    case .endsBeforeStart: "it ends before it begins"
    case .noIdentity: "a span has no traceId or spanId"
    case .unlikeFields(let found, let wanted):
      "there are \(found) fields, and the heading has \(wanted)"
    case .notTime(let field): "\(field) is no time"
    case .notCharge:
      "ChargeCategory is none of Usage, Purchase, Tax, Credit, Adjustment"
    case .unknownKey(let key, let near):
      "there is no key \(harmless(key)) here" + (near.map { "; did you mean \($0)?" } ?? "")
    case .notVersion: "the version of this format is 1"
    case .leftOut(let rows):
      "\(rows) rows or lines of the store could not be read, and the query left them out"
    case .tooDeepTraces(let steps):
      "above \(steps) steps more than \(MeasureQuery.deepest) have no usage of their own: what is above those may count twice"
    }
  }
}
