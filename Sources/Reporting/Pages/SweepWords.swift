import Formulas
import UnitEconomics

/// How the axes of a sweep are spoken of: their names, positions and breaks in words.
struct SweepWords {
  let subject: Subject
  let sweep: Sweep

  // MARK: Axes

  /// An axis by its patterns, each with its unit where its amounts have one.
  func title(_ axis: StatedAxis) -> String {
    axis.lanes.map { lane in
      let unit = unit(lane)
      return lane.kind == .multiply || unit.isEmpty || lane.unit == .share
        ? lane.pattern : "\(lane.pattern) (\(unit))"
    }.joined(separator: " & ")
  }

  /// What the amounts of a pattern are in, for programs: `×`, `+ USD / h`, `USD / h`.
  func amountUnit(_ lane: StatedAxis.Lane) -> String {
    switch lane.kind {
    case .multiply: "×"
    case .add, .subtract: "+ \(fullUnit(lane))"
    case .set: fullUnit(lane)
    }
  }

  /// The unit of a pattern's amounts; factors have none.
  func fullUnit(_ lane: StatedAxis.Lane) -> String {
    lane.kind == .multiply ? "" : subject.unitText(lane.unit, of: lane.paths[0])
  }

  /// The unit as people want to see it: whole numbers of things need none.
  private func unit(_ lane: StatedAxis.Lane) -> String {
    let isWhole = subject.scenario.inputs[lane.paths[0]]?.domain.isWhole ?? false
    return isWhole ? "" : fullUnit(lane)
  }

  // MARK: Amounts

  /// A position of an axis in a few characters: `× 1.5`, `$25.00`, `+ 2.0 pp`.
  func label(_ axis: StatedAxis, at position: Int) -> String {
    labels(axis, axis.lanes.map { $0.amounts[position] })
  }

  func labels(_ axis: StatedAxis, _ amounts: [Double]) -> String {
    zip(axis.lanes, amounts).map { lane, amount in
      signed(lane, amount) { text(lane, $0, digits: lane.isLogarithmic ? 3 : 4) }
    }.joined(separator: " & ")
  }

  /// An amount and its unit: `× 2.091`, `$45.20 / h`; exactly, with digits enough to recognise it.
  func amounts(_ axis: StatedAxis, _ amounts: [Double], isExact: Bool = false) -> String {
    zip(axis.lanes, amounts).map { lane, amount in
      signed(lane, amount) { amount in
        if isExact, lane.kind == .set {
          return subject.stated(amount, lane.unit, of: lane.paths[0])
        }
        let text = text(lane, amount, digits: isExact ? 6 : 4)
        let unit = unit(lane)
        if lane.unit == .share || unit.isEmpty { return text }
        return lane.unit.isMoney
          ? text + unit.dropFirst(subject.currency.count) : "\(text) \(unit)"
      }
    }.joined(separator: " & ")
  }

  func amounts(_ axis: StatedAxis, at position: Int, isExact: Bool = false) -> String {
    amounts(axis, axis.lanes.map { $0.amounts[position] }, isExact: isExact)
  }

  /// The number alone, in the style that suits its unit.
  private func text(_ lane: StatedAxis.Lane, _ amount: Double, digits: Int) -> String {
    var style = NumberStyle(lane.unit, currency: subject.currency)
    if lane.kind != .set { style = style.ofDifference }
    if lane.unit == .share, digits > 4 { style = .fixed(style, digits: digits - 2) }
    if !lane.unit.isMoney, lane.unit != .share { style = .quantity(digits: digits) }
    return style.text(for: amount) ?? "n/a"
  }

  private func signed(
    _ lane: StatedAxis.Lane, _ amount: Double, _ text: (Double) -> String
  ) -> String {
    switch lane.kind {
    case .multiply: "× \(text(amount))"
    case .add, .subtract: (amount < 0 ? "- " : "+ ") + text(abs(amount))
    case .set: text(amount)
    }
  }

  /// A point by the amounts of all axes.
  func place(_ positions: [Int]) -> String {
    zip(sweep.axes, positions).map { amounts($0, at: $1) }.joined(separator: ", ")
  }

  // MARK: Figures and breaks

  func words(_ figure: String) -> String { Output(rawValue: figure)?.words ?? figure }

  func style(_ figure: String) -> NumberStyle {
    NumberStyle(sweep.unit(of: figure), currency: subject.currency)
  }

  /// A check's limit: `≥ 41.0%`.
  func limit(_ check: Check) -> String {
    (check.side == .min ? "≥ " : "≤ ") + limitText(check)
  }

  func limitText(_ check: Check) -> String {
    style(check.output).text(for: check.limit.value) ?? "n/a"
  }

  /// Where along an axis a check first fails, and the input's own value there where it is one input.
  func place(of found: SweepBreak, along axis: StatedAxis) -> String {
    let place = amounts(axis, found.amounts, isExact: true)
    let lane = axis.lanes[0]
    var own = ""
    if axis.lanes.count == 1, lane.kind != .set, found.inputs.count == 1 {
      let input = found.inputs[0]
      own = " (\(subject.stated(input.value, input.unit, of: input.path)))"
    }
    switch found.point.place {
    case .atStart: return "at \(amounts(axis, at: 0)) already"
    case .at(_, let isJump): return (isJump ? "after \(place)" : place) + own
    case .undefined: return "no value after \(place)" + own
    case .never:
      let end = amounts(axis, at: axis.count - 1)
      return found.isProven ? "holds to \(end)" : "no failure found to \(end)"
    }
  }
}
