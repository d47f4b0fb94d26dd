extension Inference {
  var problems: [Problem] {
    calls.flatMap(problems) + prices.sorted { $0.key < $1.key }.flatMap(problems)
  }

  private func problems(of call: ModelCall) -> [Problem] {
    let path = InputPath.appending(call.name, to: "inference.calls")
    var problems: [Problem] = []
    if let price = prices[call.model] {
      for kind in [TokenKind.input, .output] where price.rates[kind] == nil {
        problems.append(
          Problem(
            "\(path).model", Wording.noRate(call.model, kind), label: Wording.unpriced(call.model)))
      }
      if call.batch.value > 0, price.batchDiscount == nil {
        problems.append(
          Problem(
            call.batch.path, Wording.noBatchDiscount(call.model), help: [Wording.stateBatchDiscount]
          ))
      }
    } else {
      let near = nearestWord(to: call.model, among: prices.keys.sorted())
      problems.append(
        Problem(
          "\(path).model", Wording.noPrice(call.model), label: Wording.unpriced(call.model),
          help: [near.map(Wording.didYouMean) ?? Wording.statePrice(call.model)]))
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
      lower.above.value < upper.above.value
        ? nil : Problem(upper.above.path, Wording.tiersNotRising)
    }
  }
}
