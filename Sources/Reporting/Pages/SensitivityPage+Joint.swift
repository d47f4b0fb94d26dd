import Formulas
import UnitEconomics

extension SensitivityPage {
  /// What breaks a check when everything worsens at once.
  var allAtOnce: [Phrase] {
    let sentences = answer.reverseStresses.compactMap { stress -> [Phrase]? in
      switch stress.kind {
      case .groupsTogether(let count): together("\(count) groups of inputs", stress)
      case .inputsTogether(let count): together("\(count) single inputs", stress)
      case .steepest: steepest(stress)
      case .stress: nil
      }
    }
    return [.strong("All at once.")] + sentences.flatMap { [" "] + $0 }
  }

  private func together(_ what: String, _ stress: ReverseStress) -> [Phrase] {
    guard let limit = stress.limit else {
      return [.plain("Where \(what) all worsen by 100 %, no check fails.")]
    }
    let part = NumberStyle.share.text(for: limit.position) ?? "n/a"
    return [
      .plain("Where \(what) all worsen by the same part of themselves, "), .strong(part),
      .plain(" is enough for \(limit.check.name) to fail."),
    ]
  }

  private func steepest(_ stress: ReverseStress) -> [Phrase] {
    guard let limit = stress.limit else {
      return ["Along the steepest direction no check fails before an input has gone all its way."]
    }
    let shown = stress.moved.prefix(3)
    let parts = shown.map { moved in
      let change = NumberStyle.change(.share).text(for: moved.part) ?? "n/a"
      return "\(moved.input.path) \(change)"
    }
    let rest = stress.moved.count - shown.count
    let others = rest > 0 ? " and \(rest) others by less" : ""
    return [
      .plain(
        "Along the steepest direction, where each input moves as hard as it pulls, "
          + "\(limit.check.name) fails at \(parts.joined(separator: ", "))\(others).")
    ]
  }

  private func words(_ kind: ReverseStress.Kind) -> String {
    switch kind {
    case .groupsTogether: "all groups at once"
    case .inputsTogether: "all inputs at once"
    case .steepest: "the steepest direction"
    case .stress(let stress): stress.name
    }
  }

  /// How much of each stress it takes.
  var stresses: Table {
    var table = Table(
      title: "How much of a stress it takes",
      columns: [
        Column("Stress"), Column("Breaks at", .trailing), Column("That is", .trailing, priority: 1),
        Column("First to fail"),
      ],
      notes: [
        "✗: a check fails before the stress is at its full strength, 1×; ✓: it stands more than that. "
          + "A factor goes by powers, half of × 4 being × 2; an amount by parts."
      ])
    let rows = answer.reverseStresses.compactMap { item -> (Double, Row)? in
      guard case .stress(let stress) = item.kind else { return nil }
      guard let limit = item.limit else {
        let most = NumberStyle.factor.text(for: item.end) ?? "n/a"
        return (.infinity, Row([.text(stress.name), .verdict(.passed, "not by \(most)")]))
      }
      let multiple = NumberStyle.factor.text(for: limit.position) ?? "n/a"
      let factor = item.factor.flatMap { NumberStyle.factor.text(for: $0) }
      return (
        limit.position,
        Row([
          .text(stress.name),
          .verdict(limit.position < 1 ? .failed : .passed, multiple), .text(factor ?? ""),
          .text(failure(limit)),
        ])
      )
    }
    table.rows = rows.ranked { $0.0 }.map(\.1)
    if let stress = answer.reading.stress { table.notes.append("Each comes on top of \(stress).") }
    return table.noting(
      unproven: answer.reverseStresses.filter { !$0.isProven }.map { words($0.kind) })
  }
}
