import Formulas
import UnitEconomics

extension PlansAnswer {
  private var place: String { stress.map { " under \($0.name)" } ?? "" }

  /// The plans over the whole month.
  var plans: Table {
    var table = Table(
      title: "Plans\(place), the whole month",
      columns: [
        Column("Plan"), Column("Revenue", .trailing),
        Column("Price per completed \(task)", .trailing),
        Column("Cost per completed \(task)", .trailing),
        Column("Gross profit", .trailing), Column("Gross margin", .trailing),
        Column("Worst case"), Column("Checks"),
      ])
    for offer in comparison.offers {
      func cell(_ figure: PlanFigure, _ style: NumberStyle) -> Cell {
        shown.cell(figure.path(offer.name), style)
      }
      table.rows.append(
        Row([
          .text(name(offer.name)), cell(.revenue, money), cell(.pricePerCompletedTask, money),
          shown.cell(.costPerCompletedTask, money), cell(.grossProfit, money),
          cell(.grossMargin, .share), worst(offer.worst), verdict(offer.checks),
        ]))
    }
    table.rows += mixed.map(row)
    return table
  }

  /// The month if every customer takes its cheapest plan.
  private func row(_ cheapest: CheapestPlans) -> Row {
    let shown = cheapest.cases.first { $0.stress == stress?.name } ?? cheapest.reading.base
    let (revenue, completed) = (shown.values[.revenue].value, shown.values[.completedTasks].value)
    let price: Cell =
      if let revenue, let completed, completed > 0 { .number(revenue / completed, money) } else {
        .undefined("nothing is completed")
      }
    return Row(
      [
        .text(Self.cheapestName), shown.cell(.revenue, money), price,
        shown.cell(.costPerCompletedTask, money), shown.cell(.grossProfit, money),
        shown.cell(.grossMargin, .share), worst(cheapest.worst), verdict(cheapest.checks),
      ], style: .total)
  }

  /// What stands in place of a plan's name.
  static let cheapestName = "each its cheapest"

  private func worst(_ worst: (stress: String?, margin: Reading)) -> Cell {
    let (stress, margin) = worst
    guard let value = margin.value else { return margin.cell(.share) }
    return .text("\(text(value, .share)) \(stress.map { "under \($0)" } ?? "in the base case")")
  }

  private func verdict(_ checks: [CheckReading]) -> Cell {
    if checks.isEmpty { return .empty }
    var seen: Set<String> = []
    let failed = checks.filter { !$0.isPassed }.map(\.check.name)
      .filter { seen.insert($0).inserted }
    return failed.isEmpty
      ? .verdict(.passed, "all hold") : .verdict(.failed, failed.joined(separator: ", "))
  }

  /// One customer of each segment on each plan: what it pays and saves, and what it leaves us; then each
  /// plan's least and most profitable customer.
  var customers: [Table] {
    var table = Table(
      title: "One customer\(place), a month",
      columns: [
        Column("Segment and plan"), Column("Pays", .trailing),
        Column("Per completed \(task)", .trailing), Column("Saves", .trailing),
        Column("Of people's cost", .trailing, priority: 1),
        Column("Saved per \(text(1, .price(currency))) paid", .trailing),
        Column("Costs us", .trailing), Column("Leaves us", .trailing),
        Column("Contribution margin", .trailing, priority: 1),
      ])
    for segment in scenario.volume.segments {
      let cost = shown.cell(SegmentFigure.cost.path(segment.name), money)
      let customers = text(shown.values[segment.customers.path]?.value, .count)
      let tasks = text(shown.values[segment.tasksPerCustomer.path]?.value, .count)
      table.rows.append(
        Row(
          [.text("\(segment.name): \(customers) customers of \(tasks) \(task)s each")],
          style: .subheading))
      for offer in comparison.offers {
        let place = CustomerFigure.place(offer.name, segment.name)
        func cell(_ figure: CustomerFigure, _ style: NumberStyle) -> Cell {
          shown.cell(figure.path(at: place), style)
        }
        table.rows.append(
          Row(
            [
              .text(name(offer.name)), cell(.revenue, money), cell(.pricePerCompletedTask, money),
              cell(.saving, money), cell(.savingShare, .share),
              cell(.customerReturn, money), cost, cell(.contribution, money),
              cell(.contributionMargin, .share),
            ], indent: 1))
      }
    }
    table.notes = ["Costs us: variable cost and items per customer; fixed cost is left out."]
    return scenario.volume.segments.count > 1 ? [table, ends] : [table]
  }

  /// Each plan's least and most profitable customer.
  private var ends: Table {
    var table = Table(
      title: "The least and the most profitable customer",
      columns: [
        Column("Plan"), Column("Least"), Column("Leaves", .trailing), Column("Margin", .trailing),
        Column("Most"), Column("Leaves", .trailing), Column("Margin", .trailing),
      ])
    for offer in comparison.offers {
      let known = scenario.volume.segments.compactMap { segment in
        shown.values[CustomerFigure.contribution.path(offer.name, segment.name)]?.value.map {
          (segment, leaves: $0)
        }
      }
      guard let least = known.min(by: { $0.leaves < $1.leaves })?.0,
        let most = known.max(by: { $0.leaves < $1.leaves })?.0
      else { continue }
      let cells = [least, most].flatMap { segment -> [Cell] in
        [
          .text(segment.name),
          shown.cell(CustomerFigure.contribution.path(offer.name, segment.name), money),
          shown.cell(CustomerFigure.contributionMargin.path(offer.name, segment.name), .share),
        ]
      }
      table.rows.append(Row([.text(name(offer.name))] + cells))
    }
    return table
  }

  /// The gross margin of every plan in every case, marked where one of its checks fails.
  var margins: Table {
    var table = Table(
      title: "Gross margin in every case",
      columns: [Column("Case"), Column("Cost per completed \(task)", .trailing)]
        + comparison.offers.map { Column(name($0.name), .trailing) }
        + mixed.map { _ in Column(Self.cheapestName.capitalizedFirst, .trailing) })
    for (index, reading) in comparison.cases.enumerated() {
      let cells = comparison.offers.map { offer -> Cell in
        let margin = offer.margins[index].margin
        return judged(margin, offer.checks, reading.stress)
      }
      let own = mixed.map { cheapest in
        judged(cheapest.cases[index].values[.grossMargin], cheapest.checks, reading.stress)
      }
      table.rows.append(
        Row(
          [.text(reading.stress ?? "base case"), reading.cell(.costPerCompletedTask, money)]
            + cells + own))
    }
    if comparison.offers.contains(where: { !$0.checks.isEmpty }) {
      table.notes = ["✗ stands where a check of the plan fails, of the margin or of a segment."]
    }
    for reading in comparison.stresses {
      table.notes += reading.notes.map { "\(reading.stress ?? ""): \($0)" }
    }
    return table
  }

  /// The month of customers on their cheapest plans, where these are several; one or none.
  private var mixed: [CheapestPlans] { [cheapest].compactMap(\.self).filter(\.isMixed) }

  /// A margin in one case, marked by the checks that must hold there.
  private func judged(_ margin: Reading, _ checks: [CheckReading], _ stress: String?) -> Cell {
    let checks = checks.filter { $0.stress == stress }
    guard let value = margin.value, !checks.isEmpty else { return margin.cell(.share) }
    return .verdict(checks.allSatisfy(\.isPassed) ? .passed : .failed, text(value, .share))
  }
}
