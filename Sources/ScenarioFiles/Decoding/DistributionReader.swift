import Formulas
import UnitEconomics

/// Reads the distribution of one input: a word for the shape between low and high, or an object with a
/// family and its parameters.
struct DistributionReader {
  let decoding: Decoding
  /// The path of the input.
  let path: String
  let unit: Unit
  let domain: Domain
  /// The currency of the input's value; nil where it is in none.
  let currency: String?
  let impliesMonth: Bool

  /// Shapes that a word names; low and high say the rest.
  enum Word: String, CaseIterable {
    case uniform, triangular, pert, normal, lognormal
  }

  /// The families that an object may state.
  private static let families = [
    "normal", "lognormal", "uniform", "triangular", "pert", "beta", "gamma", "poisson", "discrete",
    "empirical",
  ]

  /// The distribution that a value, a low and a high and perhaps a word state.
  func distribution(
    _ word: Word?, value: Double, low: Double, high: Double
  ) -> Distribution {
    switch word {
    case .uniform: Distribution(.uniform(low: low, high: high))
    case .triangular: Distribution(.triangular(low: low, mode: value, high: high))
    case .normal: Distribution(.normal(p5: low, p95: high))
    case .lognormal: Distribution(.lognormal(p5: low, p95: high))
    case .pert, nil: Distribution(.pert(low: low, mode: value, high: high))
    }
  }

  /// The distribution that an object states; nil, and reports, where it states none.
  func distribution(_ node: JSONNode) -> Distribution? {
    let place = InputPath.appending("distribution", to: path)
    let reader = ObjectReader(decoding, path: place, node: node)
    let stated = reader.stated(among: Self.families)
    guard stated.count == 1 else {
      reader.ignore("normal", "lognormal", "uniform", "triangular", "pert")
      reader.ignore("beta", "gamma", "poisson", "discrete", "empirical", "truncate")
      if stated.isEmpty {
        reader.reportAbsence(
          of: Self.families, Wording.noFamily(path), help: Wording.oneOf(Self.families))
      } else {
        decoding.report(
          .error(Wording.manyFamilies(path, stated), at: decoding.opening(of: node.span)))
      }
      reader.close()
      return nil
    }
    // Known, so that a misspelt one is suggested.
    for family in Self.families where family != stated[0] { reader.ignore(family) }
    let family = reader.section(stated[0], "the family, with its parameters") {
      self.family(stated[0], $0)
    }.flatMap(\.self)
    let ends = reader.section("truncate", "what is drawn is kept between") {
      ($0.amount("low", self), $0.amount("high", self))
    }
    reader.close()
    guard let family else { return nil }
    return Distribution(
      family, lowest: ends?.0 ?? -.infinity, highest: ends?.1 ?? .infinity)
  }

  /// The family under a key; nil, and reports, where parameters are missing.
  private func family(_ name: String, _ reader: ObjectReader) -> Distribution.Family? {
    func amounts(_ keys: String...) -> [Double]? {
      all(keys.map { reader.amount($0, self) }, keys, reader)
    }
    func has(_ key: String) -> Bool { reader.isStated(key) }
    switch name {
    case "normal":
      if has("p5") || has("p95") {
        return amounts("p5", "p95").map { .normal(p5: $0[0], p95: $0[1]) }
      }
      return all([reader.amount("mean", self), reader.amount("sd", self)], ["mean", "sd"], reader)
        .map { .normal(mean: $0[0], standardDeviation: $0[1]) }
    case "lognormal":
      if has("p50") { return amounts("p50", "p95").map { .lognormal(p50: $0[0], p95: $0[1]) } }
      if has("p5") { return amounts("p5", "p95").map { .lognormal(p5: $0[0], p95: $0[1]) } }
      let keys = ["median", "sigma"]
      return all([reader.amount("median", self), reader.number("sigma", self)], keys, reader)
        .map { .lognormal(median: $0[0], sigma: $0[1]) }
    case "uniform": return amounts("low", "high").map { .uniform(low: $0[0], high: $0[1]) }
    case "triangular":
      return amounts("low", "mode", "high")
        .map { .triangular(low: $0[0], mode: $0[1], high: $0[2]) }
    case "pert":
      return amounts("low", "mode", "high").map { .pert(low: $0[0], mode: $0[1], high: $0[2]) }
    case "beta": return beta(reader)
    case "gamma":
      if has("mean") || has("sd") {
        return amounts("mean", "sd").map { .gamma(mean: $0[0], standardDeviation: $0[1]) }
      }
      let keys = ["shape", "scale"]
      return all([reader.number("shape", self), reader.amount("scale", self)], keys, reader)
        .map { .gamma(shape: $0[0], scale: $0[1]) }
    case "poisson": return amounts("mean").map { .poisson(mean: $0[0]) }
    case "discrete":
      // Both are asked for, so that weights without values are not a key too many.
      let (values, weights) = (reader.amounts("values", self), reader.numbers("weights", self))
      guard let values, weights != nil || !has("weights") else { return nil }
      return .discrete(values: values, weights: weights ?? values.map { _ in 1 })
    default: return reader.seenValues(self).map { .empirical($0) }
    }
  }

  /// How many trials a pilot can have.
  private static let trials = Domain.whole(0...1_000_000_000)

  private func beta(_ reader: ObjectReader) -> Distribution.Family? {
    if reader.isStated("successes") || reader.isStated("trials") {
      let keys = ["successes", "trials"]
      return all(keys.map { reader.number($0, self, in: Self.trials) }, keys, reader).map {
        .successes(Int($0[0]), trials: Int($0[1]))
      }
    }
    let (low, high) = (reader.amount("low", self), reader.amount("high", self))
    let keys = ["alpha", "beta"]
    return all(keys.map { reader.number($0, self) }, keys, reader).map {
      .beta(alpha: $0[0], beta: $0[1], low: low ?? 0, high: high ?? 1)
    }
  }

  /// A value as a message mentions it.
  func stated(_ value: Double) -> String {
    unit.stated(value, currency: currency ?? decoding.currency)
  }

  /// All parameters, or a report of those that are missing.
  private func all(
    _ values: [Double?], _ keys: [String], _ reader: ObjectReader
  ) -> [Double]? {
    let missing = keys.filter { !reader.isStated($0) }
    if !missing.isEmpty {
      reader.reportAbsence(
        of: missing, Wording.noParameter(reader.path, missing), help: Wording.parameters(keys))
    }
    let found = values.compactMap { $0 }
    return found.count == values.count ? found : nil
  }
}
