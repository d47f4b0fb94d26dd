extension Attempt {
  /// Prices calls of a model by the book, and by each of the other models that are asked about.
  ///
  /// - Parameters:
  ///   - calls: how many the tokens are of; their mean size crosses thresholds.
  ///   - time: when they were made; without one the newest prices hold.
  /// - Returns: what they cost by the book; nil where it has no price for them.
  @discardableResult
  mutating func price(
    _ usage: TokenUsage, calls: Int, of model: String?, at time: Int64?,
    _ settings: MeasureSettings
  ) -> Amount? {
    guard let prices = settings.prices else { return nil }
    func cost(on entry: PriceEntry) -> Amount? {
      entry.rates(at: time, in: settings.region)
        .cost(usage, settings.service, requests: max(1, calls)).map { $0.prompt + $0.completion }
    }
    if repriced.isEmpty { repriced = settings.on.map { _ in .some(.zero) } }
    for (place, entry) in settings.on.enumerated() {
      if let sum = repriced[place] { repriced[place] = cost(on: entry).map { sum + $0 } }
    }
    if let entry = model.flatMap({ prices.entry(of: $0) }), let cost = cost(on: entry) {
      computed = (computed ?? .zero) + cost
      priced[entry.name, default: 0] += calls
      return cost
    }
    unpriced[model ?? "", default: 0] += calls
    return nil
  }
}
