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
    let place = "\(path).distribution"
    let reader = ObjectReader(decoding, path: place, node: node)
    let stated = Self.families.filter(reader.isStated)
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
    let family = reader.section(stated[0]) { self.family(stated[0], $0) } ?? nil
    let ends = reader.section("truncate") { ($0.amount("low", self), $0.amount("high", self)) }
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
      guard let values = reader.amounts("values", self) else { return nil }
      let weights = reader.numbers("weights", self) ?? values.map { _ in 1 }
      return .discrete(values: values, weights: weights)
    default: return reader.seenValues(self).map { .empirical($0) }
    }
  }

  private func beta(_ reader: ObjectReader) -> Distribution.Family? {
    if reader.isStated("successes") || reader.isStated("trials") {
      let keys = ["successes", "trials"]
      return all(keys.map { reader.number($0, self) }, keys, reader).map {
        .successes(Int($0[0]), trials: Int($0[1]))
      }
    }
    let (low, high) = (reader.amount("low", self), reader.amount("high", self))
    let keys = ["alpha", "beta"]
    return all(keys.map { reader.number($0, self) }, keys, reader).map {
      .beta(alpha: $0[0], beta: $0[1], low: low ?? 0, high: high ?? 1)
    }
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

extension ObjectReader {
  /// A value of the input; nil where it is absent or cannot be one.
  fileprivate func amount(_ key: String, _ input: DistributionReader) -> Double? {
    node(key).flatMap {
      decoding.amount($0, path(key), input.unit, .any, impliesMonth: true)?.value
    }
  }

  /// A number without a unit; nil where it is absent or none.
  fileprivate func number(_ key: String, _ input: DistributionReader) -> Double? {
    node(key).flatMap { decoding.amount($0, path(key), .one, .any)?.value }
  }

  fileprivate func amounts(_ key: String, _ input: DistributionReader) -> [Double]? {
    list(key, input) { decoding.amount($0, path(key), input.unit, .any, impliesMonth: true)?.value }
  }

  fileprivate func numbers(_ key: String, _ input: DistributionReader) -> [Double]? {
    list(key, input) { decoding.amount($0, path(key), .one, .any)?.value }
  }

  private func list(
    _ key: String, _ input: DistributionReader, _ value: (JSONNode) -> Double?
  ) -> [Double]? {
    guard let node = node(key) else {
      if key == "values" {
        reportAbsence(of: [key], Wording.noParameter(path, [key]), help: Wording.parameters([key]))
      }
      return nil
    }
    guard case .array(let items) = node.value else {
      reportUnreadable(path(key), Wording.expectedList(path(key)), at: node.span)
      return nil
    }
    let values = items.compactMap(value)
    return values.count == items.count ? values : nil
  }

  /// Values that were seen: listed, or a column of a CSV file.
  fileprivate func seenValues(_ input: DistributionReader) -> [Double]? {
    guard isStated("file") else { return amounts("values", input) }
    ignore("values")
    let column = text("column", "the column that holds the values", example: "minutes")
    let unitText = optionalText("unit")
    guard let node = node("file"), let name = optionalText("file"), !column.isEmpty else {
      return nil
    }
    // What one of the column's numbers is in the input's unit.
    let one = JSONNode(span: node.span, value: .string("1 \(unitText ?? "")"))
    let plain = JSONNode(span: node.span, value: .number(JSONNumber(1)))
    guard
      let factor = decoding.amount(
        unitText == nil ? plain : one, path, input.unit, .any, impliesMonth: true)?.value
    else { return nil }
    return decoding.column(column, of: name, at: node).map { $0.map { $0 * factor } }
  }
}
