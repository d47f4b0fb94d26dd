import Formulas
import UnitEconomics

extension Report {
  /// The page of one scenario: what a completed task costs, what margin each plan leaves, what
  /// happens under stress, and whether it may go live.
  ///
  /// - Parameter earlier: the same figure in an earlier file, and why it differs.
  public static func run(
    _ subject: Subject, against earlier: Comparison? = nil, program: Program
  ) -> Report {
    let reading = subject.reading
    var blocks: [Block] = [.paragraph(subject.headline), .paragraph(subject.verdict)]
    if let earlier {
      blocks += earlier.warnings.map { .paragraph([.verdict(.warning, $0)]) }
      blocks.append(.paragraph(earlier.finding))
      blocks += earlier.changedChecks
      if !earlier.bridge.shares.isEmpty { blocks.append(.table(earlier.drivers)) }
    }
    blocks.append(.bars(subject.componentBars))
    blocks.append(.table(subject.breakdown))
    blocks.append(.table(subject.outcomes))
    subject.staffing(reading.base.values).map { blocks.append(.paragraph($0)) }
    blocks.append(.table(subject.segments))
    if !subject.scenario.plans.isEmpty { blocks.append(.table(subject.plans)) }
    blocks += subject.kickersAtRisk.map { .paragraph($0) }
    if !reading.stresses.isEmpty { blocks.append(.table(subject.stresses)) }
    if !reading.checks.isEmpty { blocks.append(.table(subject.checksAtAGlance)) }
    blocks.append(.paragraph((earlier?.subjects ?? [subject]).provenance(program)))
    return Report(title: subject.scenario.name, blocks: blocks)
  }
}

extension Subject {
  /// Cost of a completed task beside the human baseline, and the margin of each plan.
  var headline: [Phrase] {
    let base = reading.base
    var spans: [Phrase] = [.plain("A completed \(taskNoun) costs ")]
    spans.append(.strong(text(base.values[.costPerCompletedTask], .money(currency))))
    spans.append(", human help and lost attempts included")
    if let human = base.values[.humanBaselineCostPerTask].value {
      spans.append("; done by people alone it costs ")
      spans.append(.strong(text(.defined(human), .money(currency))))
    }
    spans.append(".")
    if scenario.mixesPlans {
      spans.append(" Customers as they are on the plans leave a gross margin of ")
      spans.append(.strong(text(base.values[.grossMargin], .share)))
      spans.append(orderedPlans.isEmpty ? "" : "; all on one,")
    }
    for (index, plan) in orderedPlans.enumerated() {
      let isFirst = index == 0 && !scenario.mixesPlans
      let name = index == 0 && scenario.mixesPlans ? " \(plan.name) " : ", \(plan.name) "
      spans.append(.plain(isFirst ? " Plan \(plan.name) leaves a gross margin of " : name))
      spans.append(.strong(text(base.values[plan.name, .grossMargin], .share)))
    }
    if !scenario.plans.isEmpty { spans.append(".") }
    return spans
  }

  /// Of each plan whose kicker luck alone takes from some customers, how much of it is to be expected.
  fileprivate var kickersAtRisk: [[Phrase]] {
    reading.base.kickerRisks.filter {
      $0.segment == nil && $0.modelled > 0 && $0.missed >= 0.01
    }.map { risk in
      let style = NumberStyle.money(currency)
      let share = text(.defined(risk.missed), .share)
      return [
        .verdict(.warning, "Success kicker of \(risk.plan)"),
        .plain(
          ": the model counts \(text(.defined(risk.modelled), style)) a month, since TSR is "
            + "\(text(.defined(risk.rate), .share)) and the threshold "
            + "\(text(.defined(risk.threshold), .share)). Month by month luck alone makes \(share) "
            + "of customers miss it, and \(text(.defined(risk.expected), style)) is to be expected."
        ),
      ]
    }
  }

  /// The chosen plan first, then the others as they stand.
  var orderedPlans: [Plan] {
    scenario.plans.filter { $0.name == scenario.headlinePlan }
      + scenario.plans.filter { $0.name != scenario.headlinePlan }
  }

  func text(_ reading: Reading, _ style: NumberStyle) -> String {
    reading.value.flatMap(style.text(for:)) ?? "n/a"
  }

  /// Which component the money goes to.
  var componentBars: BarChart {
    let total = reading.base.values[.totalCost].value
    let bars = Component.allCases.compactMap { component -> BarChart.Bar? in
      guard let cost = reading.base.values[component.output]?.value else { return nil }
      return BarChart.Bar(
        component.words.capitalizedFirst, cost, share: total.flatMap { $0 > 0 ? cost / $0 : nil })
    }
    return BarChart(bars: bars.sorted { $0.value > $1.value }, style: .money(currency))
  }

  /// What made these figures.
  ///
  /// - Parameter asked: words of the command line that had a part in them beside the settings.
  func provenance(_ program: Program, asked: [String] = []) -> [Phrase] {
    [self].provenance(program, asked: asked)
  }
}

extension [Subject] {
  /// What made figures of several scenarios: each file once, and the settings of those that have any.
  func provenance(_ program: Program, asked: [String] = []) -> [Phrase] {
    var spans: [Phrase] = [.plain("Made by \(program.name) \(program.version) from ")]
    for (index, source) in sources.enumerated() {
      if index > 0 { spans.append(", ") }
      spans.append(.code(source.name))
      spans.append(.plain(" (SHA-256 \(source.sha256.prefix(16))…)"))
    }
    for (index, words) in (settings.map { "--set \($0)" } + asked).enumerated() {
      spans.append(index == 0 ? ", with " : " and ")
      spans.append(.code(words))
    }
    spans.append(".")
    return spans
  }

  /// Every file that had a part in the figures, each once.
  var sources: [Subject.Source] {
    flatMap(\.sources).reduce(into: []) { known, source in
      if !known.contains(where: { $0.name == source.name && $0.sha256 == source.sha256 }) {
        known.append(source)
      }
    }
  }

  /// What replaced inputs for this run.
  var settings: [String] { first { !$0.settings.isEmpty }?.settings ?? [] }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
