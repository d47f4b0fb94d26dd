/// What a stretch of draws of one figure comes to: how many, and their powers about a fixed centre.
///
/// Sums of stretches are sums of their numbers, so that what is told of a thousand pieces is what would
/// be told of one.
public struct DrawSums: Sendable, Equatable {
  /// How many draws had a value, and how many had none.
  public var defined = 0.0
  public var undefined = 0.0
  /// Sums of the first to the fourth power of what lies between a value and the centre.
  public var powers = SIMD4<Double>()
  public var least = Double.infinity
  public var most = -Double.infinity

  public init() {}

  /// Adds what came behind.
  mutating func add(_ other: DrawSums) {
    defined += other.defined
    undefined += other.undefined
    powers += other.powers
    least = Swift.min(least, other.least)
    most = Swift.max(most, other.most)
  }

  /// Adds values one after the other; those that are not numbers have none.
  mutating func add(_ values: UnsafePointer<Double>, _ count: Int, about centre: Double) {
    // Two sums side by side, each of every second value: the same ones whatever the processor.
    var (sum1, sum2) = (SIMD2<Double>(), SIMD2<Double>())
    var (sum3, sum4) = (SIMD2<Double>(), SIMD2<Double>())
    var found = SIMD2<Double>()
    var low = SIMD2(repeating: least)
    var high = SIMD2(repeating: most)
    let zero = SIMD2<Double>()
    let one = SIMD2<Double>(repeating: 1)
    func take(_ value: SIMD2<Double>) {
      let isDefined = value .== value
      let first = zero.replacing(with: value - centre, where: isDefined)
      let second = first * first
      sum1 += first
      sum2 += second
      sum3 += first * second
      sum4 += second * second
      found += zero.replacing(with: one, where: isDefined)
      low.replace(with: value, where: value .< low)
      high.replace(with: value, where: value .> high)
    }
    let source = UnsafeRawPointer(values)
    var index = 0
    while index &+ 1 < count {
      take(source.loadUnaligned(fromByteOffset: index &* 8, as: SIMD2<Double>.self))
      index &+= 2
    }
    if index < count { take(SIMD2(values[index], .nan)) }
    let number = found[0] + found[1]
    defined += number
    undefined += Double(count) - number
    powers += SIMD4(
      sum1[0] + sum1[1], sum2[0] + sum2[1], sum3[0] + sum3[1], sum4[0] + sum4[1])
    least = Swift.min(low[0], low[1])
    most = Swift.max(high[0], high[1])
  }
}

/// Sums of all figures over one stretch of draws, and how often each check fails in it.
public struct DrawLeaf: Sendable, Equatable {
  public var draws = 0
  public var figures: [DrawSums]
  /// In how many draws each check fails; one that has no value fails.
  public var failures: [Int]
  /// In how many draws at least one check fails.
  public var anyFailure = 0

  public init(figures: Int, checks: Int) {
    self.figures = Array(repeating: DrawSums(), count: figures)
    failures = Array(repeating: 0, count: checks)
  }

  mutating func add(_ other: DrawLeaf) {
    draws += other.draws
    for index in figures.indices { figures[index].add(other.figures[index]) }
    for index in failures.indices { failures[index] += other.failures[index] }
    anyFailure += other.anyFailure
  }
}
