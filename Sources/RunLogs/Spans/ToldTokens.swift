/// Which kinds of tokens a log tells at all, so that none is shown as 0 that is only not there.
public struct ToldTokens: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let input = ToldTokens(rawValue: 1)
  public static let output = ToldTokens(rawValue: 2)
  public static let cacheRead = ToldTokens(rawValue: 4)
  public static let cacheWrite = ToldTokens(rawValue: 8)
  public static let cacheWrite1h = ToldTokens(rawValue: 16)
  public static let reasoning = ToldTokens(rawValue: 32)

  /// What steps of a trace tell: a kind that they leave out is none that was used.
  public static let all: ToldTokens = [
    .input, .output, .cacheRead, .cacheWrite, .cacheWrite1h, .reasoning,
  ]

  /// What a column of a plain log tells of them.
  init(_ column: LogColumn) {
    switch column {
    case .inputTokens: self = .input
    case .outputTokens: self = .output
    case .cachedTokens: self = .cacheRead
    case .cacheWriteTokens: self = .cacheWrite
    case .cacheWrite1hTokens: self = .cacheWrite1h
    case .reasoningTokens: self = .reasoning
    default: self = []
    }
  }
}
