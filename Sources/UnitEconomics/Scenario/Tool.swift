/// Something outside that an attempt calls: an interface or a browser session.
public struct Tool: Sendable {
  /// Through what the tool is reached.
  public enum Kind: String, Sendable, CaseIterable { case api, browser }

  public var name: String
  public var kind: Kind
  public var callsPerAttempt: Input
  /// What one try costs.
  public var price: Input?
  /// What the time of a try costs.
  public var priceByTime: Input?
  /// Half of all tries take at most this long.
  public var median: Input
  /// Nineteen of twenty tries take at most this long.
  public var p95: Input
  public var timeout: Input?
  public var errorRate: Input
  public var maxRetries: Input
  /// The pause before the first retry; each further one waits twice as long.
  public var backoff: Input
  public var rateLimit: Input?
  public var availability: Input

  public init(
    name: String, kind: Kind, callsPerAttempt: Input, price: Input? = nil,
    priceByTime: Input? = nil, median: Input, p95: Input, timeout: Input? = nil,
    errorRate: Input, maxRetries: Input, backoff: Input, rateLimit: Input? = nil,
    availability: Input
  ) {
    self.name = name
    self.kind = kind
    self.callsPerAttempt = callsPerAttempt
    self.price = price
    self.priceByTime = priceByTime
    self.median = median
    self.p95 = p95
    self.timeout = timeout
    self.errorRate = errorRate
    self.maxRetries = maxRetries
    self.backoff = backoff
    self.rateLimit = rateLimit
    self.availability = availability
  }
}
