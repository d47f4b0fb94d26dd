extension Inference {
  var problems: [Problem] {
    var asked: Set<String> = []
    return calls.flatMap { call in
      // What a model lacks is said once, however many calls ask for it.
      (asked.insert(call.model).inserted ? modelProblems(of: call) : []) + problems(of: call)
    } + prices.sorted { $0.key < $1.key }.flatMap(problems)
  }

  /// What the price of a call's model lacks.
  private func modelProblems(of call: ModelCall) -> [Problem] {
    let path = InputPath.appending(call.name, to: "inference.calls") + ".model"
    let pricePath = InputPath.appending(call.model, to: "inference.prices")
    guard let price = prices[call.model] else {
      let near =
        nearestWord(to: call.model, among: prices.keys.sorted())
        ?? nearestWord(to: call.model, among: bookModels)
      return [
        Problem(
          path, Wording.noPrice(call.model), absent: pricePath,
          label: Wording.unpriced(call.model),
          help: [near.map(Wording.didYouMean) ?? Wording.statePrice(call.model)])
      ]
    }
    return [TokenKind.input, .output].filter { price.rates[$0] == nil }.map { kind in
      Problem(
        path, Wording.noRate(call.model, kind), absent: "\(pricePath).\(kind)",
        label: Wording.unpriced(call.model), help: [Wording.stateRate(kind)])
    }
  }

  private func problems(of call: ModelCall) -> [Problem] {
    var problems: [Problem] = []
    if call.batch.value > 0, let price = prices[call.model], price.batchDiscount == nil {
      problems.append(
        Problem(
          call.batch.path, Wording.noBatchDiscount(call.model),
          absent: InputPath.appending(call.model, to: "inference.prices") + ".batchDiscount",
          help: [Wording.stateBatchDiscount]))
    }
    if call.cacheRead.value + call.cacheWrite.value > 1 {
      problems.append(
        Problem(
          call.cacheRead.origin == nil ? call.cacheWrite.path : call.cacheRead.path,
          Wording.cachedAboveInput(call.cacheRead.value, call.cacheWrite.value),
          label: Wording.cachedIsPartOfInput))
    }
    if let reasoning = call.reasoning, reasoning.value > call.output.value {
      problems.append(
        Problem(
          reasoning.path, Wording.reasoningAboveOutput, label: Wording.reasoningIsPartOfOutput))
    }
    return problems
  }

  private func problems(of model: String, _ price: ModelPrice) -> [Problem] {
    zip(price.tiers, price.tiers.dropFirst()).compactMap { lower, upper in
      lower.above.value >= upper.above.value
        ? Problem(upper.above.path, Wording.tiersNotRising) : nil
    }
  }
}
