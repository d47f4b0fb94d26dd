/// One of several parts of all draws, as long as the others or a leaf longer: `3/64`.
public struct ShardNumber: Sendable, Hashable, CustomStringConvertible {
  /// Counted from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// More parts than anyone has machines for, and few enough to count with.
  public static let mostParts = 1_000_000

  /// - Returns: nil where there is no such part.
  public init?(_ number: Int, of count: Int) {
    guard 1...Self.mostParts ~= count, 1...count ~= number else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `3/64`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(number, of: count)
  }

  public var description: String { "\(number)/\(count)" }

  /// Its leaves; none where there are fewer leaves than parts.
  public func leaves(of all: Int) -> Range<Int> {
    all * (number - 1) / count..<all * number / count
  }
}
