import Formulas
import UnitEconomics

/// Reads one model's entry of a price book; ``PriceField`` says what its fields are.
struct PriceEntryReader {
  let model: String
  let members: [JSONMember]
  let book: String
  let decoding: Decoding

  private var path: String { InputPath.appending(model, to: "inference.prices") }

  func price() -> ModelPrice {
    if let tiered = members.first(where: { $0.key == "tiered_pricing" }),
      case .array(let ranges) = tiered.value.value
    {
      return tieredPrice(ranges)
    }
    let rates = self.rates(at: path)
    let thresholds = Set(fields.compactMap { $0.field.terms == .standard ? $0.field.above : nil })
    let tiers = thresholds.sorted().enumerated().map { index, threshold in
      let place = "\(path).tiers.\(index)"
      return ModelPrice.Tier(
        above: kept(
          "\(place).above", "input tokens above which these prices hold",
          Double(isFromThreshold ? threshold - 1 : threshold), .token / .call, nil),
        rates: self.rates(above: threshold, at: place))
    }
    warnAboutOddities(rates)
    return ModelPrice(rates: rates, tiers: tiers, batchDiscount: batchDiscount(rates))
  }

  /// Larger rates of xAI hold from the threshold on, and not above it.
  private var isFromThreshold: Bool {
    guard case .string("xai")? = members.first(where: { $0.key == "litellm_provider" })?.value.value
    else { return false }
    return true
  }

  /// The fields that are prices of tokens, the newer spelling first where there are two.
  private var fields: [(field: PriceField, member: JSONMember)] {
    let all = members.compactMap { member in PriceField(member.key).map { ($0, member) } }
    return all.filter { !$0.0.isOlder } + all.filter(\.0.isOlder)
  }

  private func rates(above: Int? = nil, at place: String) -> ModelPrice.Rates {
    var rates: ModelPrice.Rates = [:]
    for (field, member) in fields
    where field.above == above && field.terms == .standard && rates[field.kind] == nil {
      rates[field.kind] = rate(member, field.kind, at: place)
    }
    return rates
  }

  /// A rate as the book writes it, times a million without a rounding between.
  private func rate(_ member: JSONMember, _ kind: TokenKind, at place: String) -> Input? {
    guard case .number = member.value.value else { return nil }
    var scanner = QuantityScanner(decoding.text(member.value.span))
    guard let text = try? scanner.number() else { return nil }
    return kept(
      "\(place).\(kind)", "price of \(kind.words)", text.value(shiftedBy: 6), .money / .megatoken,
      member)
  }

  private func kept(
    _ path: String, _ sentence: String, _ value: Double, _ unit: Unit, _ member: JSONMember?
  ) -> Input {
    let isForeign = unit.isMoney && decoding.currency != "USD"
    let input = decoding.adjusted(
      Input(
        path, sentence, value, isForeign ? unit.inForeignMoney : unit, in: .notNegative,
        source: "\(book), \(model)" + (member.map { ", \($0.key)" } ?? ""),
        origin: member.map { decoding.origin($0.value.span) },
        foreignCurrency: isForeign ? "USD" : nil))
    decoding.keep(input, inBookAt: member?.value.span)
    return input
  }

  /// One discount for input and output; where the two differ there is none, and a scenario that
  /// batches must state its own.
  private func batchDiscount(_ rates: ModelPrice.Rates) -> Input? {
    let batch = self.batchRates
    guard let input = rates[.input], let output = rates[.output], input.value > 0,
      output.value > 0, let batchInput = batch.input, let batchOutput = batch.output
    else { return nil }
    let ofInput = 1 - batchInput / input.value
    let ofOutput = 1 - batchOutput / output.value
    guard abs(ofInput - ofOutput) < 1e-9, ofInput >= 0 else { return nil }
    return kept(
      "\(path).batchDiscount", "what a request costs less that may wait", ofInput, .share, nil)
  }

  private var batchRates: (input: Double?, output: Double?) {
    func value(_ kind: TokenKind) -> Double? {
      let found = fields.first { field, _ in
        field.kind == kind && field.above == nil && field.terms == .batches
      }
      guard case .number(let number)? = found?.member.value.value else { return nil }
      return number.value * 1e6
    }
    return (value(.input), value(.output))
  }

  /// `tiered_pricing`: the first range gives the base, each next one holds above its start.
  private func tieredPrice(_ ranges: [JSONNode]) -> ModelPrice {
    var base: ModelPrice.Rates = [:]
    var tiers: [ModelPrice.Tier] = []
    for (index, range) in ranges.enumerated() {
      guard case .object(let fields) = range.value,
        case .array(let ends)? = fields.first(where: { $0.key == "range" })?.value.value,
        case .number(let start)? = ends.first?.value
      else { continue }
      let reader = PriceEntryReader(model: model, members: fields, book: book, decoding: decoding)
      if index == 0 {
        base = reader.rates(at: path)
      } else {
        let place = "\(path).tiers.\(index - 1)"
        tiers.append(
          ModelPrice.Tier(
            above: kept(
              "\(place).above", "input tokens above which these prices hold", start.value,
              .token / .call, nil),
            rates: reader.rates(at: place)))
      }
    }
    warnAboutOddities(base)
    return ModelPrice(rates: base, tiers: tiers)
  }

  /// A price of nothing, or a cache write cheaper than a cache read, is more often a slip than a gift.
  private func warnAboutOddities(_ rates: ModelPrice.Rates) {
    for kind in [TokenKind.input, .output] where rates[kind]?.value == 0 {
      decoding.report(
        .warning(
          Wording.zeroPrice(model, kind.words), at: decoding.nearestPlace("\(path).\(kind)"),
          help: Wording.ownPrice(model)))
    }
    if let read = rates[.cacheRead]?.value, let write = rates[.cacheWrite]?.value, write < read {
      decoding.report(
        .warning(
          Wording.writeBelowRead(model), at: decoding.nearestPlace("\(path).cacheWrite"),
          help: Wording.ownPrice(model)))
    }
  }
}
