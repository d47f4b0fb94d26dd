import Formulas
import UnitEconomics

extension ObjectReader {
  /// A quantity that must be there.
  func input(
    _ key: String, _ sentence: String, _ unit: Unit, in domain: Domain = .notNegative,
    impliesMonth: Bool = false
  ) -> Input {
    decoding.probe?.require(key, in: path)
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
    if let probe = decoding.probe {
      probe.declare(
        path(key), .input, sentence, unit, domain, default: fallback, currency: decoding.currency)
    }
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
    let stated = decoding.probe == nil ? node(key) : .nothing
    return stated.map {
      decoding.input(path(key), sentence, $0, unit, domain, impliesMonth: impliesMonth)
    }
  }

  /// A quantity that is a part of something and no input of its own; nil where it is absent.
  func quantity<Value>(
    _ key: String, _ sentence: String, _ unit: Unit, _ domain: Domain = .any,
    impliesMonth: Bool = false, isRequired: Bool = false, _ read: (JSONNode) -> Value?
  ) -> Value? {
    guard let probe = decoding.probe else { return node(key).flatMap(read) }
    probe.declare(
      path(key), .quantity, sentence, unit, domain, impliesMonth: impliesMonth,
      currency: decoding.currency)
    if isRequired { probe.require(key, in: path) }
    return nil
  }

  /// Quantities under names of the scenario's own.
  func namedInputs(
    _ key: String, _ sentence: String, _ unit: Unit, in domain: Domain = .notNegative
  ) -> [(name: String, price: Input)] {
    names(key, sentence).map { name, node in
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
    if let probe {
      probe.declare(
        path, .input, sentence, unit, domain, impliesMonth: impliesMonth, currency: currency)
      return Input(path, sentence, .nan, unit, in: domain)
    }
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
  struct Statement {
    var span: Span
    var value = Double.nan
    var currency: String?
    var range: Input.Range?
    var uncertainty: Uncertainty?
    var source: String?
    var note: String?
  }

  /// Reads what is stated of an input: its value alone, or an object with its range and its source.
  func statement(
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
    let value = reader.quantity(
      "value", "what the model computes with", unit, domain, impliesMonth: impliesMonth,
      isRequired: true
    ) {
      statement.span = $0.span
      return amount($0, path)
    }
    if let value {
      (statement.value, statement.currency) = value
    } else {
      reader.reportMissing("value", sentence, example: "\"\(unit.example(currency: currency))\"")
    }
    let ends = ["low", "high"].map { key in
      reader.quantity(key, "how \(key) it may be", unit, domain, impliesMonth: impliesMonth) {
        amount($0, "\(path).\(key)")
      }
    }
    reportMixedCurrencies(path, statement.currency, zip(["low", "high"], ends), reader)
    let shapes = DistributionReader(
      decoding: self, path: path, unit: unit, domain: domain, currency: statement.currency,
      impliesMonth: impliesMonth)
    (statement.range, statement.uncertainty) = uncertainty(
      of: statement.value, ends[0]?.value, ends[1]?.value, reader, shapes)
    statement.source = reader.optionalText("source", "where the figure comes from")
    statement.note = reader.optionalText("note", "what a reviewer would ask next")
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
}
