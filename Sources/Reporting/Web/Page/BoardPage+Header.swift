import Formulas
import UnitEconomics

extension BoardPage {
  /// The verdict, and the figures that everybody asks for first.
  var header: HTML {
    let verdict = self.verdict
    return .group([
      .tag(
        "header", [:],
        .tag("h1", [:], .text(scenario.name)),
        .tag(
          "p", ["class": "verdict lead \(verdict.kind.word)", "data-say": "verdict"],
          .text("\(verdict.kind.mark) \(verdict.text)"))),
      .tag("ul", ["class": "kpis"], headlines),
    ])
  }

  private var headlines: [HTML] {
    let hasMargin = base[.grossMargin].value != nil
    var items = [
      headline(
        PageWords.costLabel, .costPerCompletedTask, money,
        base[.humanBaselineCostPerTask].value == nil
          ? [] : context(PageWords.costContext, ["human": (.humanBaselineCostPerTask, money)]))
    ]
    if hasMargin {
      items.append(
        headline(
          PageWords.marginLabel, .grossMargin, .share,
          [.text(PageWords.filled(PageWords.marginContext, ["plan": scenario.planText]))]))
    }
    items += [
      headline(PageWords.tsrLabel, .tsr, .share, [.text(PageWords.tsrContext)]),
      headline(
        PageWords.escalationLabel, .escalationRate, .share,
        context(PageWords.escalationContext, ["tasks": (.tasksSubmitted, .count)])),
      headline(
        PageWords.monthLabel, .totalCost, money,
        context(PageWords.monthContext, ["fixed": (.fixedCost, money)])),
    ]
    return items
  }

  private func headline(
    _ label: String, _ output: Output, _ style: NumberStyle, _ context: [HTML]
  ) -> HTML {
    let live = figures.live(output.rawValue, style)
    return .tag(
      "li", [:],
      .tag("span", ["class": "label"], .text(filled(label))),
      .tag(
        "strong", ["data-l": live?.code, "data-s": live?.style.code, "data-base": "1"],
        .text(text(output.rawValue, style))),
      .tag("small", [:], context))
  }

  /// Words around figures that follow moved inputs.
  private func context(
    _ sentence: String, _ places: [String: (Output, NumberStyle)]
  ) -> [HTML] {
    for (name, place) in places {
      let parts = sentence.split(separator: "{\(name)}", omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      return [
        .text(filled(String(parts[0]))), span(place.0, place.1), .text(filled(String(parts[1]))),
      ]
    }
    return [.text(filled(sentence))]
  }

  /// Whether it may go live, and what stands against it most.
  var verdict: (kind: Verdict, text: String) {
    let checks = subject.reading.checks
    guard !checks.isEmpty else { return (.warning, PageWords.say("notJudged")) }
    let count = "\(subject.checkNames.count)"
    guard let worst = subject.worstFailure else {
      return (.passed, PageWords.say("ready", ["checks": count]))
    }
    let style = NumberStyle(worst.unit, currency: subject.currency)
    return (
      .failed,
      PageWords.say(
        "notReady",
        [
          "failing": "\(subject.failedCheckNames.count)", "checks": count,
          "check": worst.check.name, "figure": words(of: worst.check.output),
          "value": text(worst.reading.value, style),
          "place": worst.stress.map { PageWords.say("under", ["stress": $0]) } ?? "",
          "bound": PageWords.say(worst.check.side == .min ? "least" : "most"),
          "limit": text(worst.check.limit.value, style),
        ])
    )
  }

  func words(of path: String) -> String { Output(rawValue: path)?.words ?? path }
}
