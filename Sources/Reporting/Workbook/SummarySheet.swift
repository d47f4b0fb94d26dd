import Formulas
import Spreadsheets
import UnitEconomics

/// What a reader wants first: the verdict, the headline figures in every case, and where the money goes.
struct SummarySheet {
  let workbook: ModelWorkbook

  static let name = "Summary"

  private static let outputs: [Output] = [
    .costPerCompletedTask, .humanBaselineCostPerTask, .costPerAutonomousSuccess, .tsr,
    .escalationRate, .completedTasks, .totalCost, .revenue, .grossProfit, .grossMargin,
    .contributionMargin,
  ]

  var sheet: Sheet {
    let cases = workbook.cases
    var sheet = Sheet(Self.name, widths: [34] + cases.map { _ in 16 })
    sheet.tabColor = "1A1A1A"
    let scenario = workbook.subject.scenario
    sheet.rows = [
      [.text(scenario.name, .title)], [verdict], [.text(WorkbookWords.howToUse, .faint)], [],
      [.text("headline figures", .heading)]
        + cases.map { .text($0.title, .headingOfNumbers) },
    ]
    let first = sheet.rows.count
    for output in Self.outputs {
      sheet.rows.append(
        [.text(output.words)]
          + cases.indices.map {
            workbook.figure(output.rawValue, case: $0) { CellStyle(numberFormat: $0) }
          })
    }
    let costs = sheet.rows.count + 2
    sheet.rows += [
      [],
      [.text("cost of the month", .heading), .text("base case", .headingOfNumbers)]
        + [.text("share", .headingOfNumbers)],
    ]
    let components = Component.allCases
    for component in components {
      sheet.rows.append(row(component, total: costs + components.count))
    }
    sheet.rows.append([
      .text("total", .total(nil)), workbook.figure("totalCost", case: 0) { .total($0) },
      SheetCell(.formula("SUM(\(cells(costs, components.count, 2)))", .number(1)), .total("0.0%")),
    ])
    sheet.charts = charts(costs: costs, components, casesRow: first - 1, valuesRow: first)
    return sheet
  }

  private var verdict: SheetCell {
    let checks = workbook.subject.reading.checks
    guard !checks.isEmpty else { return .text(WorkbookWords.noChecks, .strong) }
    let failed = checks.filter { !$0.isPassed }.count
    let count = ChecksSheet.countAllFailed
    let formula =
      "IF(\(count)=0,\"\(WorkbookWords.everyCheckHolds)\",\(count)&\"\(WorkbookWords.ofChecksFail(checks.count))\")"
    let text =
      failed == 0
      ? WorkbookWords.everyCheckHolds : "\(failed)\(WorkbookWords.ofChecksFail(checks.count))"
    return SheetCell(.formula(formula, .text(text)), .strong)
  }

  private func row(_ component: Component, total row: Int) -> [SheetCell] {
    let values = workbook.subject.reading.base.values
    let cost = values[component.output]?.value
    let total = values[.totalCost].value
    let share = cost.flatMap { cost in total.flatMap { $0 > 0 ? cost / $0 : nil } }
    let own = workbook.modelCell(component.output, case: 0) ?? "NA()"
    let whole = Sheet.fixedAddress(row, 1)
    return [
      .text(component.words),
      workbook.figure(component.output, case: 0) { CellStyle(numberFormat: $0) },
      SheetCell(.formula("\(own)/\(whole)", share.cached), CellStyle(numberFormat: "0.0%")),
    ]
  }

  private func cells(_ row: Int, _ count: Int, _ column: Int) -> String {
    "\(Sheet.address(row, column)):\(Sheet.address(row + count - 1, column))"
  }

  private func charts(
    costs: Int, _ components: [Component], casesRow: Int, valuesRow: Int
  ) -> [Chart] {
    func range(_ from: (Int, Int), _ to: (Int, Int)) -> String {
      "\(Self.name)!\(Sheet.fixedAddress(from.0, from.1)):\(Sheet.fixedAddress(to.0, to.1))"
    }
    let (base, cases) = (workbook.cases[0].values, workbook.cases)
    let (last, bottom) = (costs + components.count - 1, costs + components.count + 2)
    func format(_ path: String) -> String {
      let unit = base.graph.positions[path].map { base.graph.nodes[$0].unit } ?? .one
      let value = base[path]?.value
      return NumberFormat.figure(unit, value, currency: workbook.subject.currency) ?? "General"
    }
    return [
      Chart(
        title: WorkbookWords.costByComponent,
        series: [
          .init(
            name: "base case", categories: range((costs, 0), (last, 0)),
            values: range((costs, 1), (last, 1)), cachedCategories: components.map(\.words),
            cachedValues: components.map { base[$0.output]?.value })
        ], numberFormat: format("totalCost"), place: (0, bottom, 3, bottom + 16)),
      Chart(
        title: WorkbookWords.costByCase,
        series: [
          .init(
            name: Output.costPerCompletedTask.words,
            categories: range((casesRow, 1), (casesRow, cases.count)),
            values: range((valuesRow, 1), (valuesRow, cases.count)),
            cachedCategories: cases.map(\.title),
            cachedValues: cases.map { $0.values[.costPerCompletedTask].value })
        ], numberFormat: format("costPerCompletedTask"), place: (3, bottom, 8, bottom + 16)),
    ]
  }
}
