extension FormulaGraph {
  /// Bounds on every formula while each input moves within its interval.
  ///
  /// Interval arithmetic, rounded outwards: each bound holds for every point of the box, and may be
  /// wider than needed where an input is mentioned more than once.
  ///
  /// - Parameter box: an interval for each input, in the order of ``inputPaths``.
  /// - Returns: an interval for each node.
  public func bounds(over box: [Interval]) -> [Interval] {
    precondition(box.count == inputs.count, "a box has an interval for each input")
    var intervals: [Interval] = []
    intervals.reserveCapacity(nodes.count)
    var nextInput = 0
    for node in nodes {
      let isInput = node.operation == .input
      intervals.append(
        isInput ? box[nextInput].boundedOrUndefined : bounds(on: node, intervals))
      if isInput { nextInput += 1 }
    }
    return intervals
  }

  /// Bounds on a node that is no input, given those on what stands before it.
  func bounds(on node: Node, _ intervals: [Interval]) -> Interval {
    let range = node.operandRange
    func operand(_ index: Int) -> Interval {
      index < range.count ? intervals[Int(operands[range.lowerBound + index])] : Interval(0)
    }
    if node.operation == .select { return selection(operand(0), operand(1), operand(2)) }
    if node.operation == .constant { return Interval(node.number).boundedOrUndefined }
    var isNowhere = false
    var canBeUndefined = false
    for position in operands[range] {
      isNowhere = isNowhere || intervals[Int(position)].isEmpty
      canBeUndefined = canBeUndefined || intervals[Int(position)].canBeUndefined
    }
    if isNowhere { return .nothing }
    var interval: Interval
    switch node.operation {
    case .sum: interval = operands[range].dropFirst().reduce(operand(0)) { $0 + intervals[Int($1)] }
    case .erlangAgents:
      interval = .erlangAgents(operand(0), level: operand(1), wait: operand(2), leaving: operand(3))
    case .erlangLate:
      interval = .erlangLate(operand(0), agents: operand(1), wait: operand(2), leaving: operand(3))
    default: interval = node.operation.bounds(operand(0), operand(1))
    }
    interval.canBeUndefined = interval.canBeUndefined || canBeUndefined
    return interval.boundedOrUndefined
  }

  /// Bounds on a named formula; nil where no formula has the name.
  public func bounds(of path: String, over box: [Interval]) -> Interval? {
    positions[path].map { bounds(over: box)[$0] }
  }
}

/// Both branches where the condition is not sure.
private func selection(_ condition: Interval, _ then: Interval, _ otherwise: Interval) -> Interval {
  if condition.isEmpty { return .nothing }
  var chosen =
    condition.low == 0 && condition.high == 0
    ? otherwise : condition.contains(0) ? then.union(otherwise) : then
  chosen.canBeUndefined = chosen.canBeUndefined || condition.canBeUndefined
  return chosen.boundedOrUndefined
}

extension Interval {
  /// The interval, marked where it has no end: a result too large for a number is no value.
  fileprivate var boundedOrUndefined: Interval {
    var interval = self
    if !isEmpty, low.isInfinite || high.isInfinite { interval.canBeUndefined = true }
    return interval
  }
}

extension Operation {
  /// The interval of results for one or two operands within their intervals.
  fileprivate func bounds(_ a: Interval, _ b: Interval) -> Interval {
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
    case .normalCDF: return Interval(result(a.low, 0), result(a.high, 0)).widened(4)
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
