import Formulas
import UnitEconomics

extension Report {
  /// Why a figure differs between two cases: the bridge from one to the other driver by driver, the
  /// cost components, the main figures side by side, and the checks that changed their verdict.
  public static func compare(_ comparison: Comparison, program: Program) -> Report {
    var blocks: [Block] = comparison.warnings.map { .paragraph([.verdict(.warning, $0)]) }
    blocks.append(.paragraph(comparison.finding))
    if !comparison.movers.isEmpty { blocks.append(.bars(comparison.waterfall)) }
    if !comparison.bridge.shares.isEmpty { blocks.append(.table(comparison.drivers)) }
    let inputs = comparison.inputs
    if !inputs.rows.isEmpty { blocks.append(.table(inputs)) }
    blocks.append(.table(comparison.components))
    blocks.append(.table(comparison.sideBySide))
    blocks += comparison.changedChecks
    blocks.append(.paragraph(comparison.subjects.provenance(program)))
    return Report(
      title: "\(comparison.figure.capitalizedFirst): "
        + "\(comparison.before.label) → \(comparison.after.label)",
      blocks: blocks)
  }
}

extension Comparison {
  /// The drivers that move the figure.
  var movers: [Bridge.Share] { bridge.shares.filter { $0.value != 0 } }

  /// By how much the figure differs, and the drivers that matter most.
  var finding: [Phrase] {
    let gap = bridge.difference
    let before = text(bridge.before)
    let after = text(bridge.after)
    let subject =
      bridge.output == Output.costPerCompletedTask.rawValue
      ? "A completed \(taskNoun) costs" : "\(figure.capitalizedFirst) is"
    guard gap != 0 else {
      let isSame = bridge.shares.isEmpty && bridge.idle.isEmpty
      let reason =
        isSame
        ? ": nothing differs."
        : movers.isEmpty ? ": what differs has no effect on it." : ": what differs cancels out."
      return [
        .plain("\(subject) "), .strong(after),
        .plain(" \(self.before.place) and \(self.after.place) alike\(reason)"),
      ]
    }
    let isCost = bridge.unit.isMoney && subject.hasSuffix("costs")
    let way = isCost ? (gap > 0 ? "more" : "less") : gap > 0 ? "higher" : "lower"
    var phrases: [Phrase] = [
      .plain("\(subject) "), .strong("\(size(gap)) \(way)"),
      .plain(" \(self.after.place) than \(self.before.place): \(after) instead of \(before)"),
    ]
    if bridge.before > 0, bridge.after > 0, bridge.unit != .share {
      let part = NumberStyle.change(.share).text(for: bridge.after / bridge.before - 1) ?? "n/a"
      phrases.append(.plain(" (\(part))"))
    }
    phrases.append(.plain(". "))
    return phrases + causes
  }

  /// The three largest drivers, and what the others do together.
  private var causes: [Phrase] {
    let shown = movers.count > 4 ? 3 : movers.count
    let rest = movers.dropFirst(shown)
    var phrases: [Phrase] = []
    for (index, share) in movers.prefix(shown).enumerated() {
      let isLast = index == shown - 1 && rest.isEmpty && shown > 1
      phrases.append(.plain(index == 0 ? "" : isLast ? " and " : ", "))
      phrases.append(.strong(change(share.value)))
      phrases.append(.plain(" from \(title(of: share.driver))"))
    }
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.value }
      phrases.append(.plain(", and \(change(sum)) from \(rest.count) others together"))
    }
    if !phrases.isEmpty { phrases.append(".") }
    return phrases
  }

  /// The way from one level to the other: a bar for each of the twelve largest drivers, and one for all
  /// others.
  var waterfall: BarChart {
    var bars = [BarChart.Bar(before.label, bridge.before)]
    var level = bridge.before
    func step(_ label: String, _ value: Double) {
      bars.append(BarChart.Bar(label, value, start: level, style: changeStyle))
      level += value
    }
    let shown = movers.count > 13 ? 12 : movers.count
    for share in movers.prefix(shown) { step(share.driver.name, share.value) }
    let rest = movers.dropFirst(shown)
    if !rest.isEmpty { step("\(rest.count) others", rest.reduce(0) { $0 + $1.value }) }
    bars.append(BarChart.Bar(after.label, bridge.after))
    return BarChart(bars: bars, style: style)
  }

  func text(_ value: Double) -> String { style.text(for: value) ?? "n/a" }
  func change(_ value: Double) -> String { changeStyle.text(for: value) ?? "n/a" }

  private func size(_ value: Double) -> String {
    guard case .change(let style) = changeStyle else { return change(value) }
    return style.text(for: abs(value)) ?? "n/a"
  }
}
