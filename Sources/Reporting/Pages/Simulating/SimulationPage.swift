import Formulas
import UnitEconomics

extension Report {
  /// The distributions of figures, how likely checks fail, and what makes the figures uncertain.
  public static func simulation(
    _ findings: SimulationFindings, drivers: [UncertaintyDrivers], of subject: Subject,
    notes: [String] = [], program: Program
  ) -> Report {
    let page = SimulationPage(findings: findings, drivers: drivers, subject: subject)
    var blocks: [Block] = [.paragraph(page.finding)]
    if !findings.checks.isEmpty { blocks.append(.paragraph(page.verdict)) }
    blocks += page.histograms.map { .bars($0) }
    blocks.append(.table(page.figures))
    if !findings.checks.isEmpty { blocks.append(.table(page.checks)) }
    blocks += page.driverTables.map { .table($0) }
    if let worth = page.worth { blocks.append(.paragraph(worth)) }
    blocks.append(.table(page.inputs))
    blocks.append(.text(page.method))
    blocks += notes.map { .text($0) }
    blocks.append(.paragraph(subject.provenance(program)))
    let place = findings.plan.stress.map { " under \($0)" } ?? ""
    return Report(title: "Uncertainty\(place): \(subject.scenario.name)", blocks: blocks)
  }
}

/// What a simulation found, and how it is put on a page.
struct SimulationPage {
  let findings: SimulationFindings
  let drivers: [UncertaintyDrivers]
  let subject: Subject

  func name(_ path: String) -> String { path.figureWords }

  func style(_ figure: FigureDistribution) -> NumberStyle {
    NumberStyle(figure.unit, currency: subject.currency)
  }

  func text(_ value: Double, _ figure: FigureDistribution) -> String {
    style(figure).text(for: value) ?? "n/a"
  }

  /// What the figures come to.
  var finding: [Phrase] {
    var phrases: [Phrase] = []
    for figure in findings.figures.prefix(2) where figure.defined > 0 {
      let isFirst = phrases.isEmpty
      phrases.append(.plain((isFirst ? "" : " ") + name(figure.path).capitalizedFirst + " is "))
      phrases.append(.strong(text(figure.mean.value, figure)))
      phrases.append(
        .plain(
          " on average and between \(text(figure.quantile(0.05), figure)) and "
            + "\(text(figure.quantile(0.95), figure)) in 90 of 100 draws"))
      if case .defined(let stated) = figure.stated {
        phrases.append(.plain("; as stated it is \(text(stated, figure))"))
      }
      phrases.append(".")
    }
    return phrases
  }

  /// How likely checks fail.
  var verdict: [Phrase] { chances.verdict }

  var chances: CheckChances {
    CheckChances(
      checks: findings.checks, any: findings.anyFailure, ofWhat: "draws", subject: subject)
  }

  private func count(_ number: Int) -> String { NumberStyle.count.text(for: Double(number)) ?? "" }

  /// Who drew what, and what is exact.
  var method: String {
    let plan = findings.plan
    let draws = "\(count(findings.draws)) draws of \(plan.inputs.count) uncertain inputs"
    let how =
      plan.sampling == .random
      ? "" : ", in \(Sampling.replicates) replicates of \(plan.sampling.words)"
    let quantiles =
      findings.isExact
      ? "Quantiles are exact of these draws"
      : "Quantiles are within \(NumberStyle.quantity(digits: 2).text(for: ValueSketch.relativeError * 100) ?? "") % of those of these draws"
    return "\(draws)\(how), seed \(plan.seed). \(quantiles); ± is the standard error that chance "
      + "leaves, ranges in brackets hold the true value in 95 of 100 cases."
  }
}

extension Sampling {
  /// What it is called.
  var words: String {
    switch self {
    case .random: "independent draws"
    case .latin: "a Latin hypercube"
    case .sobol: "a scrambled Sobol' net"
    }
  }
}

extension String {
  /// What a figure of this name is called: "gross margin"; the name itself where it has no other.
  var figureWords: String { Output(rawValue: self)?.words ?? self }
}

extension FigureDistribution {
  /// A quantile that was worked out.
  func quantile(_ share: Double) -> Double {
    quantiles.first { $0.share == share }?.value ?? .nan
  }

  /// Whether more of it is worse, so that its high tail is the one to fear.
  var isBetterLow: Bool {
    let high = ["margin", "profit", "revenue", "tsr", "completed", "headroom", "success"]
    let name = (path.split(separator: ".").last.map(String.init) ?? path).lowercased()
    return name.hasPrefix("cost") || !high.contains { name.contains($0) }
  }
}
