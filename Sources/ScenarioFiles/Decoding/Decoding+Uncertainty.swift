import Formulas
import UnitEconomics

extension Decoding {
  /// The range and the distribution that are stated of a value.
  func uncertainty(
    of value: Double, _ low: Double?, _ high: Double?, _ reader: ObjectReader,
    _ shapes: DistributionReader
  ) -> (Input.Range?, Uncertainty?) {
    let node = reader.node("distribution")
    if reader.isObject("distribution") {
      _ = reader.declare("distribution", .object, "a family, with its parameters")
      guard let distribution = shapes.distribution(node ?? .nothing), let node,
        admit(distribution, at: node, shapes)
      else {
        markUnread(shapes.path)
        return (nil, nil)
      }
      guard reaches(value, distribution, reader, shapes) else {
        markUnread(shapes.path)
        return (nil, nil)
      }
      // Where no range is stated, what lies between one in twenty and nineteen in twenty is; a value
      // beyond may be meant so, as no failure in forty trials is.
      let ends = [
        low ?? min(value, distribution.quantile(0.05)),
        high ?? max(value, distribution.quantile(0.95)),
      ]
      return (Input.Range(low: ends[0], high: ends[1]), Uncertainty(distribution))
    }
    let word = reader.optionalChoice(
      "distribution", "the shape of the doubt between low and high", DistributionReader.Word.self)
    guard let low, let high else {
      if ["low", "high", "distribution"].contains(where: reader.isStated) {
        let ends = ["low", "high"].filter { !reader.isStated($0) }
        reader.reportAbsence(
          of: ends, Wording.halfARange(reader.path, without: ends), help: Wording.bothEnds)
      }
      return (nil, nil)
    }
    guard areOrdered(low, value, high, reader) else {
      markUnread(shapes.path)
      return (nil, nil)
    }
    let range = Input.Range(low: low, high: high)
    // A misspelt shape has been reported; a whole number shapes the model and is not drawn.
    if node != nil, word == nil { return (range, nil) }
    if word == nil, shapes.domain.isWhole { return (range, nil) }
    let distribution = shapes.distribution(word, value: value, low: low, high: high)
    guard let place = node ?? reader.node("low"), admit(distribution, at: place, shapes) else {
      markUnread(shapes.path)
      return (range, nil)
    }
    return (range, Uncertainty(distribution, isAssumed: word == nil))
  }

  /// Whether a value lies between its low and its high; what is wrong is reported.
  private func areOrdered(
    _ low: Double, _ value: Double, _ high: Double, _ reader: ObjectReader
  ) -> Bool {
    // What could not be read has been reported.
    guard !low.isNaN, !high.isNaN, !value.isNaN else { return false }
    func spelled(_ key: String) -> String {
      reader.node(key).map { Wording.withoutQuotes(spelling($0.span)) } ?? ""
    }
    let wrong: (key: String, words: String)? =
      low > value
      ? ("low", Wording.aboveValue(reader.path, spelled("low"), spelled("value")))
      : high < value
        ? ("high", Wording.belowValue(reader.path, spelled("high"), spelled("value"))) : nil
    guard let wrong, let node = reader.node(wrong.key) else { return true }
    report(.error(wrong.words, at: node.span))
    return false
  }

  /// Whether a value is among those that its distribution gives; it is reported where it is not.
  private func reaches(
    _ value: Double, _ distribution: Distribution, _ reader: ObjectReader,
    _ shapes: DistributionReader
  ) -> Bool {
    let ends = distribution.support
    guard !value.isNaN, value < ends.lowerBound || value > ends.upperBound,
      let node = reader.node("value")
    else { return true }
    let isAbove = value > ends.upperBound
    let limit = shapes.stated(isAbove ? ends.upperBound : ends.lowerBound)
    report(
      .error(
        Wording.valueNotDrawn(
          shapes.path, Wording.withoutQuotes(spelling(node.span)), isAbove: isAbove, limit),
        at: node.span))
    return false
  }

  /// Whether an input can be so distributed; what is wrong is reported.
  private func admit(
    _ distribution: Distribution, at node: JSONNode, _ shapes: DistributionReader
  ) -> Bool {
    let isGroup = if case .object = node.value { true } else { false }
    let span = isGroup ? opening(of: node.span) : node.span
    if let problem = distribution.problems.first {
      report(.error(Wording.problem(shapes.path, problem), at: span))
      return false
    }
    let domain = shapes.domain
    guard !domain.isWhole else {
      report(.error(Wording.shapesTheModel(shapes.path), at: span))
      return false
    }
    // So unlikely that no draw of a lifetime comes there, and then it is held at the end.
    let least = 1e-9
    let atLow = domain.excludesLow ? 0 : distribution.mass(at: domain.low)
    let below =
      domain.low > -Domain.largest ? distribution.tails(at: domain.low).lower - atLow : 0
    let above = distribution.tails(at: domain.high).upper
    guard max(below, above) > least else { return true }
    let isAbove = above >= below
    let limit = shapes.stated(isAbove ? domain.high : domain.low)
    report(
      .error(
        Wording.leavesDomain(
          shapes.path, isAbove: isAbove, limit, chance: isAbove ? above : below),
        at: span, help: Wording.truncate(isAbove: isAbove, limit)))
    return false
  }
}

extension Distribution {
  /// The probability of a single value; 0 where the distribution is continuous.
  fileprivate func mass(at value: Double) -> Double {
    isContinuous ? 0 : cumulative(value) - cumulative(value.nextDown)
  }
}
