import Formulas
import UnitEconomics

extension SimulationPage {
  /// Which uncertainty matters, for each figure that was asked about.
  var driverTables: [Table] {
    drivers.map { drivers in
      var table = Table(
        title: "What makes \(name(drivers.figure)) uncertain",
        columns: [
          Column("Uncertain input"), Column("Alone", .trailing), Column("With others", .trailing),
          Column("95% interval", .trailing, priority: 1), Column("Rank corr.", .trailing),
        ])
      let count = drivers.shownCount
      table.rows = drivers.drivers.prefix(count).map(row)
      table.notes.append(
        "Parts of the variance: what goes if this input alone were known, and what stays if all "
          + "others were. Inputs that are correlated count as one.")
      if let rest = rest(drivers.drivers.dropFirst(count)) { table.notes.append(rest) }
      return table
    }
  }

  private func row(_ driver: UncertaintyDrivers.Driver) -> Row {
    let total = driver.indices.total
    return Row([
      .text(driver.paths.joined(separator: " & ")),
      .number(max(0, driver.indices.first.value), .share),
      .number(max(0, total.value), .share),
      total.interval.map { .text(span(max(0, $0.lowerBound)...max(0, $0.upperBound))) } ?? .empty,
      .number(driver.rankCorrelation, .change(.fixed(.quantity(), digits: 2))),
    ])
  }

  /// What the drivers come to that have no row.
  private func rest(_ drivers: ArraySlice<UncertaintyDrivers.Driver>) -> String? {
    let count = drivers.reduce(0) { $0 + $1.paths.count }
    let part = percent(drivers.reduce(0) { $0 + max(0, $1.indices.total.value) })
    switch count {
    case 0: return nil
    case 1: return "1 more input comes to \(part)."
    default: return "\(count) more inputs come to \(part) together."
    }
  }

  /// What it would be worth to know an input exactly before the decision.
  var worth: [Phrase]? {
    guard let drivers = drivers.first, let profit = drivers.expectedProfit else { return nil }
    let money = NumberStyle.money(subject.currency)
    func text(_ value: Double) -> String { money.text(for: value) ?? "n/a" }
    let worths = drivers.drivers.compactMap { driver in driver.worth.map { (driver, $0) } }
    let decision = profit > 0 ? "to go live" : "not to go live"
    let start =
      "Expected gross profit is \(text(profit)) a month, so the draws say \(decision)."
    guard let best = worths.max(by: { $0.1 < $1.1 }), best.1 > abs(profit) * 1e-4 else {
      return [.plain(start + " Knowing any one input exactly would not change that decision.")]
    }
    return [
      .plain(start + " To know one input exactly before deciding is worth most for "),
      .code(best.0.paths.joined(separator: " & ")), .plain(": \(text(best.1)) a month."),
    ]
  }
}

extension UncertaintyDrivers {
  /// How many drivers a page shows: twelve at most, and none below a thousandth of the variance where
  /// three are above.
  var shownCount: Int {
    let large = drivers.prefix { $0.indices.total.value >= 0.001 }.count
    return min(12, max(3, large), drivers.count)
  }
}
