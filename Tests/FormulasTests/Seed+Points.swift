import TestSupport

extension Seed {
  /// A point of a box.
  mutating func point(in box: [ClosedRange<Double>]) -> [Double] { box.map { number($0) } }
}
