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
    let found = found(item.decision, path)
    result = ItemResult(path: path, item: item, found.state, found.evidence, reason: found.reason)
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

  /// What is known of an item, by the way in which it is decided.
  private func found(_ decision: Decision, _ path: String) -> Found {
    switch decision {
    case .stated(let statement): found(statement)
    case .seen(let share, let limit): seen(share, limit)
    case .quantified(let within): quantified(within: within)
    case .attested(let term, let planned):
      attested(block.evidence[path], at: path, validFor: term, plannedWithin: planned)
    case .evaluated(let figure, let limit): evaluated(figure, limit)
    case .evaluatedWithin(let kind, let term): evaluated(kind, within: term)
    case .modelled(let figure, let limit, let modelCase): modelled(figure, limit, in: modelCase)
    case .likely(let figure, let limit, let least):
      likely(figure, limit, chances[path], least: least)
    case .agreeing(let figure, let within): agreeing(figure, within)
    case .revenue(let kind, let limit): revenue(kind, limit)
    case .release: released()
    case .reconstructed(_, let limit): reconstructed(limit)
    case .blocked(let limit): blocked(limit)
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
