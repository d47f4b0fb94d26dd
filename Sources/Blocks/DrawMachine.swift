/// Makes draws of uncertain numbers, a stretch of neighbouring ones at a time.
///
/// Draw i of a stream is the same number whatever the stretch it is made in, whoever makes it.
public enum DrawMachine {
  /// How many numbers of memory it works in for a stretch of some length.
  public static func scratchCount(_ count: Int) -> Int { 6 &* area(count) &+ line }

  /// A part of the memory: a stretch, and as many numbers as loops may run over its end.
  static func area(_ count: Int) -> Int { (count &+ 2 &* line) / line &* line }

  /// So many numbers the processor fetches from memory at once.
  private static let line = 8

  /// - Parameters:
  ///   - plan: the first of some ``DrawPlan`` in memory; only that one is followed.
  ///   - first: the draw to begin with.
  public static func fill(
    _ plan: UnsafeRawPointer, _ first: UInt64, _ count: Int,
    _ target: UnsafeMutablePointer<Double>, _ scratch: UnsafeMutablePointer<Double>
  ) {
    let plan = plan.assumingMemoryBound(to: DrawPlan.self)
    let draws = Draws(plan.pointee, first, count)
    // Up to the beginning of a line.
    let past = Int(bitPattern: scratch) / 8 & (line &- 1)
    let scratch = scratch + (line &- past)
    if plan.pointee.factorCount > 0 {
      draws.shape(correlated: target, scratch)
    } else {
      draws.shape(independent: target, scratch)
    }
  }
}

/// A stretch of draws of one plan.
struct Draws {
  let plan: DrawPlan
  let first: UInt64
  let count: Int

  init(_ plan: DrawPlan, _ first: UInt64, _ count: Int) {
    self.plan = plan
    self.first = first
    self.count = count
  }

  private var area: Int { DrawMachine.area(count) }

  @inline(__always)
  fileprivate func shape(
    independent target: UnsafeMutablePointer<Double>, _ scratch: UnsafeMutablePointer<Double>
  ) {
    let share = uniform(scratch)
    switch plan.shape {
    case .normal, .lognormal:
      normalQuantiles(share, target, scratch + area)
      shapeNormal(target)
    default: shape(target, share, lookup: scratch + area)
    }
  }

  /// A mixture of independent standard normal numbers, turned back into a share where that is asked.
  @inline(__always)
  fileprivate func shape(
    correlated target: UnsafeMutablePointer<Double>, _ scratch: UnsafeMutablePointer<Double>
  ) {
    let (sum, part) = (scratch + 4 &* area, scratch + 5 &* area)
    for index in 0..<count { sum[index] = 0 }
    var factor = 0
    while factor < plan.factorCount {
      let weight = plan.weights![factor]
      guard weight != 0 else {
        factor &+= 1
        continue
      }
      let share = Draws(plan.factors![factor], first, count).uniform(scratch)
      normalQuantiles(share, part, scratch + area)
      for index in 0..<count { sum[index] += weight * part[index] }
      factor &+= 1
    }
    switch plan.shape {
    case .normal, .lognormal:
      for index in 0..<count { target[index] = sum[index] }
      shapeNormal(target)
    default:
      for index in 0..<count { part[index] = Elementary.normalCDF(sum[index]) }
      shape(target, part, lookup: scratch)
    }
  }

  /// From uniform numbers to those of the plan.
  @inline(__always)
  private func shape(
    _ target: UnsafeMutablePointer<Double>, _ share: UnsafeMutablePointer<Double>,
    lookup: UnsafeMutablePointer<Double>
  ) {
    let (low, high) = (plan.low, plan.high)
    switch plan.shape {
    case .triangular:
      let (start, end, mode) = (plan.first, plan.second, plan.third)
      let width = end - start
      let turn = (mode - start) / width
      for index in 0..<count {
        let u = share[index]
        let isRising = u < turn
        let way = Elementary.root(
          isRising ? u * width * (mode - start) : (1 - u) * width * (end - mode))
        target[index] = held(isRising ? start + way : end - way, low, high)
      }
    case .cells: lookUpCells(target, share, lookup)
    case .steps:
      let numbers = plan.numbers!
      for index in 0..<count { target[index] = numbers[plan.count &+ step(share[index])] }
    case .uniform, .normal, .lognormal:
      let (start, width) = (plan.first, plan.second)
      for index in 0..<count { target[index] = held(start + width * share[index], low, high) }
    }
  }

  /// The first value whose cumulative probability is not below a share.
  @inline(__always)
  private func step(_ share: Double) -> Int {
    var (low, high) = (0, plan.count &- 1)
    while low < high {
      let middle = (low &+ high) / 2
      if plan.numbers![middle] < share { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  func held(_ value: Double, _ low: Double, _ high: Double) -> Double {
    value < low ? low : value > high ? high : value
  }
}
