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
    if !members.contains(where: { $0.key == key }) {
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
    decoding.keep(input, at: nil)
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
  /// An input from a bare quantity, or from an object with its range and its source. Where it cannot
  /// be read that is reported, and the value is not a number, so that nothing else is said of it.
  func input(
    _ path: String, _ sentence: String, _ node: JSONNode, _ unit: Unit, _ domain: Domain,
    impliesMonth: Bool = false
  ) -> Input {
    var input = Input(path, sentence, .nan, unit, in: domain, origin: origin(node.span))
    func value(_ node: JSONNode, _ name: String) -> Double {
      guard let amount = amount(node, name, unit, domain, impliesMonth: impliesMonth) else {
        return .nan
      }
      if let currency = amount.currency, currency != self.currency {
        input.foreignCurrency = currency
      }
      return amount.value
    }
    var place = node.span
    if case .object = node.value {
      let reader = ObjectReader(self, path: path, node: node)
      if let stated = reader.node("value") {
        place = stated.span
        input.origin = origin(stated.span)
        input.value = value(stated, path)
      } else {
        reader.reportMissing("value", sentence, example: "\"\(unit.example(currency: currency))\"")
      }
      let currencyOfValue = input.foreignCurrency
      let low = reader.node("low").map { value($0, "\(path).low") }
      let high = reader.node("high").map { value($0, "\(path).high") }
      if input.foreignCurrency != currencyOfValue { report(.error(Wording.mixedCurrencies(path), at: node.span)) }
      input.range = range(low, high, reader)
      input.source = reader.optionalText("source")
      input.note = reader.optionalText("note")
      reader.close()
    } else {
      input.value = value(node, path)
    }
    if let currency = input.foreignCurrency { input = exchanged(input, from: currency, at: place) }
    input = adjusted(input)
    keep(input, at: place)
    return input
  }

  private func range(_ low: Double?, _ high: Double?, _ reader: ObjectReader) -> Input.Range? {
    var distribution: Input.Distribution?
    if reader.members.contains(where: { $0.key == "distribution" }) {
      distribution = reader.choice(
        "distribution", "the shape between low and high", Input.Distribution.self)
    } else {
      _ = reader.node("distribution")
    }
    if let low, let high {
      return Input.Range(low: low, high: high, distribution: distribution)
    }
    if low != nil || high != nil || distribution != nil, let span = reader.span {
      report(.error(Wording.halfARange(reader.path), at: span, help: Wording.bothEnds))
    }
    return nil
  }

  /// An amount in another currency keeps it; the model exchanges it at the stated rate.
  private func exchanged(_ input: Input, from currency: String, at span: Span) -> Input {
    if exchangeRates[currency] == nil {
      report(
        .error(
          Wording.noExchangeRate(self.currency, currency), at: span,
          help: Wording.stateExchangeRate(self.currency, currency)))
    }
    return Input(
      input.path, input.sentence, input.value, input.unit.inForeignMoney, in: input.domain,
      range: input.range, source: input.source, note: input.note, origin: input.origin,
      foreignCurrency: currency)
  }
}
