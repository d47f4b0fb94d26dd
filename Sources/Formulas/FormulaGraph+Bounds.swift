extension FormulaGraph {
  /// Bounds on formulas while each input moves within its interval.
  ///
  /// Interval arithmetic, rounded outwards: each bound holds for every point of the box, and may be
  /// wider than needed where an input is mentioned more than once.
  ///
  /// - Parameters:
  ///   - box: an interval for each input, in the order of ``inputPaths``.
  ///   - wanted: whether a node is asked for, by its position; nil where all are. One that is must
  ///     have all its operands asked for too, and one that is not has no value.
  /// - Returns: an interval for each node.
  func bounds(over box: [Interval], of wanted: [Bool]?) -> [Interval] {
    precondition(box.count == inputs.count, "a box has an interval for each input")
    var intervals: [Interval] = []
    intervals.reserveCapacity(nodes.count)
    var nextInput = 0
    for position in nodes.indices {
      let step = step(position)
      let isInput = step.operation == .input
      let isWanted = wanted?[position] ?? true
      intervals.append(
        !isWanted
          ? .nothing
          : isInput ? box[nextInput].boundedOrUndefined : step.bounds(operands, intervals))
      if isInput { nextInput += 1 }
    }
    return intervals
  }

  /// Bounds on every formula while each input moves within its interval, in the order of
  /// ``inputPaths``.
  public func bounds(over box: [Interval]) -> [Interval] { bounds(over: box, of: nil) }

  /// Bounds on a named formula; nil where no formula has the name.
  public func bounds(of path: String, over box: [Interval]) -> Interval? {
    positions[path].map { bounds(over: box)[$0] }
  }
}

extension Interval {
  /// What a condition within it chooses: both branches where it is not sure.
  func selection(_ then: Interval, _ otherwise: Interval) -> Interval {
    if isEmpty { return .nothing }
    var chosen = low == 0 && high == 0 ? otherwise : contains(0) ? then.union(otherwise) : then
    chosen.canBeUndefined = chosen.canBeUndefined || canBeUndefined
    return chosen.boundedOrUndefined
  }

  /// The interval, marked where it has no end: a result too large for a number is no value.
  var boundedOrUndefined: Interval {
    // What is not a number compares with none, and has no bounds.
    guard low == low, high == high else { return .everything }
    var interval = self
    if !isEmpty, low.isInfinite || high.isInfinite { interval.canBeUndefined = true }
    return interval
  }
}

extension Operation {
  /// The interval of results for one or two operands within their intervals.
  func bounds(_ a: Interval, _ b: Interval) -> Interval {
    switch self {
    case .input, .constant, .sum, .select, .erlangAgents, .erlangLate: return .everything
    case .undefined: return .nothing
    case .same: return a
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .minimum: return Interval(Swift.min(a.low, b.low), Swift.min(a.high, b.high))
    case .maximum: return Interval(Swift.max(a.low, b.low), Swift.max(a.high, b.high))
    case .floor, .ceil: return Interval(result(a.low, 0), result(a.high, 0))
    case .exp: return Interval(Swift.max(0, result(a.low, 0)), result(a.high, 0)).widened(2)
    case .normalCDF: return Interval(result(a.low, 0), result(a.high, 0)).widened(10)
    case .log:
      guard a.high > 0 else { return .everything }
      guard a.low > 0 else {
        return Interval(-.infinity, result(a.high, 0).nextUp, canBeUndefined: true)
      }
      return Interval(result(a.low, 0), result(a.high, 0)).widened(2)
    case .power: return a.raised(to: b)
    case .isLess, .isAtMost: return comparison(a, b)
    }
  }

  /// Certain where the operands do not overlap, else both answers.
  private func comparison(_ a: Interval, _ b: Interval) -> Interval {
    let always = self == .isLess ? a.high < b.low : a.high <= b.low
    let never = self == .isLess ? a.low >= b.high : a.low > b.high
    return always ? Interval(1) : never ? Interval(0) : Interval(0, 1)
  }
}
