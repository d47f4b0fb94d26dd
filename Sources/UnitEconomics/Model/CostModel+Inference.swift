import Formulas

/// What the model calls of one attempt come to.
struct InferenceFigures {
  let costPerAttempt: Formula
  let secondsPerAttempt: Formula
  let tokensPerAttempt: Formula
  /// Of these, what is sent to the model; what it answers is the rest.
  let inputTokensPerAttempt: Formula
  let outputTokensPerAttempt: Formula
}

/// The tokens of one kind that an average attempt pays for at one price.
private struct PricedTokens {
  let kind: TokenKind
  let name: [String]
  let title: String
  let perAttempt: Formula
  let price: Formula
}

extension ModelBuilder {
  /// The cost of the model calls, and a line for each kind of token of each call.
  ///
  /// Cost and seconds of a call are × (1 + share of billed retries).
  mutating func inference(attempts: Formula) -> (InferenceFigures, lines: [Formula]) {
    var lines: [Formula] = []
    var costs: [Formula] = []
    var seconds: [Formula] = []
    var tokens: [Formula] = []
    var sent: [Formula] = []
    var answered: [Formula] = []
    for call in scenario.inference.calls {
      let path = InputPath.appending(call.name, to: "inference")
      let billed = self(call.share) * (1 + self(call.billedRetries))
      let priced = self.tokens(of: call, path)
      let cost = priced.map { ($0.perAttempt * $0.price).expressed(in: .money / .attempt) }
      costs.append(
        define(
          "\(path).costPerAttempt", "cost of the \(call.name) calls of an attempt",
          .money / .attempt, .sum(cost, unit: .money / .attempt)))
      let wait = self(call.timeToFirstToken)
      let perCall = call.speed.map { wait + self(call.output) / self($0) } ?? wait
      seconds.append(
        define(
          "\(path).seconds", "seconds of the \(call.name) calls of an attempt",
          .second / .attempt, self(call.perAttempt) * perCall * billed))
      tokens.append(.sum(priced.map(\.perAttempt), unit: .megatoken / .attempt))
      sent += priced.filter { !$0.kind.isAnswer }.map(\.perAttempt)
      answered += priced.filter(\.kind.isAnswer).map(\.perAttempt)
      for line in priced {
        lines.append(
          self.line(
            .inference, [call.name] + line.name, line.title,
            quantity: (attempts * line.perAttempt).expressed(in: .megatoken / .month),
            price: line.price))
      }
    }
    let figures = InferenceFigures(
      costPerAttempt: define(
        "inferencePerAttempt", "model cost of an attempt", .money / .attempt,
        .sum(costs, unit: .money / .attempt)),
      secondsPerAttempt: define(
        "modelSecondsPerAttempt", "seconds of model calls in an attempt", .second / .attempt,
        .sum(seconds, unit: .second / .attempt)),
      tokensPerAttempt: define(
        "tokensPerAttempt", "tokens of an attempt, input and output", .megatoken / .attempt,
        .sum(tokens, unit: .megatoken / .attempt)),
      inputTokensPerAttempt: .sum(sent, unit: .megatoken / .attempt),
      outputTokensPerAttempt: .sum(answered, unit: .megatoken / .attempt))
    return (figures, lines)
  }

