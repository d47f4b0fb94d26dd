import Formulas
import UnitEconomics

extension PlansAnswer {
  /// What it takes to reach the target: one lever at a time, and price against fee.
  var reaching: [Block] {
    guard let first = targets.first else { return [] }
    let output = InputPath.parts(first.output).last ?? first.output
    let words = Output(rawValue: output)?.words ?? output
    let target = "\(words) of \(text(first.target, style(first)))"
    return [.table(levers(target))]
      + targets.compactMap { target in target.frontier.map { .table(frontier($0, target)) } }
  }

  private func style(_ target: PlanTarget) -> NumberStyle {
    NumberStyle(comparison.base.values.unit(target.output), currency: currency)
  }

  private func levers(_ target: String) -> Table {
    var table = Table(
      title: "What takes each plan to a \(target), one lever at a time",
      columns: [
        Column("Plan"), Column("Lever"), Column("Now", .trailing),
        Column(stress?.name ?? "Base case", .trailing), Column("Worst case", .trailing),
        Column("Which is"),
      ])
    for target in targets {
      let perLever = target.worst == nil ? 1 : 2
      for index in stride(from: 0, to: target.answers.count, by: perLever) {
        let answers = target.answers[index..<index + perLever]
        guard let first = answers.first else { continue }
        table.rows.append(
          Row(
            [
              .text(target.plan), .text(words(first.lever)),
              .text(number(first.lever, first.lever.stated)),
            ] + answers.map(cell) + (perLever == 1 ? [.empty] : [])
              + [.text(target.worst ?? "")]))
      }
    }
    table.notes = ["Each alone, all else as stated; \(factored) of a plan move by one factor."]
    return table
  }

  /// The levers that are factors, as they were met.
  private var factored: String {
    let levers = targets.flatMap(\.answers).map(\.lever).filter(\.isFactor)
    var words: [String] = []
    for lever in levers where !words.contains(several(lever)) { words.append(several(lever)) }
    return "several " + (words.isEmpty ? "unit prices" : words.joined(separator: " or "))
  }

  private func words(_ lever: PlanLever) -> String {
    switch lever.kind {
    case .platformFee: "platform fee"
    case .unitPrice, .flatFee:
      lever.isFactor ? "\(lever.inputs.count) \(several(lever)) together" : one(lever)
    case .kicker: "success kicker"
    }
  }

  /// A lever of one input.
  private func one(_ lever: PlanLever) -> String {
    if lever.kind == .flatFee { return "flat fee" }
    return switch InputPath.parts(lever.inputs[0].path).last {
    case "rate": "rate"
    case "markup": "markup"
    case "perEvent": "fee on an event"
    default: "unit price"
    }
  }

  /// A lever of several inputs.
  private func several(_ lever: PlanLever) -> String {
    if lever.kind == .flatFee { return "flat fees" }
    let isOfPrices = lever.inputs.allSatisfy { InputPath.parts($0.path).last == "price" }
    return isOfPrices ? "unit prices" : "prices and rates"
  }

  /// A lever's number as a person reads it: `$1,241 / month`, `× 1.24`.
  func number(_ lever: PlanLever, _ value: Double) -> String {
    if lever.isFactor { return "× \(text(value, .quantity(digits: 5)))" }
    let input = lever.inputs[0]
    if input.unit == .share { return text(value, .share) }
    return text(value, .price(input.foreignCurrency ?? currency))
  }

  private func cell(_ answer: LeverAnswer) -> Cell {
    if let root = answer.roots.first {
      return .text(number(answer.lever, root.position) + (root.isJump ? " (jumps past)" : ""))
    }
    guard let most = answer.attained?.upperBound else {
      return .undefined("the figure has no value there")
    }
    return .verdict(.failed, "no value; \(text(most, .share)) at most")
  }

  private func frontier(_ frontier: FeeFrontier, _ target: PlanTarget) -> Table {
    let price = frontier.price
    let words = price.isFactor ? "All \(several(price))" : one(price).capitalizedFirst
    let isOfPrices = ["unit price", "unit prices"].contains(
      price.isFactor ? several(price) : one(price))
    var table = Table(
      title: "\(frontier.plan): the \(isOfPrices ? "unit price" : "price or rate") needed at each "
        + "platform fee",
      columns: [
        Column("Platform fee", .trailing),
        Column("\(words), \(stress?.name ?? "base case")", .trailing),
        Column(target.worst.map { "\(words), \($0)" } ?? "", .trailing),
      ])
    for row in frontier.rows {
      func cell(_ value: Double?) -> Cell {
        guard let value else { return .text("none does it") }
        return .text(value == 0 ? "none needed" : number(frontier.price, value))
      }
      table.rows.append(
        Row(
          [.number(row.fee, .price(currency)), cell(row.base)]
            + (target.worst == nil ? [] : [cell(row.worst)])))
    }
    if target.worst == nil { table.columns.removeLast() }
    return table
  }
}
