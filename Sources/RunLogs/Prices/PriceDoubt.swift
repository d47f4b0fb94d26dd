/// Something in a price book that is more often a slip than a price.
public struct PriceDoubt: Sendable, Hashable {
  /// What is odd; one of each is told of a model.
  public enum Kind: String, Sendable, CaseIterable {
    case noPrice, noInput, noOutput, zeroInput, zeroOutput, negative
    case zeroWrite, writeBelowRead, writeHalfOfInput, writeFarBelowInput, hourBelowWrite
    case readAboveInput, batchAboveStandard, flexAboveStandard, uncounted
  }

  public let kind: Kind
  /// The figure that is odd, for one token, and the one that it is odd beside; nil where there is none.
  public let figure: Amount?
  public let beside: Amount?
  /// For requests of more input tokens than this; −1 where for all.
  public let above: Int
  /// What the book has besides, where that is what is odd.
  public let words: String

  /// That a model of a book has no price.
  public static let ofAbsentPrices = PriceDoubt(.noPrice)

  init(
    _ kind: Kind, _ figure: Amount? = nil, beside: Amount? = nil, above: Int = -1,
    words: String = ""
  ) {
    self.kind = kind
    self.figure = figure
    self.beside = beside
    self.above = above
    self.words = words
  }
}

extension PriceEntry {
  /// What is odd about the model's prices, each kind once, where it is first found.
  public var doubts: [PriceDoubt] {
    var found: [PriceDoubt] = uncounted.prefix(1).map { PriceDoubt(.uncounted, words: $0) }
    for period in periods {
      for size in [-1] + period.rates.thresholds {
        found += period.rates.doubts(above: size, isChat: isChat)
      }
    }
    let byKind = Dictionary(found.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    return PriceDoubt.Kind.allCases.compactMap { byKind[$0] }
  }
}

extension TokenRates {
  fileprivate func doubts(above: Int, isChat: Bool) -> [PriceDoubt] {
    func rate(_ kind: Kind, _ service: Service = .standard) -> Amount? {
      self.rate(kind, input: max(1, above + 1), service)
    }
    var found: [PriceDoubt] = []
    func doubt(_ kind: PriceDoubt.Kind, _ figure: Amount? = nil, beside: Amount? = nil) {
      found.append(PriceDoubt(kind, figure, beside: beside, above: above))
    }
    if let odd = rates.first(where: { $0.amount < .zero }) { doubt(.negative, odd.amount) }
    let (input, output) = (rate(.input), rate(.output))
    if isChat {
      if input == nil { doubt(.noInput) } else if input == .zero { doubt(.zeroInput, .zero) }
      if output == nil { doubt(.noOutput) } else if output == .zero { doubt(.zeroOutput, .zero) }
    }
    // One of smaller requests that holds for larger ones too is not compared with what those pay.
    if let write = rate(.cacheWrite),
      above < 0 || ownRate(.cacheWrite, above: above, .standard) != nil
    {
      if write == .zero {
        if let input, input > .zero { doubt(.zeroWrite, write, beside: input) }
      } else {
        if let read = rate(.cacheRead), write < read { doubt(.writeBelowRead, write, beside: read) }
        // A half that somebody rounded is one.
        if let input, write * 200 >= input * 99, write * 200 <= input * 101 {
          doubt(.writeHalfOfInput, write, beside: input)
        } else if let input, write + write < input {
          doubt(.writeFarBelowInput, write, beside: input)
        }
      }
      if let hour = rate(.cacheWrite1h), hour < write {
        doubt(.hourBelowWrite, hour, beside: write)
      }
    }
    if let input, let read = rate(.cacheRead), read > input {
      doubt(.readAboveInput, read, beside: input)
    }
    for (terms, odd) in [
      (Service.batches, PriceDoubt.Kind.batchAboveStandard), (.flex, .flexAboveStandard),
    ] {
      for kind in [Kind.input, .output] {
        guard let usual = rate(kind), let other = ownRate(kind, above: above, terms),
          other > usual
        else { continue }
        doubt(odd, other, beside: usual)
      }
    }
    return found
  }

  /// A rate that is stated for just this size and these terms.
  private func ownRate(_ kind: Kind, above: Int, _ terms: Service) -> Amount? {
    rates.first { $0.kind == kind && $0.above == above && $0.service == terms }?.amount
  }
}