  /// The tokens of an attempt by kind and price tier.
  ///
  /// A tier by context length is a cliff: it re-prices a whole request whose input is longer than
  /// the threshold T, and call i of an attempt has I + i·g input tokens. So the first
  /// m = ⌊(T − I) / g⌋ + 1 calls stay below, and the rest of the attempt is priced a tier higher.
  private mutating func tokens(of call: ModelCall, _ path: String) -> [PricedTokens] {
    let calls = self(call.perAttempt)
    let billed = self(call.share) * (1 + self(call.billedRetries))
    let total = inputTokens(of: call, calls: calls)
    _ = define(
      "\(path).inputTokens", "input tokens of the \(call.name) calls of an attempt",
      .token / .attempt, total * self(call.share))
    guard let price = scenario.inference.prices[call.model] else { return [] }

    var priced: [PricedTokens] = []
    var callsBefore = Formula.constant(0, unit: calls.unit)
    var inputBefore = Formula.constant(0, unit: total.unit)
    for crossed in 0...price.tiers.count {
      var callsHere = calls
      var inputHere = total
      if crossed < price.tiers.count {
        let above = self(price.tiers[crossed].above)
        callsHere = .min(calls, callsWithin(above, of: call, calls: calls))
        inputHere = inputTokens(of: call, calls: callsHere)
      }
      let isSplit = !price.tiers.isEmpty
      priced += tokens(
        of: call, price, tiersCrossed: crossed,
        calls: (isSplit ? callsHere - callsBefore : calls) * billed,
        input: (isSplit ? inputHere - inputBefore : total) * billed)
      callsBefore = callsHere
      inputBefore = inputHere
    }
    return priced
  }

  /// n·I + g·(k(k − 1)/2 + k(n − k)) with k = ⌊n⌋: the history is sent again with every call.
  private func inputTokens(of call: ModelCall, calls: Formula) -> Formula {
    let n = calls.number(of: .call / .attempt)
    let k = Formula.floor(n)
    let repeats = k * (k - 1) / 2 + k * (n - k)
    let growth = self(call.growth) * repeats.counted(in: .call / .attempt)
    return calls * self(call.input) + growth
  }

  /// How many calls of an attempt have at most so much input.
  private func callsWithin(_ threshold: Formula, of call: ModelCall, calls: Formula) -> Formula {
    let first = self(call.input)
    let growth = self(call.growth)
    let none = Formula.constant(0, unit: growth.unit)
    let steps = Formula.floor((threshold - first).expressed(in: .token / .call) / growth) + 1
    let some = Formula.select(
      none.isLess(than: growth), then: steps.counted(in: calls.unit), otherwise: calls)
    return .select(
      first.isAtMost(threshold), then: some, otherwise: .constant(0, unit: calls.unit))
  }

  private func tokens(
    of call: ModelCall, _ price: ModelPrice, tiersCrossed: Int, calls: Formula, input: Formula
  ) -> [PricedTokens] {
    let write = self(call.cacheWrite)
    let notWritten = 1 - write
    // A stress may push what is read beyond what is left; the reader is told, and no share is lost.
    let read = Formula.min(self(call.cacheRead), notWritten)
    let input = input.expressed(in: .megatoken / .attempt)
    let output = (calls * self(call.output)).expressed(in: .megatoken / .attempt)
    // Nor does a stress make more reasoning than there is output.
    let reasoning = call.reasoning.map {
      (calls * .min(self($0), self(call.output))).expressed(in: .megatoken / .attempt)
    }
    var amounts: [(TokenKind, Formula)] = [
      (.input, input * (notWritten - read)),
      (.cacheRead, input * read),
      (call.cachesForAnHour ? .cacheWrite1h : .cacheWrite, input * write),
      (.output, reasoning.map { output - $0 } ?? output),
    ]
    if let reasoning { amounts.append((.reasoning, reasoning)) }

    let discount = price.batchDiscount.map { 1 - self(call.batch) * self($0) }
    return amounts.compactMap { kind, amount in
      guard let rate = price.rate(kind, tiersCrossed: tiersCrossed) else { return nil }
      let tier = tiersCrossed == 0 ? [] : ["tier\(tiersCrossed)"]
      let above =
        tiersCrossed == 0
        ? "" : ", above \((price.tiers[tiersCrossed - 1].above.value / 1000).shortText)k a request"
      return PricedTokens(
        kind: kind, name: [kind.rawValue] + tier, title: "\(call.name): \(kind.words)\(above)",
        perAttempt: amount,
        price: discount.map { self(rate) * $0 } ?? self(rate))
    }
  }
}
