import Formulas
import UnitEconomics

extension PlansAnswer {
  /// Which plan is the cheapest for a customer of which size, and where one becomes cheaper than another.
  var usage: [Table] {
    guard let bills, comparison.offers.count > 1 else { return [] }
    var tables = [cheapestBySize(bills)]
    if !bills.race.crossovers.isEmpty { tables.append(crossovers(bills)) }
    if !bills.falls.isEmpty { tables.append(falls(bills)) }
    return tables
  }

  private func cheapestBySize(_ bills: CustomerBills) -> Table {
    var table = Table(
      title: "Who wins at which use: the cheapest plan for a customer",
      columns: [
        Column("From \(task)s a month", .trailing), Column("To", .trailing), Column("Cheapest"),
        Column("Pays at the start", .trailing), Column("Per \(task) there", .trailing),
      ])
    for stretch in bills.race.stretches {
      let bill = bill(stretch.plan, at: stretch.from)
      table.rows.append(
        Row([
          .text(tasks(from: stretch.from)), .text(text(stretch.to.rounded(.down), .count)),
          .text(stretch.plan), .number(bill, money), .number(bill / stretch.from, money),
        ]))
    }
    table.notes.append(
      bills.race.isProven
        ? "Interval arithmetic shows that there are no others in this range"
          + (bills.race.crossovers.isEmpty ? "." : ", but for the thousandth behind each.")
        : "Looked for at \(grouped(CustomerBills.positions)) places, then solved to the last digit."
    )
    if let note = leadOnly(bills.race) { table.notes.append(note) }
    return table
  }

  /// What a race of many plans leaves out; nil where every two were compared.
  func leadOnly(_ race: PlanRace) -> String? {
    race.hasAllPairs
      ? nil
      : "Of more than \(PlanRace.mostPlans) plans only those that follow each other in the lead are "
        + "compared: where two overtake each other behind it is not told."
  }

  private func crossovers(_ bills: CustomerBills) -> Table {
    var table = Table(
      title: "Where one plan becomes cheaper than another",
      columns: [
        Column("From \(task)s a month", .trailing), Column("Cheaper"), Column("Than"),
        Column("Both cost", .trailing),
      ])
    for crossover in bills.race.crossovers {
      let bill = bill(crossover.beyond, at: crossover.position)
      table.rows.append(
        Row([
          .text(tasks(from: crossover.position)), .text(crossover.beyond),
          .text(crossover.before),
          crossover.isJump ? .text("never the same") : .number(bill, money),
        ]))
    }
    return table
  }

  private func falls(_ bills: CustomerBills) -> Table {
    var table = Table(
      title: "Where a larger customer pays less",
      columns: [
        Column("Plan"), Column("Past \(task)s a month", .trailing), Column("Pays", .trailing),
        Column("Instead of", .trailing),
      ])
    for fall in bills.falls {
      table.rows.append(
        Row([
          .text(fall.plan), .text(text(fall.tasks.rounded(.down), .count)),
          .number(fall.after, money), .number(fall.before, money),
        ]))
    }
    return table
  }

  /// What a customer of so many tasks pays.
  func bill(_ plan: String, at tasks: Double) -> Double { bills?.bill(plan, at: tasks) ?? .nan }
}
