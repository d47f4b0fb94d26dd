/// Tokens of one or more calls of a model, by one convention.
///
/// Input includes what is read from and written to the cache; output includes reasoning. Dialects that
/// count otherwise are brought to it where they are read.
public struct TokenUsage: Sendable, Hashable {
  public var input: Int
  public var output: Int
  /// Of the input, what is read from the cache.
  public var cacheRead: Int
  /// Of the input, what is written to the cache for five minutes.
  public var cacheWrite: Int
  /// Of the input, what is written to the cache for an hour.
  public var cacheWrite1h: Int
  /// Of the output, what nobody sees.
  public var reasoning: Int

  public init(
    input: Int = 0, output: Int = 0, cacheRead: Int = 0, cacheWrite: Int = 0,
    cacheWrite1h: Int = 0, reasoning: Int = 0
  ) {
    self.input = input
    self.output = output
    self.cacheRead = cacheRead
    self.cacheWrite = cacheWrite
    self.cacheWrite1h = cacheWrite1h
    self.reasoning = reasoning
  }

  public static let zero = TokenUsage()

  /// Whether the parts are no more than what they are parts of.
  var isPossible: Bool {
    cacheRead &+ cacheWrite &+ cacheWrite1h <= input && reasoning <= output
  }

  public static func + (a: TokenUsage, b: TokenUsage) -> TokenUsage {
    TokenUsage(
      input: a.input &+ b.input, output: a.output &+ b.output,
      cacheRead: a.cacheRead &+ b.cacheRead, cacheWrite: a.cacheWrite &+ b.cacheWrite,
      cacheWrite1h: a.cacheWrite1h &+ b.cacheWrite1h, reasoning: a.reasoning &+ b.reasoning)
  }

  public static func += (a: inout TokenUsage, b: TokenUsage) { a = a + b }
}
