import Formulas

/// Round heights for a plot, and where between its ends a value lies.
struct PlotScale {
  let ticks: [Double]
  let ends: (low: Double, high: Double)
  private let isLogarithmic: Bool

  /// Even steps of 1, 2, 2.5 or 5 times a power of ten, at most nine of them.
  init(from low: Double, to high: Double) {
    let span = high > low ? high - low : max(abs(high), 1)
    var power = 1.0
    while power * 10 <= span { power *= 10 }
    while power > span { power /= 10 }
    let step = [0.1, 0.2, 0.25, 0.5, 1].map { $0 * power }.first { span / $0 <= 8 } ?? power
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    ends = (ticks[0], ticks[ticks.count - 1])
    isLogarithmic = false
  }

  /// 1, 2 and 5 times powers of ten, or where those are too many the powers alone.
  init(byFactorsFrom low: Double, to high: Double) {
    var power = 1.0
    while power > low { power /= 10 }
    while power * 10 <= low { power *= 10 }
    var steps: [Double] = []
    while steps.count < 3 || steps[steps.count - 3] < high {
      steps += [power, power * 2, power * 5]
      power *= 10
    }
    let first = steps.lastIndex { $0 <= low } ?? 0
    let last = max(first + 1, steps.firstIndex { $0 >= high } ?? steps.count - 1)
    ends = (steps[first], steps[last])
    let within = Array(first...last)
    ticks = (within.count > 7 ? within.filter { $0 % 3 == 0 } : within).map { steps[$0] }
    isLogarithmic = true
  }

  /// How far up a value lies, from 0 at the lower end to 1 at the upper.
  func part(of value: Double) -> Double? {
    let (low, high) = ends
    guard value.isFinite, value >= low, value <= high else { return nil }
    return isLogarithmic
      ? Elementary.log(value / low) / Elementary.log(high / low) : (value - low) / (high - low)
  }
}
