import RunLogs
import UnitEconomics

extension TimelineAnswer {
  /// Every step with when it was, what it used and what it cost.
  func stepTable(of run: RunTimeline) -> Table {
    let shows = StepColumns(self, run)
    var table = Table(title: "Step by step", columns: shows.columns)
    var soFar = Amount.zero
    for step in run.steps {
      let own = shows.cost(of: step)
      if let own { soFar += own }
      table.rows.append(
        Row(
          shows.cells(of: step, soFar: own == nil ? nil : soFar),
          style: step.isCounted || step.kind == .tool || step.isError ? .plain : .faint,
          // What lies deeper than a line is wide stands no further in.
          indent: min(step.depth, 8)))
    }
    table.rows.append(Row(shows.totals(of: run), style: .total))
    table.notes = notes(on: run)
    return table
  }

  private func notes(on run: RunTimeline) -> [String] {
    var notes: [String] = []
    if run.steps.contains(where: { $0.fate == .below }) {
      notes.append("In brackets: usage that steps below have too, and that is counted there.")
    }
    if run.steps.contains(where: { $0.fate == .repeated }) {
      notes.append("In double brackets: usage of an answer that an earlier step has, counted once.")
    }
    let isCut = run.steps.contains { $0.shortLabel != $0.label }
    if terminalWidth != nil, isCut {
      notes.append("Long names are cut here, and whole in Markdown, CSV and JSON.")
    }
    return notes
  }
}

/// Which columns the steps of a run have: none that would be empty.
private struct StepColumns {
  private let hasCache: Bool
  private let hasRecorded: Bool
  private let hasComputed: Bool
  /// How many signs wide the drawing of when steps were is; 0 where there is none.
  private let drawing: Int
  private let isShort: Bool
  private let runtime: Int64
  private let seconds: NumberStyle
  private let money: NumberStyle

  init(_ answer: TimelineAnswer, _ run: RunTimeline) {
    let tally = run.tally
    hasCache = tally.usage.cacheRead > 0
    hasRecorded = run.steps.contains { $0.isCounted && $0.recorded != nil }
    hasComputed = answer.measure.book != nil
    runtime = run.runtime ?? 0
    isShort = answer.terminalWidth != nil
    drawing = runtime > 0 ? answer.terminalWidth.map { $0 < 110 ? 8 : 16 } ?? 0 : 0
    // As many digits for all that the sum has four that count.
    let sums = [run.steps.compactMap(\.computed), run.steps.compactMap(\.recorded)]
      .map { $0.reduce(Amount.zero, +) }
    let total = max(sums[0], sums[1]).value
    var digits = 2
    while digits < 8, total > 0, total * power(digits) < 1000 { digits += 1 }
    money = .money(MeasureAnswer.currency, digits: digits)
    seconds = .fixed(.seconds, digits: runtime < 1_000_000_000_000 ? 2 : 0)
  }

  var columns: [Column] {
    var columns = [
      Column("Step"), Column("At", .trailing), Column("Took", .trailing), Column("In", .trailing),
    ]
    if hasCache { columns.append(Column("Cached", .trailing, priority: 4)) }
    columns.append(Column("Out", .trailing))
    if hasRecorded { columns.append(Column("Recorded", .trailing)) }
    if hasComputed {
      columns.append(
        hasRecorded
          ? Column("By list", .trailing, priority: 2) : Column("Cost", .trailing))
    }
    if hasCost { columns.append(Column("So far", .trailing, priority: 3)) }
    if drawing > 0 { columns.append(Column("When", priority: 1)) }
    return columns
  }

  private var hasCost: Bool { hasRecorded || hasComputed }

  /// What a step adds to the sum.
  func cost(of step: RunTimeline.Step) -> Amount? {
    guard step.isCounted else { return nil }
    return hasRecorded ? step.recorded : step.computed
  }

  func cells(of step: RunTimeline.Step, soFar: Amount?) -> [Cell] {
    let label = isShort ? step.shortLabel : step.label
    let failure = step.error.map { "\(label): \($0)" } ?? label
    var cells: [Cell] = [
      step.isError ? .verdict(.failed, failure) : .text(label),
      time(step.offset), time(step.duration), count(step, \.input),
    ]
    if hasCache { cells.append(count(step, \.cacheRead)) }
    cells.append(count(step, \.output))
    if hasRecorded { cells.append(amount(step.isCounted ? step.recorded : nil)) }
    if hasComputed {
      cells.append(
        step.isCounted && step.computed == nil
          ? .undefined("its model has no price") : amount(step.computed))
    }
    if hasCost { cells.append(amount(soFar)) }
    if drawing > 0 { cells.append(.text(drawing(of: step))) }
    return cells
  }

  func totals(of run: RunTimeline) -> [Cell] {
    let tally = run.tally
    var cells: [Cell] = [
      .text(run.outcome.map { "all, ended as \($0.rawValue)" } ?? "all, end not told"), .empty,
      time(run.runtime), .number(Double(tally.usage.input), .count),
    ]
    if hasCache { cells.append(.number(Double(tally.usage.cacheRead), .count)) }
    cells.append(.number(Double(tally.usage.output), .count))
    if hasRecorded { cells.append(amount(tally.recorded.total)) }
    if hasComputed {
      cells.append(
        tally.computed.runs > 0
          ? amount(tally.computed.total) : .undefined("not every call has a price"))
    }
    return cells
  }

  private func time(_ nanoseconds: Int64?) -> Cell {
    nanoseconds.map { .number(Double($0) / 1e9, seconds) } ?? .empty
  }

  private func amount(_ amount: Amount?) -> Cell {
    amount.map { .number($0.value, money) } ?? .empty
  }

  /// Tokens of a step; in brackets where they are counted elsewhere.
  private func count(_ step: RunTimeline.Step, _ tokens: KeyPath<TokenUsage, Int>) -> Cell {
    guard let usage = step.usage else {
      return step.fate == .uncounted ? .undefined("its tokens are not told") : .empty
    }
    let count = Double(usage[keyPath: tokens])
    let text = NumberStyle.count.text(for: count) ?? ""
    return switch step.fate {
    case .below: .text("(\(text))")
    case .repeated: .text("((\(text)))")
    case .none, .uncounted, .counted: .number(count, .count)
    }
  }

  private func drawing(of step: RunTimeline.Step) -> String {
    guard let offset = step.offset, runtime > 0 else { return "" }
    func place(_ time: Int64) -> Int {
      let share = Double(min(max(time, 0), runtime)) / Double(runtime)
      return Int((share * Double(drawing)).rounded())
    }
    let start = min(place(offset), drawing - 1)
    let end = max(start + 1, place(offset &+ (step.duration ?? 0)))
    return String(repeating: "·", count: start) + String(repeating: "█", count: end - start)
      + String(repeating: "·", count: drawing - end)
  }
}

private func power(_ count: Int) -> Double { (0..<count).reduce(1) { power, _ in power * 10 } }
