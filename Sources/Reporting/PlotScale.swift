import Formulas

/// Round heights for a plot, and where between its ends a value lies.
struct PlotScale {
  let ticks: [Double]
  private let isLogarithmic: Bool

  /// Even steps of 1, 2, 2.5 or 5 times a power of ten, four to seven of them.
  init(from low: Double, to high: Double) {
    let span = high > low ? high - low : max(abs(high), 1)
    var power = 1.0
    while power * 10 <= span { power *= 10 }
    while power > span { power /= 10 }
    let step = [0.1, 0.2, 0.25, 0.5, 1].map { $0 * power }.first { span / $0 <= 5 } ?? power
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    isLogarithmic = false
  }

  /// Powers of ten.
  init(byFactorsFrom low: Double, to high: Double) {
    var first = 1.0
    while first > low { first /= 10 }
    while first * 10 <= low { first *= 10 }
    var ticks = [first]
    while ticks[ticks.count - 1] < high || ticks.count < 2 { ticks.append(ticks.last! * 10) }
    self.ticks = ticks
    isLogarithmic = true
  }

  /// How far up a value lies, from 0 at the lowest tick to 1 at the highest.
  func part(of value: Double) -> Double? {
    let (low, high) = (ticks[0], ticks[ticks.count - 1])
    guard value.isFinite, value >= low, value <= high else { return nil }
    return isLogarithmic
      ? Elementary.log(value / low) / Elementary.log(high / low) : (value - low) / (high - low)
  }
}
