/// Two inputs that tend to be high together, or apart.
public struct Correlation: Sendable, Equatable {
  public let first: String
  public let second: String
  /// The rank correlation, from -1 to 1.
  public let rank: Double
  /// Where it was stated.
  public let origin: Input.Origin?

  public init(_ first: String, _ second: String, rank: Double, origin: Input.Origin? = nil) {
    self.first = first
    self.second = second
    self.rank = rank
    self.origin = origin
  }
}
