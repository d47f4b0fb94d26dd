import Formulas
import Readiness
import UnitEconomics

/// Reads how an item is decided.
struct DecisionReader {
  let reader: ObjectReader

  init(_ reader: ObjectReader) { self.reader = reader }

  /// The ways to decide, by the words for them.
  private enum Way: String, CaseIterable {
    case stated, seen, quantified, attested, evaluated, evaluatedWithin, modelled, likely, agreeing
    case revenue, release, reconstructed, blocked
  }

  private enum Figure: String, CaseIterable { case cases, passed, regressions }

  func decision() -> Decision? {
    guard let way = reader.choice("by", "how it is decided", Way.self) else {
      reader.ignore(
        "what", "share", "min", "max", "within", "validFor", "plannedWithin", "figure", "of",
        "case", "probability", "with", "needs")
      return nil
    }
    switch way {
    case .stated:
      return reader.choice("what", "what the scenario is to state", Decision.Statement.self)
        .map { .stated($0) }
    case .seen:
      let share = reader.choice("share", "what is counted in logs", LogShare.self)
      let limit = limit(isShare: true)
      return share.flatMap { share in limit.map { .seen(share, $0) } }
    case .quantified:
      return share("within", "how far either way").map { .quantified(within: $0) }
    case .attested:
      let planned = reader.term("plannedWithin", "how soon it may be planned instead")
      return reader.neededTerm("validFor", "how long it counts")
        .map { .attested(validFor: $0, plannedWithin: planned) }
    case .evaluated: return evaluated()
    case .evaluatedWithin:
      let kind = reader.choice("of", "which kind of cases", SuiteKind.self)
      let term = reader.neededTerm("within", "how old it may be")
      return kind.flatMap { kind in term.map { .evaluatedWithin(kind, $0) } }
    case .modelled:
      let path = figure()
      let limit = limit(isShare: false)
      let state = reader.choice(
        "case", "in which case it has to hold", default: Decision.ModelCase.base)
      return limit.map { .modelled(path, $0, state) }
    case .likely:
      let path = figure()
      let limit = limit(isShare: false)
      let least = share("probability", "how likely it is at least")
      return limit.flatMap { limit in least.map { .likely(path, limit, least: $0) } }
    case .agreeing:
      let path = figure()
      return share("within", "how far either way").map { .agreeing(path, within: $0) }
    case .revenue:
      let kind = reader.choice("with", "what revenue moves with", Decision.RevenueKind.self)
      let limit = limit(isShare: true)
      return kind.flatMap { kind in limit.map { .revenue(kind, $0) } }
    case .release: return .release
    case .reconstructed:
      let needs = links("needs")
      return limit(isShare: true).map { .reconstructed(needs: needs, $0) }
    case .blocked: return limit(isShare: true).map { .blocked($0) }
    }
  }

  private func evaluated() -> Decision? {
    guard let figure = reader.choice("figure", "what is told of results", Figure.self) else {
      reader.ignore("of", "min", "max")
      return nil
    }
    if figure == .regressions {
      return limit(isShare: false).map { .evaluated(.regressions, $0) }
    }
    let kind = reader.choice("of", "which kind of cases", SuiteKind.self)
    let limit = limit(isShare: figure == .passed)
    return kind.flatMap { kind in
      limit.map { .evaluated(figure == .cases ? .cases(kind) : .passed(kind), $0) }
    }
  }

  private func figure() -> String {
    reader.text(
      "figure", "the figure of the model", example: Output.grossMargin.rawValue,
      known: Output.allCases.map(\.rawValue))
  }

  private func share(_ key: String, _ sentence: String) -> Double? {
    let share = reader.quantity(key, sentence, .share, .share, isRequired: true) {
      reader.decoding.amount($0, reader.path(key), .share, .share)?.value
    }
    if share == nil, !reader.isStated(key) {
      reader.reportMissing(key, sentence, example: "\"2%\"")
    }
    return share
  }

  /// One of `min` and `max`; a percentage is a share, and a number alone is in the figure's own unit.
  private func limit(isShare: Bool) -> Decision.Limit? {
    let sides: [(key: String, side: Check.Side)] = [("min", .min), ("max", .max)]
    let nodes = sides.compactMap { side in
      reader.quantity(side.key, "where it begins to hold", .share) { (side, $0) }
    }
    guard let (side, node) = nodes.first else {
      reader.reportAbsence(
        of: sides.map(\.key), Wording.noLimit(reader.path), help: Wording.write("min: \"90%\""))
      return nil
    }
    if nodes.count > 1 {
      reader.decoding.report(
        .error(Wording.twoLimits(reader.path), at: nodes[1].1.span))
    }
    var isPercent = isShare
    if case .string(let text) = node.value, text.contains("%") { isPercent = true }
    return reader.decoding.amount(
      node, reader.path(side.key), isPercent ? .share : .one, isShare ? .share : .any
    ).map { Decision.Limit(side.side, $0.value) }
  }

  /// Links of the chain by their names; what is none of them is reported.
  private func links(_ key: String) -> [ChainLink] {
    (reader.texts(key, "links of the chain from run to outcome") ?? []).compactMap { name in
      if let link = ChainLink(name: name) { return link }
      let near = reader.decoding.nearest(to: name, among: ChainLink.names)
      if let node = reader.node(key) {
        reader.decoding.report(
          .error(
            Wording.unknownChoice(reader.path(key), name), at: node.span,
            help: near.map(Wording.didYouMean) ?? Wording.oneOf(ChainLink.names)))
      }
      return nil
    }
  }
}
