import Formulas
import UnitEconomics

extension SimulationPage {
  /// What was drawn, and how.
  var inputs: Table {
    var table = Table(
      title: "Uncertain inputs",
      columns: [
        Column("Input"), Column("As stated", .trailing), Column("Distribution"),
        Column("Source", priority: 1),
      ])
    for input in findings.plan.inputs {
      let assumed = input.uncertainty.isAssumed ? " (assumed)" : ""
      table.rows.append(
        Row([
          .text(input.input.path),
          .text(subject.shortAmount(input.input.value, of: input.input)),
          .text(words(input) + assumed), .text(input.input.source ?? ""),
        ]))
    }
    if findings.plan.inputs.contains(where: \.uncertainty.isAssumed) {
      table.notes.append(
        "Assumed: the file states a low and a high without a distribution; they are taken as the "
          + "ends of a PERT distribution about the value.")
    }
    return table
  }

  /// The distribution of an input in the input's own unit: `PERT, 8 min to 15 min`.
  private func words(_ input: UncertainInput) -> String {
    let uncertainty = input.uncertainty
    let distribution = uncertainty.distribution
    func ends(_ low: Double, _ high: Double) -> (low: String, high: String) {
      let (low, high) = (uncertainty.moved(low), uncertainty.moved(high))
      return (
        subject.shortAmount(low, of: input.input, unlike: high),
        subject.shortAmount(high, of: input.input, unlike: low)
      )
    }
    let name = distribution.family.shortName
    let support = distribution.support
    if distribution.family.hasBounds || !distribution.isContinuous, support.upperBound.isFinite {
      let (low, high) = ends(support.lowerBound, support.upperBound)
      return "\(name), \(low) to \(high)"
    }
    // Without bounds, what nine draws of ten lie between says more than parameters do.
    let (low, high) = ends(distribution.quantile(0.05), distribution.quantile(0.95))
    let (least, most) = ends(distribution.lowest, distribution.highest)
    return "\(name), p5 \(low) to p95 \(high)"
      + (distribution.lowest.isFinite ? ", at least \(least)" : "")
      + (distribution.highest.isFinite ? ", at most \(most)" : "")
  }
}

extension Uncertainty {
  /// A value where a stress has moved it.
  fileprivate func moved(_ value: Double) -> Double { scale * value + shift }
}

extension Distribution.Family {
  /// Whether its own parameters say between which values all lies.
  fileprivate var hasBounds: Bool {
    switch self {
    case .uniform, .triangular, .pert: true
    case .beta(_, _, let low, let high): (low, high) != (0, 1)
    default: false
    }
  }

  /// What it is called in a table.
  fileprivate var shortName: String {
    switch self {
    case .pert: "PERT"
    case .poisson: "Poisson"
    case .successes(let successes, let trials): "\(successes) of \(trials) trials"
    case .discrete(let values, _): "one of \(values.count) values"
    case .empirical(let values): "one of \(values.count) values seen"
    default: name
    }
  }
}
