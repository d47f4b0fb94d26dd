/// Single values, each with a share of the probability.
struct PointMasses: Law {
  /// Ascending, none twice, none without weight.
  private let values: [Double]
  private let weights: [Double]
  /// For each value the probabilities of it or less, and of more.
  private let steps: [Tails]

  init(values: [Double], weights: [Double]) {
    var (kept, shares) = ([Double](), [Double]())
    for (value, weight) in zip(values, weights).sorted(by: { $0.0 < $1.0 }) where weight > 0 {
      if value == kept.last {
        shares[shares.count - 1] += weight
      } else {
        kept.append(value)
        shares.append(weight)
      }
    }
    self.values = kept
    self.weights = shares
    let total = shares.reduce(0, +)
    var (rising, falling) = ([Double](), [Double]())
    for weight in shares { rising.append((rising.last ?? 0) + weight) }
    for weight in shares.reversed() { falling.append((falling.last ?? 0) + weight) }
    // What lies above the last value is nothing, above the one before the last value's weight.
    let above = [0] + falling.dropLast()
    steps = zip(rising, above.reversed()).map {
      Tails(lower: min(1, $0 / total), upper: min(1, $1 / total))
    }
  }

  func quantile(_ p: Double, complement: Double) -> Double {
    let goal = Goal(p, complement: complement)
    let index = partition(steps.count) { goal.isReached(by: steps[$0]) }
    return values[min(index, values.count - 1)]
  }

  func tails(at x: Double) -> Tails {
    x.isNaN ? Tails(lower: .nan) : tails(of: partition(values.count) { values[$0] > x })
  }

  func tails(below x: Double) -> Tails {
    x.isNaN ? Tails(lower: .nan) : tails(of: partition(values.count) { values[$0] >= x })
  }

  /// The tails after so many values.
  private func tails(of count: Int) -> Tails { count == 0 ? .nothingBelow : steps[count - 1] }

  /// The first index from which on something holds.
  private func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  var moments: Moments {
    let total = weights.reduce(0, +)
    let centre = values[values.count / 2]
    let pairs = zip(values, weights)
    let mean = centre + pairs.reduce(0) { $0 + ($1.0 - centre) * $1.1 } / total
    return Moments(
      mean: mean,
      variance: pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / total)
  }

  var support: ClosedRange<Double> { values[0]...values[values.count - 1] }
  var isContinuous: Bool { false }

  func truncated(to range: ClosedRange<Double>) -> (any Law)? {
    let left = zip(values, weights).filter { range.contains($0.0) }
    guard !left.isEmpty else { return nil }
    return PointMasses(values: left.map(\.0), weights: left.map(\.1))
  }
}
