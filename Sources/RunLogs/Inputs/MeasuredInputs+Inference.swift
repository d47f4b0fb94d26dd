import UnitEconomics

extension MeasuredInputs {
  /// Calls of models: how many an attempt, with how many tokens, of which how many from the cache.
  ///
  /// Kinds of call that ask one model cannot be told apart in a log: what was measured of them together is
  /// shared out as the scenario has it.
  mutating func addInference() {
    guard total.attempts > 0 else { return }
    let models = total.spread.models
    guard !models.isEmpty else {
      return leave("inference: the log does not say what tokens were used")
    }
    let calls = scenario.inference.calls
    let only =
      models.count == 1 && Set(calls.map(\.model)).count == 1 ? models.keys.first : nil
    var kinds: [String: [ModelCall]] = [:]
    for call in calls {
      let path = InputPath.appending(call.name, to: "inference.calls")
      let name = matches.name(of: path, called: call.model, among: models.keys) ?? only
      if let name, models[name] != nil {
        kinds[name, default: []].append(call)
      } else {
        leave(
          "\(path): no call of \(call.model) is in the log; say which it is with --match \(path)=MODEL"
        )
      }
    }
    for (name, model) in models.sorted(by: { $0.key < $1.key }) {
      if let own = kinds[name] {
        add(model, to: own, name)
        foundCalls += own
      } else {
        strangeCalls += Int(model.input.over)
        leave(
          "\(name.isEmpty ? "calls without a model's name" : name): \(counted(Int(model.input.over), "call")) of no kind of call"
        )
      }
    }
  }

  private mutating func add(_ model: Spread.OfModel, to calls: [ModelCall], _ name: String) {
    let perRun = model.calls.withNone(upTo: total.attempts)
    guard let measured = perRun.ratio, measured > 0, let input = model.input.ratio,
      let output = model.output.ratio
    else { return }
    func stated(_ value: (ModelCall) -> Double) -> Double {
      calls.reduce(0) { $0 + $1.share.value * value($1) }
    }
    let basis = "\(counted(Int(model.input.over), "call")) of \(name)"
    let shared = calls.count > 1 ? "shared out among kinds of call as the scenario has it" : nil
    let ofCalls = measured / stated { $0.perAttempt.value }
    let ofInput =
      measured * input / stated { $0.inputPerAttempt(calls: $0.perAttempt.value * ofCalls) }
    let ofOutput = measured * output / stated { $0.perAttempt.value * ofCalls * $0.output.value }
    func scaled(_ own: Input, by factor: Double, _ sums: RatioSums) -> ClosedRange<Double>? {
      guard let ratio = sums.ratio, ratio > 0, let range = sums.interval else { return nil }
      let value = own.value * factor / ratio
      return value * range.lowerBound...value * range.upperBound
    }
    /// Keeps what was measured of a kind of tokens, unless no log tells of it.
    func keep(
      _ own: Input, _ kinds: ToldTokens, _ value: Double?, _ range: ClosedRange<Double>?,
      note: String?
    ) {
      guard !total.toldTokens.isDisjoint(with: kinds) else {
        return leave("\(own.path): such tokens are not in the log")
      }
      add(own, value, range, of: basis, note: note)
    }
    // Not every vendor counts what is written to a cache: a log without such tokens is taken at its word.
    func told(_ kinds: ToldTokens) -> String? {
      total.toldTokens.isDisjoint(with: kinds) ? "none are in the log" : shared
    }
    for call in calls {
      add(
        call.perAttempt, call.perAttempt.value * ofCalls,
        scaled(call.perAttempt, by: ofCalls, perRun),
        of: basis, note: shared)
      keep(
        call.input, .input, call.input.value * ofInput,
        scaled(call.input, by: ofInput, model.input),
        note: call.growth.value > 0 ? "input and growth in the scenario's proportion" : shared)
      if call.growth.value > 0 {
        keep(
          call.growth, .input, call.growth.value * ofInput,
          scaled(call.growth, by: ofInput, model.input), note: nil)
      }
      keep(
        call.output, .output, call.output.value * ofOutput,
        scaled(call.output, by: ofOutput, model.output), note: shared)
      add(
        call.cacheRead, model.cacheRead.ratio, model.cacheRead.interval, of: basis,
        note: told(.cacheRead))
      add(
        call.cacheWrite, model.cacheWrite.ratio, model.cacheWrite.interval, of: basis,
        note: told([.cacheWrite, .cacheWrite1h]))
      if call.billedRetries.value > 0 {
        add(call.billedRetries, 0, of: basis, note: "calls that are tried again are in the log")
      }
    }
  }
}

extension ModelCall {
  /// Input tokens of an attempt with so many calls, each with the history of those before it.
  ///
  ///     n·I + g·(k(k − 1)/2 + k(n − k)),  k = ⌊n⌋
  fileprivate func inputPerAttempt(calls n: Double) -> Double {
    let k = n.rounded(.down)
    return n * input.value + growth.value * (k * (k - 1) / 2 + k * (n - k))
  }
}
