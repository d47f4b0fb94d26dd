import RunLogs

extension Tally {
  /// Tokens by their kind; of a kind that no log tells there is no number.
  var tokenFacts: [MeasureFact] {
    func tokens(_ figure: String, _ count: Int, _ kinds: ToldTokens) -> MeasureFact {
      MeasureFact(
        "tokens", "", figure, toldTokens.isDisjoint(with: kinds) ? nil : Double(count), "token")
    }
    return [
      tokens("input", usage.input, .input),
      tokens("cacheRead", usage.cacheRead, .cacheRead),
      tokens("cacheWrite", usage.cacheWrite, .cacheWrite),
      tokens("cacheWrite1h", usage.cacheWrite1h, .cacheWrite1h),
      tokens("output", usage.output, .output),
      tokens("reasoning", usage.reasoning, .reasoning),
      tokens(
        "ofSuccessfulRuns", usageOfSuccess.input + usageOfSuccess.output, [.input, .output]),
    ]
  }
}
