import UnitEconomics

extension ReadinessCase {
  /// How it stands with an item.
  func result(of item: Checklist.Item, at path: String) -> ItemResult {
    let document = block.evidence[path]
    var result: ItemResult
    if let why = document?.notApplicable, let document {
      result = ItemResult(
        path: path, item: item, .notApplicable, [.document(document, until: document.until)],
        reason: why)
      if let until = document.until, until < on {
        result.state = .unproven
        result.reason = Wording.expired(until)
      }
      return result
    }
    result = decided(item, path)
    // Where a figure decides, a document stands beside it and decides nothing.
    if let document, !item.decision.isOfDocuments {
      result.evidence.append(.document(document, until: document.until))
    }
    let costs = item.costs.flatMap { pattern in
      let pattern = PathPattern(pattern)
      return reading.model.graph.paths.filter(pattern.matches).sorted()
    }
    result.costPaths = costs
    let values = costs.compactMap { reading.base.values[$0]?.value }
    if !values.isEmpty { result.costPerMonth = values.reduce(0, +) }
    if result.state == .notMet {
      result.lossPerMonth = loss(of: item)
      result.move = cheapestMove(for: item)
    }
    return result
  }

  private func decided(_ item: Checklist.Item, _ path: String) -> ItemResult {
    func result(
      _ state: ItemResult.State, _ evidence: [Evidence] = [], _ reason: String? = nil
    ) -> ItemResult {
      ItemResult(path: path, item: item, state, evidence, reason: reason)
    }
    switch item.decision {
    case .stated(let statement):
      let found = self.found(statement)
      return result(found.state, found.evidence, found.reason)
    case .seen(let share, let limit):
      let found = seen(share, limit)
      return result(found.state, found.evidence, found.reason)
    case .quantified(let within):
      let found = quantified(within: within)
      return result(found.state, found.evidence, found.reason)
    case .attested(let term, let planned):
      let found = attested(block.evidence[path], validFor: term, plannedWithin: planned)
      return result(found.state, found.evidence, found.reason)
    case .evaluated(let figure, let limit):
      let found = evaluated(figure, limit)
      return result(found.state, found.evidence, found.reason)
    case .evaluatedWithin(let kind, let term):
      let found = evaluated(kind, within: term)
      return result(found.state, found.evidence, found.reason)
    case .modelled(let figure, let limit, let modelCase):
      let found = modelled(figure, limit, in: modelCase)
      return result(found.state, found.evidence, found.reason)
    case .likely(let figure, let limit, let least):
      guard let chance = chances[path] else { return result(.unproven, [], Wording.noChance) }
      let state: ItemResult.State =
        chance.interval.lowerBound >= least
        ? .met : chance.interval.upperBound < least ? .notMet : .unproven
      return result(
        state, [.chance(figure, chance, limit, least: least)],
        state == .unproven ? Wording.tooFewDraws : nil)
    case .agreeing(let figure, let within):
      let found = agreeing(figure, within)
      return result(found.state, found.evidence, found.reason)
    case .revenue(let kind, let limit):
      guard let share = revenueShare(kind) else { return result(.unproven, [], Wording.noRevenue) }
      return result(limit.holds(share) ? .met : .notMet, [.revenue(kind, share, limit)])
    case .release:
      let found = released()
      return result(found.state, found.evidence, found.reason)
    case .reconstructed(_, let limit):
      let found = reconstructed(limit)
      return result(found.state, found.evidence, found.reason)
    case .blocked(let limit):
      let found = blocked(limit)
      return result(found.state, found.evidence, found.reason)
    }
  }

  /// What was found out.
  struct Found {
    var state: ItemResult.State
    var evidence: [Evidence] = []
    var reason: String?
  }
}

extension Decision {
  /// Whether documents decide, and figures do not.
  var isOfDocuments: Bool { if case .attested = self { true } else { false } }
}
