/// Normal numbers and what is made of them.
extension Draws {
  /// From shares to standard normal numbers.
  ///
  /// The formula for the middle is worked out for all of them. Tails, a sixth, are taken out, worked
  /// out side by side and put back: their formulas take three times as long.
  ///
  /// - Parameter scratch: memory for three areas.
  @inline(__always)
  func normalQuantiles(
    _ share: UnsafeMutablePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>
  ) {
    let area = DrawMachine.area(count)
    let (tails, roots) = (scratch + area, scratch + 2 &* area)
    let places = UnsafeMutableRawPointer(scratch).assumingMemoryBound(to: Int.self)
    let isTail = UnsafeMutableRawPointer(tails).assumingMemoryBound(to: Int.self)
    for index in 0..<count {
      target[index] = Elementary.normalMiddle(share[index])
      isTail[index] = Elementary.isMiddle(share[index]) ? 0 : 1
    }
    // No branch, which nobody could foresee: a place that is not wanted is written over.
    var tailCount = 0
    for index in 0..<count {
      places[tailCount] = index
      tailCount &+= isTail[index]
    }
    for index in 0..<tailCount { tails[index] = share[places[index]] }
    // Up to a number that leaves no rest of a vector.
    var end = tailCount
    while end & 15 != 0 {
      tails[end] = 0.01
      end &+= 1
    }
    workOutTails(tails, end, roots)
    for index in 0..<tailCount { target[places[index]] = roots[index] }
  }

  /// In two loops: in one, every number would wait for a long chain before it.
  ///
  /// The far formula is worked out only where somebody asks for it, once in thirty thousand million draws.
  @inline(__always)
  private func workOutTails(
    _ tails: UnsafeMutablePointer<Double>, _ end: Int, _ target: UnsafeMutablePointer<Double>
  ) {
    for index in 0..<end {
      target[index] = Elementary.normalRoot(tails[index], complement: 1 - tails[index])
    }
    var farCount = 0
    for index in 0..<end { farCount &+= target[index] > 5 ? 1 : 0 }
    if farCount == 0 {
      for index in 0..<end {
        target[index] = Elementary.normalQuantile(
          ofNearTail: tails[index], complement: 1 - tails[index], root: target[index])
      }
    } else {
      for index in 0..<end {
        target[index] = Elementary.normalQuantile(
          ofTail: tails[index], complement: 1 - tails[index], root: target[index])
      }
    }
  }

  /// From standard normal numbers to those of the plan.
  @inline(__always)
  func shapeNormal(_ target: UnsafeMutablePointer<Double>) {
    let (offset, slope, low, high) = (plan.first, plan.second, plan.low, plan.high)
    if plan.shape == .lognormal {
      for index in 0..<count {
        target[index] = held(Elementary.exp(offset + slope * target[index]), low, high)
      }
    } else {
      for index in 0..<count { target[index] = held(offset + slope * target[index], low, high) }
    }
  }
}
