import Formulas
import UnitEconomics

extension ObjectReader {
  /// A quantity that must be there.
  func input(
    _ key: String, _ sentence: String, _ unit: Unit, in domain: Domain = .notNegative,
    impliesMonth: Bool = false
  ) -> Input {
    if let input = optionalInput(key, sentence, unit, in: domain, impliesMonth: impliesMonth) {
      return input
    }
    if !isStated(key) {
      let example = unit.example(currency: decoding.currency)
      reportMissing(key, sentence, example: "\"\(example)\"")
    }
    return Input(path(key), sentence, .nan, unit, in: domain)
  }

  /// A quantity with a default.
  func input(
    _ key: String, _ sentence: String, _ unit: Unit, in domain: Domain = .notNegative,
    default fallback: Double
  ) -> Input {
    if let input = optionalInput(key, sentence, unit, in: domain) { return input }
    let input = decoding.adjusted(Input(path(key), sentence, fallback, unit, in: domain))
    decoding.keep(input)
    return input
  }

  /// A quantity that may be missing; nil then.
  func optionalInput(
    _ key: String, _ sentence: String, _ unit: Unit, in domain: Domain = .notNegative,
    impliesMonth: Bool = false
  ) -> Input? {
    node(key).map {
      decoding.input(path(key), sentence, $0, unit, domain, impliesMonth: impliesMonth)
    }
  }

  /// Quantities under names of the scenario's own.
  func namedInputs(
    _ key: String, _ sentence: String, _ unit: Unit, in domain: Domain = .notNegative
  ) -> [(name: String, price: Input)] {
    names(key).map { name, node in
      let place = InputPath.appending(name, to: path(key))
      return (name, decoding.input(place, sentence, node, unit, domain))
    }
  }
}

extension Decoding {
  /// An input from a bare quantity, or from an object with its range and its source.
  ///
  /// Where it cannot be read that is reported, and the value is not a number, so that nothing else is
  /// said of it.
  func input(
    _ path: String, _ sentence: String, _ node: JSONNode, _ unit: Unit, _ domain: Domain,
    impliesMonth: Bool = false
  ) -> Input {
    let stated = statement(path, sentence, node, unit, domain, impliesMonth: impliesMonth)
    let foreign = stated.currency.flatMap { $0 == currency ? nil : $0 }
    if let foreign, exchangeRates[foreign] == nil { reportNoRate(foreign, at: stated.span) }
    // An amount in another currency keeps it; the model exchanges it at the stated rate.
    let input = adjusted(
      Input(
        path, sentence, stated.value, foreign == nil ? unit : unit.inForeignMoney, in: domain,
        range: stated.range, source: stated.source, note: stated.note,
        origin: origin(stated.span), foreignCurrency: foreign, uncertainty: stated.uncertainty))
    keep(input)
    return input
  }

  /// A rate that is missing is missing once, however many amounts need it.
  private func reportNoRate(_ foreign: String, at span: Span) {
    guard !isPartial, !isCurrencyUnknown, !mayMeanUnread("exchangeRates.*"),
      !isUnread("exchangeRates.\(foreign)"), unpricedCurrencies.insert(foreign).inserted
    else { return }
    report(
      .error(
        Wording.noExchangeRate(currency, foreign), at: span,
        help: Wording.stateExchangeRate(currency, foreign)))
  }

  /// What is stated of one input.
  private struct Statement {
    var span: Span
    var value = Double.nan
    var currency: String?
    var range: Input.Range?
    var uncertainty: Uncertainty?
    var source: String?
    var note: String?
  }

  private func statement(
    _ path: String, _ sentence: String, _ node: JSONNode, _ unit: Unit, _ domain: Domain,
    impliesMonth: Bool
  ) -> Statement {
    func amount(_ node: JSONNode, _ name: String) -> (value: Double, currency: String?) {
      self.amount(node, name, unit, domain, impliesMonth: impliesMonth) ?? (.nan, nil)
    }
    var statement = Statement(span: node.span)
    guard case .object = node.value else {
      (statement.value, statement.currency) = amount(node, path)
      return statement
    }
    let reader = ObjectReader(self, path: path, node: node)
    if let value = reader.node("value") {
      statement.span = value.span
      (statement.value, statement.currency) = amount(value, path)
    } else {
      reader.reportMissing("value", sentence, example: "\"\(unit.example(currency: currency))\"")
    }
    let ends = ["low", "high"].map { key in reader.node(key).map { amount($0, "\(path).\(key)") } }
    reportMixedCurrencies(path, statement.currency, zip(["low", "high"], ends), reader)
    let shapes = DistributionReader(decoding: self, path: path, unit: unit, domain: domain)
    (statement.range, statement.uncertainty) = uncertainty(
      of: statement.value, ends[0]?.value, ends[1]?.value, reader, shapes)
    statement.source = reader.optionalText("source")
    statement.note = reader.optionalText("note")
    reader.close()
    return statement
  }

  /// A range is in its value's own currency.
  private func reportMixedCurrencies(
    _ path: String, _ own: String?, _ ends: Zip2Sequence<[String], [(Double, String?)?]>,
    _ reader: ObjectReader
  ) {
    guard let own, !isCurrencyUnknown else { return }
    for (key, end) in ends {
      guard let other = end?.1, other != own, let node = reader.node(key) else { continue }
      report(.error(Wording.mixedCurrencies(path, own, other), at: node.span))
      return
    }
  }

  /// The range and the distribution that are stated of a value.
  private func uncertainty(
    of value: Double, _ low: Double?, _ high: Double?, _ reader: ObjectReader,
    _ shapes: DistributionReader
  ) -> (Input.Range?, Uncertainty?) {
    let node = reader.node("distribution")
    if let node, case .object = node.value {
      guard let distribution = shapes.distribution(node), admit(distribution, at: node, shapes)
      else {
        markUnread(shapes.path)
        return (nil, nil)
      }
      // Where no range is stated, what lies between one in twenty and nineteen in twenty is.
      let ends = [low ?? distribution.quantile(0.05), high ?? distribution.quantile(0.95)]
      return (Input.Range(low: ends[0], high: ends[1]), Uncertainty(distribution))
    }
    let word = reader.optionalChoice("distribution", DistributionReader.Word.self)
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
    let below =
      domain.low > -Domain.largest
      ? distribution.tails(at: domain.low).lower
        - (domain.excludesLow ? 0 : distribution.mass(at: domain.low))
      : 0
    let above = distribution.tails(at: domain.high).upper
    guard max(below, above) > least else { return true }
    let isAbove = above >= below
    let limit = shapes.unit.stated(isAbove ? domain.high : domain.low, currency: currency)
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
