import Formulas
import UnitEconomics

extension Table {
  /// Sensitivities as plain numbers: every input a row, then groups, then joint worsenings.
  ///
  /// | column | holds |
  /// |---|---|
  /// | section | input, group, joint, stress |
  /// | item | the input's path, the group, the way of worsening, the stress |
  /// | unit | of value, low, high and limits: the input's own, `factor`, `part` or `multiple` |
  /// | low … swing | the range, where it comes from, and the figure at its ends |
  /// | slope | change of the figure for one unit of the input; `course` says how it runs |
  /// | perPercent | change of the figure for 1 % of the input, of a share above 50 % for 1 % of its rest |
  /// | elasticity | per cent of the figure for 1 % of the input; empty where the figure is 0 or less |
  /// | limitDown, limitUp | the last value at which every check holds; factor, check and kind beside it |
  public static func sensitivityFacts(_ answer: Sensitivity, of subject: Subject) -> Table {
    var table = Table(
      columns: [
        "scenario", "file", "case", "output", "outputUnit", "figure", "section", "item", "unit",
        "value", "low", "high", "range", "source", "figureAtLow", "figureAtHigh", "swing", "slope",
        "perPercent", "elasticity", "course", "limitDown", "limitDownFactor", "limitDownCheck",
        "limitDownKind", "limitUp", "limitUpFactor", "limitUpCheck", "limitUpKind", "proven",
        "reason", "settings",
      ].map { Column($0) })
    let head: [Cell] = [
      .text(subject.scenario.name), .text(subject.file), .text(answer.reading.stress ?? "base"),
      .text(answer.tornado.output),
      .text(answer.tornado.unit.text(currency: subject.currency)), .plain(answer.tornado.base),
    ]
    let tail: [Cell] = [.text(subject.settings.joined(separator: "; "))]
    table.rows =
      (subject.inputFacts(answer) + subject.groupFacts(answer) + subject.jointFacts(answer))
      .map { Row(head + $0 + tail) }
    return table
  }
}

extension Subject {
  fileprivate func inputFacts(_ answer: Sensitivity) -> [[Cell]] {
    var slopes: [String: Elasticity] = [:]
    for item in answer.elasticities { slopes[item.input.path] = item }
    var headrooms: [String: Headroom] = [:]
    for case let headroom in answer.inputs {
      if case .input(let input) = headroom.subject { headrooms[input.path] = headroom }
    }
    return answer.tornado.bars.map { bar in
      let input = bar.input
      let slope = slopes[input.path]
      let place: [Cell] = [
        "input", .text(input.path), .text(unitText(input.unit, of: input.path)),
        .plain(input.value), .plain(bar.span.low), .plain(bar.span.high),
        .text(bar.span.basis.rawValue), .text(input.source ?? ""),
      ]
      let figures: [Cell] = [
        .plain(bar.atLow.value), .plain(bar.atHigh.value), .plain(bar.swing),
        .plain(slope?.slope), .plain(slope?.perPercent), .plain(slope?.elasticity),
        .text(slope?.course.name ?? ""),
      ]
      let reason = bar.atLow.reason ?? bar.atHigh.reason ?? ""
      return place + figures + limits(headrooms[input.path]) + [.text(reason)]
    }
  }

  fileprivate func groupFacts(_ answer: Sensitivity) -> [[Cell]] {
    answer.groups.compactMap { headroom in
      guard case .group(let group) = headroom.subject else { return nil }
      return ["group", .text(group.kind.rawValue), "factor", .plain(1)]
        + blanks(11) + limits(headroom) + [.text("")]
    }
  }

  fileprivate func jointFacts(_ answer: Sensitivity) -> [[Cell]] {
    answer.reverseStresses.map { item in
      let name = item.kind.name
      let place: [Cell] = [
        .text(name.section), .text(name.item),
        .text(name.section == "stress" ? "multiple" : "part"),
        .plain(0),
      ]
      let up = side(item.limit, end: true)
      return place + blanks(15) + up + [.text(item.isProven ? "yes" : "no"), .text("")]
    }
  }

  private func blanks(_ count: Int) -> [Cell] { Array(repeating: .empty, count: count) }

  private func limits(_ headroom: Headroom?) -> [Cell] {
    guard let headroom else { return blanks(9) }
    return side(headroom.falling.limit) + side(headroom.rising.limit)
      + [.text(headroom.isProven ? "yes" : "no")]
  }

  private func side(_ limit: Headroom.Limit?, end: Bool = false) -> [Cell] {
    guard let limit else { return [.empty, .empty, .empty, "none"] }
    return [
      .plain(limit.position), .plain(limit.factor), .text(limit.check.name),
      .text(limit.kind.rawValue),
    ]
  }
}

extension Elasticity.Course {
  /// The course in one word.
  var name: String {
    switch self {
    case .smooth: "smooth"
    case .stepped: "stepped"
    case .bent: "bent"
    case .jump: "jump"
    }
  }
}

extension ReverseStress.Kind {
  /// What it is called in exports.
  var name: (section: String, item: String) {
    switch self {
    case .groupsTogether: ("joint", "groupsTogether")
    case .inputsTogether: ("joint", "inputsTogether")
    case .steepest: ("joint", "steepest")
    case .stress(let stress): ("stress", stress.name)
    }
  }
}
