import Formulas
import UnitEconomics

extension JSON {
  /// A simulation in full precision.
  public static func simulation(
    _ findings: SimulationFindings, drivers: [UncertaintyDrivers], of subject: Subject,
    program: Program
  ) -> JSON {
    let plan = findings.plan
    return [
      "version": 1,
      "provenance": .provenance([subject], program),
      "scenario": .string(subject.scenario.name),
      "case": .string(plan.stress ?? "base"),
      "seed": .string(String(plan.seed)),
      "draws": .number(Double(findings.draws)),
      "sampling": .string(plan.sampling.rawValue),
      "quantiles": .string(findings.isExact ? "exact" : "sketch"),
      "quantileRelativeError": .number(findings.isExact ? 0 : ValueSketch.relativeError),
      "figures": .array(findings.figures.map(subject.json)),
      "checks": .array(findings.checks.map(JSON.chance)),
      "anyFailureProbability": .likelihood(findings.anyFailure),
      "drivers": .array(drivers.map(\.json)),
      "inputs": .array(
        plan.inputs.map { input in
          [
            "path": .string(input.input.path),
            "unit": .string(subject.unitText(input.input.unit, of: input.input.path)),
            "value": .number(input.input.value),
            "distribution": .string(input.uncertainty.distribution.description),
            "assumed": .bool(input.uncertainty.isAssumed),
            "source": input.input.source.map { .string($0) } ?? nil,
          ]
        }),
    ]
  }

  /// How likely a check fails.
  static func chance(_ check: SimulationFindings.CheckLikelihood) -> JSON {
    [
      "name": .string(check.check.name), "output": .string(check.check.output),
      "side": .string(check.check.side.rawValue),
      "limit": .number(check.check.limit.value), "holdsAsStated": .bool(check.holdsAsStated),
      "failureProbability": .likelihood(check.failing),
    ]
  }

  static func likelihood(_ likelihood: SimulationFindings.Likelihood) -> JSON {
    [
      "value": .number(likelihood.value), "draws": .number(Double(likelihood.count)),
      "low": .number(likelihood.interval.lowerBound),
      "high": .number(likelihood.interval.upperBound),
    ]
  }

  static func estimate(_ estimate: FigureDistribution.Estimate) -> JSON {
    [
      "value": .finite(estimate.value), "error": .finite(estimate.error),
      "low": .finite(estimate.interval?.lowerBound ?? .nan),
      "high": .finite(estimate.interval?.upperBound ?? .nan),
    ]
  }

  static func finite(_ value: Double) -> JSON { value.isFinite ? .number(value) : nil }
}

extension Subject {
  func json(_ figure: FigureDistribution) -> JSON {
    let histogram = figure.histogram
    return [
      "path": .string(figure.path), "unit": .string(figure.unit.text(currency: currency)),
      "stated": .plain(figure.stated.value),
      "definedDraws": .number(Double(figure.defined)),
      "undefinedDraws": .number(Double(figure.undefined)),
      "mean": .estimate(figure.mean), "sd": .estimate(figure.deviation),
      "least": .finite(figure.least), "most": .finite(figure.most),
      "quantiles": .array(
        figure.quantiles.map { quantile in
          [
            "share": .number(quantile.share), "value": .number(quantile.value),
            "low": .number(quantile.interval.lowerBound),
            "high": .number(quantile.interval.upperBound),
          ]
        }),
      "lowTailMean": .estimate(figure.lowTail), "highTailMean": .estimate(figure.highTail),
      "histogram": [
        "bounds": .array(histogram.bounds.map { .finite($0) }),
        "counts": .array(histogram.counts.map { .number(Double($0)) }),
        "below": .number(Double(histogram.below)), "above": .number(Double(histogram.above)),
      ],
    ]
  }
}

extension UncertaintyDrivers {
  fileprivate var json: JSON {
    [
      "figure": .string(figure), "draws": .number(Double(draws)),
      "expectedProfit": .plain(expectedProfit),
      "drivers": .array(
        drivers.map { driver in
          [
            "paths": .array(driver.paths.map { .string($0) }),
            "firstOrder": .estimate(driver.indices.first), "total": .estimate(driver.indices.total),
            "rankCorrelation": .number(driver.rankCorrelation),
            "worthOfKnowing": .plain(driver.worth),
          ]
        }),
    ]
  }
}
