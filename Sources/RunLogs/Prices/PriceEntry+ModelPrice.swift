import Formulas
import UnitEconomics

extension PriceEntry {
  /// The prices as inputs of a scenario, under the name by which its calls ask for the model.
  ///
  /// The newest prices hold. What a larger request pays is stated for every kind of token, so that nothing
  /// falls back to a smaller request's price that should not.
  ///
  /// - Parameters:
  ///   - book: what the book is called, for the source of each input.
  ///   - currency: the scenario's; prices in a book are in USD.
  ///   - keep: takes each input in, perhaps changed by a setting.
  public func modelPrice(
    named model: String, book: String, currency: String, region: String? = nil,
    service: PriceTerms = .standard, keep: (Input) -> Input
  ) -> ModelPrice {
    let rates = self.rates(in: region)
    let path = InputPath.appending(model, to: "inference.prices")
    let source = "\(book), \(name)"
    let isForeign = currency != "USD"
    let unit = Unit.money / .megatoken
    func input(_ place: String, _ sentence: String, _ value: Double, _ unit: Unit) -> Input {
      let isForeign = isForeign && unit.isMoney
      return keep(
        Input(
          place, sentence, value, isForeign ? unit.inForeignMoney : unit, in: .notNegative,
          source: source, foreignCurrency: isForeign ? "USD" : nil))
    }
    func inputs(above size: Int, at place: String) -> ModelPrice.Rates {
      var result: ModelPrice.Rates = [:]
      for kind in TokenKind.allCases {
        guard rates.rates.contains(where: { $0.kind == kind }),
          let rate = resolved(rates, kind, size, service)
        else { continue }
        result[kind] = input(
          "\(place).\(kind)", "price of \(kind.words)", rate.forAMillion.value, unit)
      }
      return result
    }
    let base = inputs(above: 0, at: path)
    let tiers = rates.thresholds.filter { $0 > 0 }.enumerated().map { index, size in
      let place = "\(path).tiers.\(index)"
      return ModelPrice.Tier(
        above: input(
          "\(place).above", "input tokens above which these prices hold", Double(size),
          .token / .call),
        rates: inputs(above: size, at: place))
    }
    let discount = batchDiscount(rates).map {
      input("\(path).batchDiscount", "what a request costs less that may wait", $0, .share)
    }
    return ModelPrice(rates: base, tiers: tiers, batchDiscount: discount)
  }

  /// The rate that a request of more tokens pays, that of another kind where it has none.
  private func resolved(
    _ rates: TokenRates, _ kind: TokenKind, _ size: Int, _ service: PriceTerms
  ) -> Amount? {
    if let own = rates.rate(kind, input: size + 1, service) { return own }
    return kind.fallback.flatMap { resolved(rates, $0, size, service) }
  }

  /// One discount for input and output; none where the two differ.
  private func batchDiscount(_ rates: TokenRates) -> Double? {
    let discounts = [TokenKind.input, .output].map { kind -> Double? in
      guard let usual = rates.rate(kind, input: 1), usual > .zero,
        rates.rates.contains(where: { $0.kind == kind && $0.service == .batches && $0.above < 0 }),
        let batch = rates.rate(kind, input: 1, .batches)
      else { return nil }
      return 1 - batch.value / usual.value
    }
    guard let input = discounts[0], let output = discounts[1], abs(input - output) < 1e-9,
      input >= 0
    else { return nil }
    return input
  }
}
