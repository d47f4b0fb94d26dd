import Formulas
import UnitEconomics

extension Subject {
  var tidyInputs: TidyFile {
    let table = Table.assumptions(self)
    return TidyFile(
      "inputs",
      [
        "path": "which input", "value": "what is stated",
        "unit": "what value, low and high count", "low": "how low it may be",
        "high": "how high it may be", "source": "where its author has it from",
        "note": "what its author says of it",
      ], table.rows)
  }

  /// Every priced line in every case; the costs of a case add up to its total.
  var tidyBreakdown: TidyFile {
    let rows = cases.flatMap { reading in
      let values = reading.values
      let (total, completed) = (values[.totalCost].value, values[.completedTasks].value)
      return reading.model.lines.map { line -> Row in
        let (quantity, quantityUnit, _) = fields(line.quantityPath, values)
        let (price, priceUnit, _) = fields(line.pricePath, values)
        let (cost, costUnit, reason) = fields(line.path, values)
        func part(of whole: Double?) -> Cell {
          guard let cost = values[line.path]?.value, let whole, whole != 0 else { return .empty }
          return .number(cost / whole, .quantity())
        }
        return Row(
          place(reading) + [
            .text(line.component.rawValue), .text(line.name), quantity, quantityUnit, price,
            priceUnit, cost, costUnit, part(of: completed), part(of: total), reason,
          ])
      }
    }
    return TidyFile(
      "breakdown",
      [
        "scenario": TidyMeaning.scenario, "case": TidyMeaning.place,
        "component": "inference, tools, infrastructure, humanReview or failures",
        "line": "what is paid for", "quantity": "how much of it a month takes",
        "quantityUnit": "what the quantity counts", "price": "the price of one",
        "priceUnit": "what the price is in", "cost": "quantity times price, a month",
        "costUnit": "what the cost is in",
        "costPerCompletedTask": "the cost divided by the month's completed tasks",
        "shareOfTotalCost": "the cost as a part of all cost; 1 is all of it",
        "reason": TidyMeaning.reason,
      ], rows)
  }

  /// How tasks end in every case; the shares of a case add up to 1.
  var tidyOutcomes: TidyFile {
    let rows = cases.flatMap { reading -> [Row] in
      let values = reading.values
      let submitted = values[.tasksSubmitted].value
      func row(_ outcome: String, _ cause: String, _ path: String) -> Row {
        let share = values[path]?.value
        let tasks = share.flatMap { share in submitted.map { share * $0 } }
        return Row(
          place(reading) + [
            .text(outcome), .text(cause), .plain(share),
            .plain(tasks),
          ])
      }
      let reasons = Reason.allCases.filter {
        values.graph.positions["escalationByReason.\($0)"] != nil
      }
      return [row("autonomousSuccess", "", Output.tsr.rawValue)]
        + reasons.map { row("escalated", $0.rawValue, "escalationByReason.\($0)") }
        + [row("failed", "", Output.failedRate.rawValue)]
    }
    return TidyFile(
      "outcomes",
      [
        "scenario": TidyMeaning.scenario, "case": TidyMeaning.place,
        "outcome": "autonomousSuccess, escalated or failed",
        "cause": "why an escalated task went to a person",
        "share": "of the submitted tasks; 1 is all of them", "tasks": "a month",
      ], rows)
  }
}
