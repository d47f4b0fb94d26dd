import Formulas
import UnitEconomics

extension Report {
  /// The base case and every stress side by side, and how far each check is from its limit.
  public static func stress(_ subject: Subject, program: Program) -> Report {
    var blocks: [Block] = [.paragraph(subject.stressSummary), .table(subject.stresses)]
    if !subject.reading.checks.isEmpty { blocks.append(.table(subject.distances)) }
    blocks.append(.paragraph(subject.provenance(program)))
    return Report(title: "Under stress: \(subject.scenario.name)", blocks: blocks)
  }
}

extension Subject {
  /// How many stresses the checks stand, and which costs most.
  fileprivate var stressSummary: [Phrase] {
    let stresses = reading.stresses
    let failing = stresses.filter { stress in
      reading.checks.contains { $0.stress == stress.stress && !$0.isPassed }
    }
    var phrases: [Phrase] = []
    if reading.checks.isEmpty {
      phrases.append(.verdict(.warning, "Not judged"))
      phrases.append(": the scenario states no checks.")
    } else if failing.isEmpty {
      phrases.append(.verdict(.passed, "Every check stands every stress"))
      phrases.append(.plain(", \(stresses.count) of them."))
    } else {
      phrases.append(
        .verdict(.failed, "\(failing.count) of \(stresses.count) stresses break a check"))
      phrases.append(.plain(": " + failing.map(\.title).joined(separator: "; ") + "."))
    }
    let worst = stresses.max {
      ($0.values[.costPerCompletedTask].value ?? .infinity)
        < ($1.values[.costPerCompletedTask].value ?? .infinity)
    }
    if let worst, let cost = worst.values[.costPerCompletedTask].value {
      let base = text(reading.base.values[.costPerCompletedTask], .money(currency))
      phrases.append(
        .plain(
          " A completed \(taskNoun) costs \(base) in the base case, and "
            + "\(text(.defined(cost), .money(currency))) under \(worst.title)."))
    }
    return phrases
  }

  /// The distance of every check to its limit, case by case; what has no value is n/a with its reason.
  fileprivate var distances: Table {
    let names = checkNames
    var table = Table(
      title: "Distance of each check to its limit",
      columns: [Column("Case")] + names.map { Column($0, .trailing) })
    let limits: [Cell] = names.map { name in
      guard let check = reading.checks.first(where: { $0.check.name == name }) else {
        return .empty
      }
      return cells(of: check)[4]
    }
    table.rows.append(Row(["limit"] + limits, style: .faint))
    for stress in [nil] + reading.stresses.map({ $0.stress }) {
      let row: [Cell] = names.map { name in
        let check = reading.checks.first { $0.check.name == name && $0.stress == stress }
        guard let check else { return .empty }
        guard let distance = check.distance else {
          return .undefined(check.reading.reason ?? "it has no value")
        }
        let style = NumberStyle(check.unit, currency: currency).ofDifference
        let text = text(.defined(distance), .change(style))
        return .verdict(check.isPassed ? .passed : .failed, text)
      }
      table.rows.append(Row([.text(stress ?? "base case")] + row))
    }
    return table
  }
}
