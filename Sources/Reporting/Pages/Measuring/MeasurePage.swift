import RunLogs
import UnitEconomics

extension Report {
  /// What runs cost and how they ended, from their logs.
  public static func measure(_ answer: MeasureAnswer, program: Program) -> Report {
    let total = answer.total
    var blocks: [Block] = [.paragraph(answer.headline)]
    blocks += answer.warnings.map { .paragraph([.verdict(.warning, $0)]) }
    if let all = answer.allIn { blocks.append(.table(all)) }
    if total.attempts > 0 { blocks.append(.table(answer.costs)) }
    if let repriced = answer.repriced { blocks.append(.table(repriced)) }
    if total.attempts > 0 { blocks.append(.table(answer.outcomes)) }
    if total.calls > 0 { blocks.append(.table(answer.tokens)) }
    if !total.tools.isEmpty { blocks.append(.table(answer.tools)) }
    if let work = answer.work { blocks.append(.table(work)) }
    if let bill = answer.billed { blocks.append(.table(bill)) }
    if let groups = answer.groups { blocks.append(.table(groups)) }
    if let chain = answer.chain { blocks.append(.table(chain)) }
    blocks.append(.table(answer.reading))
    if answer.unread.count > 0 { blocks.append(.table(answer.faults)) }
    blocks.append(.paragraph(answer.provenance(program)))
    return Report(
      title: answer.title,
      blocks: blocks)
  }
}

extension MeasureAnswer {
  private static var money: NumberStyle { .money(currency) }

  fileprivate var title: String {
    switch total.attempts {
    case 0 where bill != nil: "A bill measured"
    case 1: "1 run measured"
    default: "\(count(total.attempts)) runs measured"
    }
  }

  /// What a success costs, and how sure it is how many there are.
  var headline: [Phrase] {
    if let bill, total.attempts == 0 {
      let cost = bill.sum(.infrastructure) { $0.charge.isOfUse }.effective.value
      let months = bill.months.count
      return [
        "Infrastructure cost ", .strong(text(cost, .money(bill.currency))),
        .plain(" in \(months == 1 ? "one month" : "\(count(months)) months"), models left out."),
      ]
    }
    let cost = total.mainCost
    var phrases: [Phrase] = []
    if let all = allInCost, let each = all.perCompleted {
      phrases += [
        "A completed task costs ", .strong(text(each, Self.money)),
        .plain(" with \(all.parts.dropFirst().map(\.figure).joined(separator: " and ")). "),
      ]
    }
    if let perSuccess = cost.perSuccess, let perRun = cost.perRun {
      phrases += [
        "A success costs ", .strong(text(perSuccess, Self.money)),
        .plain(" \(total.mainCostWords), failed runs included; a run costs "),
        .strong(text(perRun, Self.money)), ". ",
      ]
    } else if let perRun = cost.perRun {
      phrases += [
        "A run costs ", .strong(text(perRun, Self.money)), .plain(" \(total.mainCostWords). "),
      ]
    }
    guard total.judged > 0 else { return phrases + ["Of no run is it told how it ended."] }
    let successes = total.count(.success)
    let range = wilsonInterval(successes, of: total.judged)
    phrases += [
      .plain("\(count(successes)) of \(count(total.judged)) runs succeeded: "),
      .strong(text(Double(successes) / Double(total.judged), .share)),
      .plain(
        " (95 % interval \(text(range.lowerBound, .share)) to \(text(range.upperBound, .share)))."),
    ]
    if let share = cost.shareOfFailures, share > 0 {
      phrases.append(.plain(" \(text(share, .share)) of the money went into the other runs."))
    }
    return phrases
  }

  func text(_ value: Double, _ style: NumberStyle) -> String { style.text(for: value) ?? "n/a" }
  func count(_ value: Int) -> String { text(Double(value), .count) }

  func provenance(_ program: Program, besides others: [RunMeasurement.File] = []) -> [Phrase] {
    var phrases: [Phrase] = [.plain("Made by \(program.name) \(program.version) from ")]
    for (index, file) in (others + files).enumerated() {
      if index > 0 { phrases.append(", ") }
      phrases.append(.code(file.name))
    }
    if let book {
      phrases += [
        ", priced by ", .code(book.name), .plain(" (SHA-256 \(book.sha256.prefix(16))…)"),
      ]
    }
    for (index, words) in asked.enumerated() {
      phrases.append(index == 0 ? ", with " : " and ")
      phrases.append(.code(words))
    }
    return phrases + ["."]
  }
}
