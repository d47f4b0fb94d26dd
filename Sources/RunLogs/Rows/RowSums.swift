/// What rows of one group and one outcome add up to, in plain numbers.
struct RowSums {
  var rows = 0
  /// By the place of ``FastRows/places``.
  var counts: InlineArray<9, Int> = InlineArray(repeating: 0)
  var unrecordedCalls = 0
  /// In 10⁻¹² of the currency.
  var cost: Int128 = 0
  var costRows = 0
  /// In nanoseconds.
  var runtime = 0
  var timedRows = 0
}

extension RowSums {
  /// The tokens that were added up.
  var usage: TokenUsage {
    TokenUsage(
      input: counts[0], output: counts[1], cacheRead: counts[2], cacheWrite: counts[3],
      cacheWrite1h: counts[4], reasoning: counts[5])
  }
}
