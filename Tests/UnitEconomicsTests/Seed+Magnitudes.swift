import Foundation
import TestSupport

extension Seed {
  /// A number of a range of magnitudes, each as likely as any other.
  mutating func magnitude(_ range: ClosedRange<Double>) -> Double {
    exp(number(log(range.lowerBound)...log(range.upperBound)))
  }
}
