import RunLogs
import UnitEconomics

extension MeasureAnswer {
  private static var money: NumberStyle { .money(currency) }

  /// Recorded and computed cost side by side.
  var costs: Table {
    let (recorded, computed) = (total.recorded, total.computed)
    var table = Table(
      title: "What runs cost",
      columns: [
        Column(""), Column("Recorded", .trailing), Column("By the price list", .trailing),
        Column("Difference", .trailing, priority: 1),
      ])
    func row(_ name: String, _ style: NumberStyle, _ figure: (Tally.Cost) -> Double?) {
      func cell(_ cost: Tally.Cost, _ none: String) -> Cell {
        guard cost.runs > 0 else { return .undefined(none) }
        return figure(cost).map { .number($0, style) } ?? .undefined("no run succeeded")
      }
      let values = [recorded, computed].map { $0.runs > 0 ? figure($0) : nil }
      var difference = Cell.empty
      if let own = values[0], let other = values[1] {
        // Of two quotients that are the same the last digits may not be.
        let gap = abs(other - own) < 1e-12 * abs(own) ? 0 : other - own
        difference = .number(gap, style.ofDifference)
      }
      table.rows.append(
        Row([
          .text(name), cell(recorded, "no run records what it cost"),
          cell(
            computed, book == nil ? "no price list was given" : "no run has a price for every call"),
          difference,
        ]))
    }
    row("A success, failed runs included", Self.money) { $0.perSuccess }
    row("A run", Self.money) { $0.perRun }
    row("All of them", Self.money) { $0.total.value }
    row("In runs without success", .share) { $0.shareOfFailures }
    row("Runs with a cost", .count) { Double($0.runs) }
    if total.taskCount > 0 {
      row("A solved task, all runs included", Self.money) {
        $0.total.each(of: total.taskCount(.success))
      }
    }
    return table
  }

  /// How runs ended, and why.
  var outcomes: Table {
    var table = Table(
      title: "How runs ended",
      columns: [
        Column("Outcome"), Column("Runs", .trailing), Column("Share", .trailing),
        Column("95 % from", .trailing), Column("to", .trailing),
      ])
    func row(_ name: String, _ count: Int, indent: Int = 0, _ style: Row.Style = .plain) {
      let range = wilsonInterval(count, of: total.judged)
      let share: [Cell] =
        total.judged > 0
        ? [Double(count) / Double(total.judged), range.lowerBound, range.upperBound].map {
          .number($0, .share)
        } : [.empty, .empty, .empty]
      table.rows.append(
        Row([.text(name), .number(Double(count), .count)] + share, style: style, indent: indent))
    }
    row("success", total.count(.success))
    row("escalated", total.count(.escalated))
    row("failed", total.count(.failed))
    let unsolved = total.reasons.values.reduce(0, +)
    if unsolved > 0 { row("escalated and failed, by reason", unsolved) }
    for reason in FailureReason.allCases {
      if let count = total.reasons[reason] { row(reason.words, count, indent: 1, .faint) }
    }
    if total.taskCount > 0 {
      let runs = text(Double(total.attempts) / Double(total.taskCount), .quantity(digits: 3))
      table.notes.append(
        "\(count(total.taskCount)) tasks; runs a task: \(runs); solved: \(count(total.taskCount(.success))); escalated: \(count(total.taskCount(.escalated)))."
      )
    }
    if total.attempts > total.judged {
      table.notes.append(
        "Shares are of the \(count(total.judged)) runs of which it is told how they ended.")
    }
    if !total.reasons.isEmpty {
      table.notes.append(
        "A reason is what the log states, or what --reason says of the type of an error; else a filter or guardrail that fired, a tool that failed, a model call that failed, in this order; the rest is unexplained."
      )
    }
    return table
  }

