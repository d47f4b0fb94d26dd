import Formulas
import UnitEconomics

extension Report {
  /// What moves a figure, how far each input can go until a check fails, and what breaks one jointly.
  ///
  /// - Parameters:
  ///   - top: how many inputs to list in each part.
  ///   - setting: a value of an input as it can be given back to the program, where it can.
  public static func sensitivity(
    _ answer: Sensitivity, of subject: Subject, top: Int,
    setting: ((Input, Double) -> String)?, program: Program
  ) -> Report {
    let page = SensitivityPage(answer: answer, subject: subject, top: top)
    var blocks: [Block] = [.paragraph(page.finding)]
    blocks.append(.paragraph(page.verdict))
    if let setting, let nearest = page.nearest {
      let put = "--set '\(setting(nearest.input, nearest.limit.position))'"
      blocks.append(
        .paragraph(["To see that case: ", .code("unitecon run \(subject.file) \(put)")]))
    }
    if !answer.tornado.moving.isEmpty {
      blocks.append(.tornado(page.tornado))
      blocks.append(.text(page.tornadoNote))
      if !page.elasticities.rows.isEmpty { blocks.append(.table(page.elasticities)) }
    }
    if answer.failing.count < answer.checks.count {
      if !answer.groups.isEmpty { blocks.append(.table(page.groupHeadrooms)) }
      blocks.append(.table(page.headrooms))
      blocks.append(.paragraph(page.allAtOnce))
      if !page.stresses.rows.isEmpty { blocks.append(.table(page.stresses)) }
    }
    blocks.append(.paragraph(subject.provenance(program)))
    let place = answer.reading.stress.map { " under \($0)" } ?? ""
    return Report(
      title: "Sensitivity of \(page.name)\(place): \(subject.scenario.name)", blocks: blocks)
  }
}

/// One answer, and how it is put on a page.
struct SensitivityPage {
  let answer: Sensitivity
  let subject: Subject
  let top: Int

  /// The figure as a person reads it.
  var name: String { Output(rawValue: answer.tornado.output)?.words ?? answer.tornado.output }

  /// The style of the figure.
  var plainStyle: NumberStyle { NumberStyle(answer.tornado.unit, currency: subject.currency) }

  /// The same with digits enough to tell the ends of the shown bars apart.
  var style: NumberStyle {
    guard answer.tornado.unit == .share else { return plainStyle }
    let least = shownBars.map(\.swing).min() ?? 1
    return .share(digits: least < 0.002 ? 2 : 1)
  }

  func text(_ value: Double) -> String { style.text(for: value) ?? "n/a" }

  /// The nearest limit of a single input.
  var nearest: (input: Input, limit: Headroom.Limit, isRising: Bool)? {
    answer.limits.first { $0.limit.rank < .infinity }
  }

  /// Which input matters most.
  var finding: [Phrase] {
    let place = answer.reading.stress.map { " under \($0)" } ?? ""
    var phrases: [Phrase] = [
      .plain("\(name.capitalizedFirst) is "), .strong(text(answer.tornado.base)),
      .plain("\(place). "),
    ]
    guard let first = answer.tornado.moving.first else {
      return phrases + ["No input moves it."]
    }
    phrases += ["It moves most with ", .code(first.input.path), .plain(": ")]
    func end(_ reading: Reading, _ value: Double) -> String {
      let figure = reading.value.map(text) ?? "n/a"
      return "\(figure) at \(subject.amount(value, of: first.input))"
    }
    let why =
      first.span.basis == .assumed ? " (± 10 %, for no range is stated)" : ""
    phrases.append(
      .plain(
        "\(end(first.atLow, first.span.low)), \(end(first.atHigh, first.span.high))\(why)."))
    return phrases
  }

  /// Which checks fail already, and which limit is nearest.
  var verdict: [Phrase] {
    let failing = answer.failing
    let count = answer.checks.count
    var phrases: [Phrase] = []
    if count == 0 {
      return [.verdict(.warning, "Not judged"), ": the scenario states no checks."]
    } else if failing.isEmpty {
      let all = [1: "The one check holds", 2: "Both checks hold"]
      phrases += [.verdict(.passed, all[count] ?? "All \(count) checks hold"), "."]
    } else {
      let fail = failing.count == 1 ? "fails" : "fail"
      phrases.append(.verdict(.failed, "\(failing.count) of \(count) checks \(fail) already"))
      phrases.append(.plain(": \(failing.map(sentence).joined(separator: "; "))."))
      if failing.count == count { return phrases + [" There is no headroom to speak of."] }
      phrases.append(" What follows is about the others.")
    }
    phrases += nearestSentence
    let groups = answer.groups.compactMap { headroom in headroom.nearest.map { (headroom, $0) } }
    if let group = groups.ranked(by: { $0.1.limit.rank }).first, group.1.limit.rank < .infinity,
      case .group(let inputs) = group.0.subject
    {
      phrases.append(
        .plain(
          " Of inputs that move together, \(words(inputs)) can go \(way(group.1)) before "
            + "\(group.1.limit.check.name) fails."))
    }
    return phrases
  }

  private var nearestSentence: [Phrase] {
    guard let nearest else { return [" No input alone makes one fail."] }
    let (input, limit, isRising) = nearest
    let name = limit.check.name
    let start: [Phrase] = [" The nearest limit of one input alone: ", .code(input.path)]
    if limit.position == input.value {
      return start + [.plain(" stands at it; \(isRising ? "above" : "below") that \(name) fails.")]
    }
    let text = subject.amount(limit.position, of: input, unlike: input.value)
    let change = subject.change(to: limit, of: input)
    return start + [
      .plain(" can \(isRising ? "rise" : "fall") to \(text) (\(change)) before \(name) fails.")
    ]
  }

  func words(_ group: InputGroup) -> String {
    guard group.kind == .planPrices, let plan = subject.scenario.chosenPlan else {
      return group.kind.words
    }
    return "\(group.kind.words) (\(plan))"
  }

  /// How far a group goes: `up 88.3%`, `down to 0.22×`.
  func way(_ entry: (limit: Headroom.Limit, isRising: Bool)) -> String {
    let factor = entry.limit.position
    let isNear = factor > 0.5 && factor < 2
    let text =
      isNear
      ? NumberStyle.share.text(for: abs(factor - 1)) : NumberStyle.factor.text(for: factor)
    return "\(entry.isRising ? "up" : "down") \(isNear ? "" : "to ")\(text ?? "n/a")"
  }

  private func sentence(_ check: CheckReading) -> String {
    let style = NumberStyle(check.unit, currency: subject.currency)
    let limit = style.text(for: check.check.limit.value) ?? "n/a"
    let bound = check.check.side == .min ? "at least" : "at most"
    let figure = check.reading.value.flatMap(style.text(for:)) ?? "undefined"
    return "\(check.check.name) (\(figure), \(bound) \(limit) is wanted)"
  }
}
