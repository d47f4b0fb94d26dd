/// What one check wants of the outputs of a sweep, ready for many points.
public struct SweepLimit: Sendable, Equatable {
  /// Where the check's figure stands among the outputs.
  public let output: Int
  private let isLeast: Bool
  private let value: Double

  init(_ check: Check, among outputs: [String]) {
    output = outputs.firstIndex(of: check.output) ?? 0
    isLeast = check.side == .min
    value = check.limit.value
  }

  /// Whether a figure keeps the limit; what has no value does not.
  public func holds(_ figure: Double) -> Bool { isLeast ? figure >= value : figure <= value }

  /// Which of eight figures do not keep it.
  func fails(_ figures: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> {
    .!(isLeast ? figures .>= value : figures .<= value)
  }
}