  /// Tokens and calls.
  var tokens: Table {
    let usage = total.usage
    var table = Table(
      title: "Tokens and calls",
      columns: [
        Column(""), Column("Total", .trailing), Column("A run", .trailing),
        Column("Share", .trailing),
      ])
    func row(
      _ name: String, _ count: Int, of whole: Int? = nil, indent: Int = 0,
      _ kinds: ToldTokens? = nil
    ) {
      if let kinds, total.toldTokens.isDisjoint(with: kinds) {
        let missing = Cell.undefined("not in the log")
        table.rows.append(Row([.text(name), missing, missing, .empty], indent: indent))
        return
      }
      let share: Cell =
        whole.map { $0 > 0 ? .number(Double(count) / Double($0), .share) : .empty } ?? .empty
      table.rows.append(
        Row(
          [
            .text(name), .number(Double(count), .count),
            total.attempts > 0
              ? .number(Double(count) / Double(total.attempts), .quantity(digits: 4)) : .empty,
            share,
          ], indent: indent))
    }
    row("model calls", total.calls)
    row("input tokens", usage.input, .input)
    row("from the cache", usage.cacheRead, of: usage.input, indent: 1, .cacheRead)
    row(
      "to the cache", usage.cacheWrite + usage.cacheWrite1h, of: usage.input, indent: 1,
      [.cacheWrite, .cacheWrite1h])
    row("output tokens", usage.output, .output)
    row("reasoning", usage.reasoning, of: usage.output, indent: 1, .reasoning)
    let all = usage.input + usage.output
    row(
      "tokens of successful runs (token yield)",
      total.usageOfSuccess.input + total.usageOfSuccess.output, of: all, [.input, .output])
    if total.toolCalls > 0 { row("tool calls", total.toolCalls) }
    return table
  }

  /// Every tool with its calls, mistakes and times.
  var tools: Table {
    var table = Table(
      title: "Tools",
      columns: [
        Column("Tool"), Column("Calls", .trailing), Column("A run", .trailing),
        Column("Errors", .trailing), Column("Timeouts", .trailing), Column("p50", .trailing),
        Column("p95", .trailing),
      ])
    for (name, tool) in total.tools.sorted(by: { $0.key < $1.key }) {
      func time(_ share: Double) -> Cell {
        tool.seconds(at: share).map { .number($0, .seconds) }
          ?? .undefined(
            tool.timesAreApart
              ? "percentiles of several results cannot be put together" : "no time is told")
      }
      table.rows.append(
        Row([
          .text(name.isEmpty ? "without a name" : name), .number(Double(tool.calls), .count),
          .number(Double(tool.calls) / Double(total.attempts), .quantity(digits: 3)),
          .number(Double(tool.errors) / Double(tool.calls), .share),
          .number(Double(tool.timeouts) / Double(tool.calls), .share), time(0.5), time(0.95),
        ]))
    }
    return table
  }

  /// What was asked to be told apart.
  var groups: Table? {
    guard let grouping else { return nil }
    var table = Table(
      title: "By \(grouping.rawValue)",
      columns: [
        Column(grouping.rawValue.capitalizedFirst), Column("Runs", .trailing),
        Column("Success", .trailing), Column("Escalated", .trailing), Column("A run", .trailing),
        Column("A success", .trailing), Column("Input tokens a run", .trailing, priority: 1),
      ])
    for (name, tally) in measurement.groups {
      func share(_ outcome: Outcome) -> Cell {
        tally.judged > 0
          ? .number(Double(tally.count(outcome)) / Double(tally.judged), .share)
          : .undefined("it is not told how runs ended")
      }
      func money(_ value: Double?) -> Cell {
        value.map { .number($0, Self.money) } ?? .undefined("no cost or no success is told")
      }
      table.rows.append(
        Row([
          .text(name.isEmpty ? "not told" : name), .number(Double(tally.attempts), .count),
          share(.success), share(.escalated), money(tally.mainCost.perRun),
          money(tally.mainCost.perSuccess),
          tally.toldTokens.contains(.input)
            ? .number(Double(tally.usage.input) / Double(max(1, tally.attempts)), .count)
            : .undefined("not in the log"),
        ]))
    }
    return table
  }
}
