import Reporting

// What is said about simulations.
extension Wording {
  static func notASeed(_ text: String) -> String {
    "\(text) is no seed; write a whole number from 0 to 18446744073709551615"
  }
  static func notAPrecision(_ text: String) -> String {
    "\(text) is no precision; write a part of the mean: 0.1%"
  }
  static func notACount(_ flag: Flag, _ text: String, _ range: ClosedRange<Int>) -> String {
    "--\(flag.name) is \(text), and it must be a whole number from \(range.lowerBound) to "
      + "\(count(Double(range.upperBound)))"
  }
  static func tooManyToKeep(_ most: Int) -> String {
    "exact quantiles keep every value, and \(count(Double(most))) draws are the most that are kept"
  }
  static func tooManyForNet(_ inputs: Int, _ most: Int) -> String {
    "\(inputs) inputs are uncertain, and the Sobol' net here has \(most) dimensions"
  }
  static func nothingUncertain(_ file: String) -> String {
    "\(file) states no uncertain input, so there is nothing to draw"
  }
  static let stateDistribution =
    "state low and high beside a value: handleTime: { value: \"9 min\", low: \"6 min\", "
    + "high: \"18 min\", distribution: \"pert\" }"
  static func interruptedAfter(_ draws: Int, _ asked: Int) -> String {
    "Interrupted after \(count(Double(draws))) of \(count(Double(asked))) draws; what they say "
      + "stands here."
  }
  static func monthWith(_ flag: Flag) -> String {
    "--\(flag.name) is for draws of uncertain inputs, and --month draws what happens while every "
      + "input is as stated; leave one of both out"
  }
  static func noMonth(_ path: String, _ reason: String) -> String {
    "\(path) has no value, so no month can be drawn: \(reason)"
  }
  static func precisionReached(_ precision: Double, after draws: Int) -> String {
    "The mean of the first figure is known to \(share(precision)) of it after "
      + "\(count(Double(draws))) draws."
  }
  static func precisionMissed(_ precision: Double, _ reached: Double) -> String {
    "The mean of the first figure is known to \(share(reached)) of it, and not to "
      + "\(share(precision)): more draws are needed."
  }
  private static func share(_ value: Double) -> String {
    (NumberStyle.quantity(digits: 2).text(for: value * 100) ?? "") + " %"
  }
}
