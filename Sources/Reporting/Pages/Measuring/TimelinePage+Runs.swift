import RunLogs
import UnitEconomics

extension TimelineAnswer {
  /// The runs of a task in order of time, each on a line.
  var overview: Table {
    let total = total
    let hasRecorded = total.recorded.runs > 0
    let hasComputed = measure.book != nil
    var table = Table(title: "Runs in order of time", columns: [Column("Run")])
    table.columns += [
      Column("Began", priority: 1), Column("Took", .trailing), Column("Ended as"),
      Column("Calls", .trailing, priority: 2), Column("In", .trailing), Column("Out", .trailing),
    ]
    if hasRecorded { table.columns.append(Column("Recorded", .trailing)) }
    if hasComputed {
      table.columns.append(Column(hasRecorded ? "By list" : "Cost", .trailing))
    }
    let notAll = "not every run has a cost"
    func money(_ cost: Tally.Cost, of count: Int, _ none: String) -> Cell {
      cost.runs == count ? .number(cost.total.value, Self.money) : .undefined(none)
    }
    func figures(_ tally: Tally) -> [Cell] {
      var cells: [Cell] = [tally.calls, tally.usage.input, tally.usage.output].map {
        .number(Double($0), .count)
      }
      let count = tally.attempts
      if hasRecorded {
        cells.append(money(tally.recorded, of: count, count == 1 ? "it records no cost" : notAll))
      }
      if hasComputed {
        let none = count == 1 ? "not every call has a price" : notAll
        cells.append(money(tally.computed, of: count, none))
      }
      return cells
    }
    for (index, run) in runs.enumerated() {
      let took: Cell = run.runtime.map { .number(Double($0) / 1e9, .seconds) } ?? .empty
      table.rows.append(
        Row(
          [
            .text(run.trace == nil ? place(of: run) : "\(index + 1)"), .text(run.began ?? ""),
            took, .text(run.ending),
          ] + figures(run.tally)))
    }
    if runs.contains(where: { $0.chain == nil }) {
      table.notes.append("A row of a plain log tells no steps.")
    }
    guard runs.count > 1 else { return table }
    let took: Cell =
      total.timedRuns > 0 ? .number(Double(total.runtime) / 1e9, .seconds) : .empty
    table.rows.append(
      Row([.text("all"), .empty, took, .empty] + figures(total), style: .total))
    return table
  }

  /// Where a row stands; its file where there are several.
  private func place(of run: RunTimeline) -> String {
    let isOnly = measure.measurement.files.count == 1
    return isOnly ? "line \(run.line)" : "line \(run.line) of \(file(run.file))"
  }
}
