/// What the points of a sweep come to: the ends of each figure, and how many points fail.
///
/// Points may be added in any order and by several workers, each with a summary of its own; the merged
/// one is the same whatever the order.
public struct SweepSummary: Sendable, Equatable {
  /// A figure's least or most, and the first row that has it.
  public struct Extreme: Sendable, Equatable {
    public let value: Double
    public let row: Int
  }

  /// One figure over all points.
  public struct Figure: Sendable, Equatable {
    /// Nil where it has a value at no point.
    public fileprivate(set) var lowest: Extreme?
    public fileprivate(set) var highest: Extreme?
    /// At how many points it has no value.
    public fileprivate(set) var undefined = 0
  }

  /// How many points were added.
  public private(set) var count = 0
  /// In the order of the sweep's figures.
  public private(set) var figures: [Figure]
  /// At how many points each check fails.
  public private(set) var failures: [Int]
  /// At how many points some check fails.
  public private(set) var failing = 0

  private let limits: [SweepLimit]

  public init(_ sweep: Sweep) {
    figures = sweep.figures.map { _ in Figure() }
    failures = sweep.checks.map { _ in 0 }
    limits = sweep.limits
  }

  /// Takes in what another one has seen.
  public mutating func merge(_ other: SweepSummary) {
    count += other.count
    failing += other.failing
    for (index, more) in other.failures.enumerated() { failures[index] += more }
    for (index, figure) in other.figures.enumerated() {
      figures[index].undefined += figure.undefined
      if let low = figure.lowest { figures[index].takeLow(low) }
      if let high = figure.highest { figures[index].takeHigh(high) }
    }
  }

  /// Takes in a block of points, as a reading of the sweep hands them out.
  public mutating func add(
    _ part: SweepPart, _ start: Int, _ count: Int, _ blocks: [UnsafePointer<Double>?]
  ) {
    self.count += count
    for index in figures.indices {
      guard let numbers = blocks[index] else {
        figures[index].undefined += count
        continue
      }
      figures[index].add(UnsafeBufferPointer(start: numbers, count: count)) {
        part.row(of: start + $0)
      }
    }
    let groups = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
    withUnsafeTemporaryAllocation(of: Ones.self, capacity: groups) { fails in
      fails.initialize(repeating: .zero)
      for (check, limit) in limits.enumerated() {
        failures[check] += limit.addFailures(of: blocks[limit.output], count, to: fails)
      }
      failing += Int(fails.reduce(Ones.zero, &+).wrappedSum())
    }
  }
}

/// Points that are looked at together.
private typealias Lanes = SIMD8<Double>
/// A 1 for each of them of which something is true.
private typealias Ones = SIMD8<Int64>

extension SweepLimit {
  /// Marks the points that fail among all that do, and says how many they are.
  fileprivate func addFailures(
    of numbers: UnsafePointer<Double>?, _ count: Int, to all: UnsafeMutableBufferPointer<Ones>
  ) -> Int {
    var sum = Ones.zero
    for group in all.indices {
      let start = group * Lanes.scalarCount
      let lanes = numbers.map { Lanes($0 + start, count - start) } ?? Lanes(repeating: .nan)
      let failed = Ones.zero.replacing(with: 1, where: fails(lanes)) & .first(count - start)
      sum &+= failed
      all[group] |= failed
    }
    return Int(sum.wrappedSum())
  }
}

extension SweepSummary.Figure {
  fileprivate mutating func takeLow(_ other: SweepSummary.Extreme) {
    guard let low = lowest else { return lowest = other }
    if other.value < low.value || other.value == low.value && other.row < low.row { lowest = other }
  }

  fileprivate mutating func takeHigh(_ other: SweepSummary.Extreme) {
    guard let high = highest else { return highest = other }
    if other.value > high.value || other.value == high.value && other.row < high.row {
      highest = other
    }
  }

  /// Takes in some numbers; which row one is gets asked only for those that may be the least or most.
  fileprivate mutating func add(
    _ numbers: UnsafeBufferPointer<Double>, _ row: (Int) -> Int
  ) {
    var low = Lanes(repeating: .infinity)
    var high = Lanes(repeating: -.infinity)
    var missing = Ones.zero
    for start in stride(from: 0, to: numbers.count, by: Lanes.scalarCount) {
      // Numbers behind the last one are the last one again.
      let values = Lanes(numbers.baseAddress! + start, numbers.count - start)
      missing &+=
        Ones.zero.replacing(with: 1, where: values .!= values) & .first(numbers.count - start)
      low.replace(with: values, where: values .< low)
      high.replace(with: values, where: values .> high)
    }
    undefined += Int(missing.wrappedSum())
    let (least, most) = (low.min(), high.max())
    guard least <= most else { return }
    // An equal one earlier in the sweep may come later here.
    if least <= lowest?.value ?? .infinity, let place = numbers.firstIndex(of: least) {
      takeLow(.init(value: least, row: row(place)))
    }
    if most >= highest?.value ?? -.infinity, let place = numbers.firstIndex(of: most) {
      takeHigh(.init(value: most, row: row(place)))
    }
  }
}

extension Lanes {
  /// The next numbers; where there are fewer, the last of them fills the rest.
  fileprivate init(_ numbers: UnsafePointer<Double>, _ count: Int) {
    if count >= Lanes.scalarCount {
      self = UnsafeRawPointer(numbers).loadUnaligned(as: Lanes.self)
    } else {
      self.init(repeating: numbers[count - 1])
      for index in 0..<count { self[index] = numbers[index] }
    }
  }
}

extension Ones {
  /// A 1 for each of the first so many.
  fileprivate static func first(_ count: Int) -> Ones {
    if count >= Ones.scalarCount { return Ones(repeating: 1) }
    return Ones.zero.replacing(
      with: 1, where: SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7) .< Int64(count))
  }
}
