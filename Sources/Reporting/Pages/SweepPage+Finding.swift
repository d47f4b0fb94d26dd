import Formulas
import UnitEconomics

extension SweepPage {
  /// What the sweep has found, in a sentence or two.
  var finding: [Phrase] {
    if sweep.checks.isEmpty {
      return [.verdict(.warning, "Not judged"), ": the scenario states no checks. "] + lowest
    }
    if !findings.base.isPassed { return failsAtStart }
    let axis = sweep.axes.indices.first { findings.first(along: $0) != nil }
    if let axis, let found = findings.first(along: axis) { return breaks(found, along: axis) }
    guard findings.summary.failing > 0 else {
      let all = grouped(findings.summary.count)
      return [.verdict(.passed, "Every check holds"), .plain(" at all \(all) points. ")] + lowest
    }
    return [
      .verdict(.warning, "No axis alone breaks a check"), ", and together they do: ",
      .plain(failing),
    ]
  }

  /// Some check fails before anything moves.
  private var failsAtStart: [Phrase] {
    let failed = findings.base.failures.map { sweep.checks[$0] }
    let names = failed.map(\.name).joined(separator: ", ")
    let start = sweep.axes.map { axis in "\(axis.name) \(amounts(axis, at: 0))" }
    return [
      .verdict(.failed, "\(names) \(failed.count == 1 ? "fails" : "fail") where the axes begin"),
      .plain(", at \(start.joined(separator: ", ")). \(failing)"),
    ]
  }

  /// How far an axis can go, from where the others begin and from where they end.
  private func breaks(_ found: SweepBreak, along axis: Int) -> [Phrase] {
    let moving = sweep.axes[axis]
    let verb = moving.lanes.count > 1 ? "reach" : "reaches"
    var phrases: [Phrase] = [
      .verdict(.warning, "Every check holds"), " until ", .code(moving.name),
      .plain(" \(verb) \(amounts(moving, found.amounts))"),
    ]
    let others = sweep.axes.indices.filter { $0 != axis }
    if !others.isEmpty { phrases += [" while "] + stand(others) { _ in 0 } }
    phrases.append(.plain(what(happensAt: found)))
    if !others.isEmpty {
      phrases += [" Where "] + stand(others) { sweep.axes[$0].count - 1 }
      phrases.append(.plain(atEnds(of: moving, findings.firstAtEnds(along: axis))))
    }
    return phrases + [.plain(" \(failing)")]
  }

  private func what(happensAt found: SweepBreak) -> String {
    let figure = words.words(found.check.output)
    let limit = words.limitText(found.check)
    switch found.point.place {
    case .at(_, isJump: true): return ". Beyond it \(figure) jumps past its limit of \(limit)."
    case .undefined: return ". Beyond it \(figure) has no value."
    default:
      let way = found.check.side == .min ? "falls" : "rises"
      return ": there \(figure) \(way) to its limit of \(limit)."
    }
  }

  /// The other axes by name, and where each stands.
  private func stand(_ axes: [Int], at position: (Int) -> Int) -> [Phrase] {
    var phrases: [Phrase] = []
    for (index, axis) in axes.enumerated() {
      if index > 0 { phrases.append(" and ") }
      phrases.append(.code(sweep.axes[axis].name))
      let verb = sweep.axes[axis].lanes.count > 1 ? "are" : "is"
      phrases.append(.plain(" \(verb) \(amounts(sweep.axes[axis], at: position(axis)))"))
    }
    return phrases
  }

  private func atEnds(of axis: StatedAxis, _ found: SweepBreak?) -> String {
    guard let found else { return ", every check holds all the way." }
    if found.point.place == .atStart { return ", one fails from the start." }
    return ", they hold until \(amounts(axis, found.amounts))."
  }

  /// Amounts that no line break tears apart.
  private func amounts(_ axis: StatedAxis, _ amounts: [Double]) -> String {
    words.amounts(axis, amounts).replacing(" ", with: "\u{A0}")
  }

  private func amounts(_ axis: StatedAxis, at position: Int) -> String {
    amounts(axis, axis.lanes.map { $0.amounts[position] })
  }

  /// At how many points a check fails.
  private var failing: String {
    let count = findings.summary.failing
    let all = findings.summary.count
    if count == 0 { return "None of the \(grouped(all)) points fails." }
    let share = NumberStyle.share.text(for: Double(count) / Double(all)) ?? ""
    return "A check fails at \(grouped(count)) of \(grouped(all)) points (\(share))."
  }

  /// The lowest value of the first figure.
  private var lowest: [Phrase] {
    guard let name = sweep.figures.first, let least = findings.summary.figures[0].lowest else {
      return []
    }
    let value = words.style(name).text(for: least.value) ?? "n/a"
    let place = words.place(sweep.positions(ofRow: least.row))
    return [.plain("\(words.words(name).capitalizedFirst) is lowest at \(place): \(value).")]
  }
}
