import RunLogs
import UnitEconomics

extension Report {
  /// What runs cost and how they ended, from their logs.
  public static func measure(_ answer: MeasureAnswer, program: Program) -> Report {
    let total = answer.total
    var blocks: [Block] = [.paragraph(answer.headline)]
    blocks += answer.warnings.map { .paragraph([.verdict(.warning, $0)]) }
    blocks += [.table(answer.costs), .table(answer.outcomes)]
    if total.calls > 0 { blocks.append(.table(answer.tokens)) }
    if !total.tools.isEmpty { blocks.append(.table(answer.tools)) }
    if let groups = answer.groups { blocks.append(.table(groups)) }
    blocks.append(.table(answer.reading))
    if !answer.measurement.faults.isEmpty { blocks.append(.table(answer.faults)) }
    blocks.append(.paragraph(answer.provenance(program)))
    return Report(
      title: total.attempts == 1
        ? "1 run measured" : "\(answer.count(total.attempts)) runs measured",
      blocks: blocks)
  }
}

extension MeasureAnswer {
  private static var money: NumberStyle { .money(currency) }

  /// What a success costs, and how sure it is how many there are.
  var headline: [Phrase] {
    let cost = total.mainCost
    var phrases: [Phrase] = []
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

  /// What a reader must know before using the figures.
  var warnings: [String] {
    var warnings: [String] = []
    let needed = casesToTell(0.92, from: 0.90)
    if total.judged < needed {
      warnings.append(
        "Too few runs to tell a success rate of 92 % from 90 %: that takes \(count(needed))")
    }
    for (model, calls) in total.unpriced.sorted(by: { $0.key < $1.key }) {
      let name = model.isEmpty ? "calls without a model's name" : model
      warnings.append(
        "Unpriced: \(name), \(count(calls)) calls; runs with them have no computed cost")
    }
    if total.unrecordedCalls > 0, total.recorded.runs > 0 {
      warnings.append(
        "\(count(total.unrecordedCalls)) of \(count(total.calls)) calls record no cost: what is recorded is too low"
      )
    }
    if total.uncountedCalls > 0 {
      warnings.append("Of \(count(total.uncountedCalls)) model calls the tokens are not told")
    }
    if total.attempts > total.judged {
      warnings.append(
        "How it ended is not told of \(count(total.attempts - total.judged)) of \(count(total.attempts)) runs; they count as no success"
      )
    }
    if measurement.faultCount > 0 {
      let lines = measurement.faultCount == 1 ? "1 line" : "\(count(measurement.faultCount)) lines"
      warnings.append("\(lines) could not be read and left out")
    }
    return warnings
  }

  func text(_ value: Double, _ style: NumberStyle) -> String { style.text(for: value) ?? "n/a" }
  func count(_ value: Int) -> String { text(Double(value), .count) }

  func provenance(_ program: Program) -> [Phrase] {
    var phrases: [Phrase] = [.plain("Made by \(program.name) \(program.version) from ")]
    for (index, file) in measurement.files.enumerated() {
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
