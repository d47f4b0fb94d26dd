import Formulas

/// Puts a scenario together from the parts of two, each part that differs taken from one of them.
///
/// What differs in shape is asked for by its path: a tool that only one has, a charge on another
/// metric. What is stated in one only and does nothing until something else asks for it (the time for a
/// reason, the price of a model, a plan) is always there, so that no mixture lacks it. Values of inputs
/// that both have are the earlier scenario's; whoever reads the mixture moves them.
struct Mixture {
  let before: Scenario
  let after: Scenario
  /// Whether a difference is settled as in the later scenario.
  let takes: (Difference) -> Bool

  /// - Returns: the mixture, without checks and stresses; its table has every input of both.
  func scenario() -> Scenario {
    var taken: [String] = []
    var result = Mixture(before: before, after: after) { difference in
      let isTaken = takes(difference)
      if isTaken, difference.coversPart { taken.append(difference.path) }
      return isTaken
    }.parts()
    result.inputs = inputs(taken)
    return result
  }

  /// The inputs of both; where parts are taken whole, with the later scenario's values.
  private func inputs(_ taken: [String]) -> InputTable {
    var table = before.inputs
    for input in after.inputs {
      let isTaken = taken.contains { InputPath.isPath(input.path, within: $0) }
      if isTaken || table[input.path] == nil { table.append(input) }
    }
    return table
  }

  private func parts() -> Scenario {
    var result = before
    result.checks = []
    result.stresses = []
    result.workUnit.humanBaseline = part(
      "workUnit.humanBaseline", before.workUnit.humanBaseline, after.workUnit.humanBaseline
    ) { before, after in
      var result = before
      result.rate = input(before.rate, after.rate)
      return result
    }
    result.volume.segments = parts(
      "volume.segments", before.volume.segments, after.volume.segments, \.name, segment)
    result.inference = inference(before.inference, after.inference)
    result.tools = parts("tools", before.tools, after.tools, \.name) { before, after in
      var result = before
      result.price = optional(before.price, after.price)
      result.priceByTime = optional(before.priceByTime, after.priceByTime)
      result.timeout = optional(before.timeout, after.timeout)
      result.rateLimit = optional(before.rateLimit, after.rateLimit)
      return result
    }
    result.infrastructure = infrastructure(before.infrastructure, after.infrastructure)
    result.humanReview = humanReview(before.humanReview, after.humanReview)
    result.failures.perUndetected = optional(
      before.failures.perUndetected, after.failures.perUndetected)
    result.plans = parts("plans", before.plans, after.plans, \.name, isKept: true, plan)
    result.planChoice = choice("plan", before.planChoice, after.planChoice)
    result.exchangeRates.merge(after.exchangeRates) { before, _ in before }
    return result
  }
}

extension Mixture {
  /// A part that one or both have.
  ///
  /// - Parameter isKept: whether it stays where only one has it, because it does nothing by itself.
  func part<Part>(
    _ path: String, _ before: Part?, _ after: Part?, isKept: Bool = false,
    _ mix: (Part, Part) -> Part = { before, _ in before }
  ) -> Part? {
    switch (before, after) {
    case (nil, nil): return nil
    case (let before?, let after?): return mix(before, after)
    case (let before?, nil):
      let difference = Difference(path, .removed(before as? Input), isIdle: isKept)
      return takes(difference) && !isKept ? nil : before
    case (nil, let after?):
      let difference = Difference(path, .added(after as? Input), isIdle: isKept)
      return takes(difference) || isKept ? after : nil
    }
  }

  /// Parts found by their names, the earlier scenario's first.
  func parts<Part>(
    _ path: String, _ before: [Part], _ after: [Part], _ name: (Part) -> String,
    isKept: Bool = false, _ mix: (Part, Part) -> Part = { before, _ in before }
  ) -> [Part] {
    let own = Dictionary(before.map { (name($0), $0) }, uniquingKeysWith: { $1 })
    let others = Dictionary(after.map { (name($0), $0) }, uniquingKeysWith: { $1 })
    let names = before.map(name) + after.map(name).filter { own[$0] == nil }
    return names.compactMap { name in
      part(
        InputPath.appending(name, to: path), own[name], others[name], isKept: isKept, mix)
    }
  }

  /// An input that may be left out.
  func optional(_ before: Input?, _ after: Input?, isKept: Bool = false) -> Input? {
    part((before ?? after)?.path ?? "", before, after, isKept: isKept, input)
  }

  /// An input that both have: its value moves, but not the money that it is stated in.
  func input(_ before: Input, _ after: Input) -> Input {
    if before.unit == after.unit, before.foreignCurrency == after.foreignCurrency { return before }
    func text(_ input: Input, _ scenario: Scenario) -> String {
      let value = (scenario.inputs[input.path] ?? input).value
      return input.unit.inHomeMoney.stated(
        value, currency: input.foreignCurrency ?? scenario.currency)
    }
    let kind = Difference.Kind.replaced(
      before: text(before, self.before), after: text(after, self.after))
    return takes(Difference(before.path, kind)) ? after : before
  }

  /// A word of the file that decides which formulas there are.
  func word<Word: Equatable>(
    _ path: String, _ before: Word, _ after: Word, text: (Word) -> String
  ) -> Word {
    if before == after { return before }
    let difference = Difference(path, .word(before: text(before), after: text(after)))
    return takes(difference) ? after : before
  }

  /// A part of which both have one, but of unlike shapes.
  func whole<Part>(_ path: String, _ before: Part, _ after: Part, text: (Part) -> String) -> Part {
    let kind = Difference.Kind.replaced(before: text(before), after: text(after))
    return takes(Difference(path, kind)) ? after : before
  }
}
