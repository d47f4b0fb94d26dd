import Formulas
import UnitEconomics

extension PlansAnswer {
  /// How likely each success kicker is missed, and what it is worth with that; nil where none is stated.
  var kickers: Table? {
    let risks = shown.kickerRisks
    guard !risks.isEmpty else { return nil }
    let stresses = comparison.stresses.filter { $0.stress != stress?.name }
    var table = Table(
      title: "Success kickers: the chance that luck alone misses the threshold",
      columns: [
        Column("Plan and month of"), Column("\(task.capitalizedFirst)s", .trailing),
        Column("Successes needed", .trailing), Column("Chance to miss", .trailing),
        Column("Expected kicker", .trailing), Column("The model counts", .trailing),
      ])
    if !stresses.isEmpty {
      table.columns += [Column("At worst", .trailing, priority: 1), Column("Under", priority: 1)]
    }
    let others = stresses.map { (name: $0.stress ?? "", risks: $0.kickerRisks) }
    var plan = ""
    for (index, risk) in risks.enumerated() {
      if risk.plan != plan {
        plan = risk.plan
        let rates = "TSR \(text(risk.rate, .share)), threshold \(text(risk.threshold, .share))"
        table.rows.append(Row([.text("\(plan): \(rates)")], style: .subheading))
      }
      table.rows.append(
        Row(
          [
            .text(risk.segment.map { "one \($0) customer" } ?? "all customers, each by its own"),
            .number(Double(risk.tasks), .count),
            risk.needed.map { .number(Double($0), .count) } ?? .empty,
            .text(chance(risk.missed)), expected(risk),
            .number(risk.modelled, money),
          ] + (others.isEmpty ? [] : worst(others, index)), indent: 1))
    }
    table.notes = [
      "Tasks succeed independently at the model's rate, so the month's rate spreads by the exact "
        + "binomial around it; what moves all tasks at once (an outage, a new model) comes on top. "
        + "The model pays the kicker in full where its own rate reaches the threshold, and the customer's "
        + "month is taken to have the stated number of tasks. Of all customers, the chance is the part "
        + "of them that miss it."
    ]
    return table
  }

  /// The highest chance under a stress, and which that is.
  private func worst(_ others: [(name: String, risks: [KickerRisk])], _ index: Int) -> [Cell] {
    let known = others.filter { $0.risks.indices.contains(index) }
    let worst = known.max { $0.risks[index].missed < $1.risks[index].missed }
    guard let worst else { return [.empty, .empty] }
    return [.text(chance(worst.risks[index].missed)), .text(worst.name)]
  }

  /// What months earn on average; a trace of a cent is not worth its digits.
  private func expected(_ risk: KickerRisk) -> Cell {
    risk.expected > 0 && risk.expected < 0.005
      ? .text("< \(text(0.01, money))") : .number(risk.expected, money)
  }

  /// A probability: those close to certain are not rounded to certainty.
  private func chance(_ probability: Double) -> String {
    if probability > 0, probability < 1e-4 { return "< 0.01%" }
    if probability > 1 - 1e-4 { return "> 99.99%" }
    return text(probability, .share)
  }
}
