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
    for (position, node) in nodes.enumerated() {
      let operands = operands(of: position).map { intervals[Int($0)] }
      var interval: Interval
      switch node.operation {
      case .input:
        interval = box[nextInput]
        nextInput += 1
      case .constant: interval = Interval(node.number)
      case .select: interval = node.operation.bounds(operands)
      default:
        let isNowhere = operands.contains(where: \.isEmpty)
        interval = isNowhere ? .nothing : node.operation.bounds(operands)
      }
      if node.operation != .select, operands.contains(where: \.canBeUndefined) {
        interval.canBeUndefined = true
      }
      // A result too large for a number is no value.
      if !interval.isEmpty, interval.low.isInfinite || interval.high.isInfinite {
        interval.canBeUndefined = true
      }
      intervals.append(interval)
    }
    return intervals
  }

  /// Bounds on a named formula; nil where no formula has the name.
  public func bounds(of path: String, over box: [Interval]) -> Interval? {
    positions[path].map { bounds(over: box)[$0] }
  }
}

extension Operation {
  /// The interval of results for operands within their intervals.
  fileprivate func bounds(_ operands: [Interval]) -> Interval {
    switch self {
    case .input, .constant: return .everything
    case .undefined: return .nothing
    case .same: return operands[0]
    case .sum: return operands.dropFirst().reduce(operands[0], +)
    case .add: return operands[0] + operands[1]
    case .subtract: return operands[0] - operands[1]
    case .multiply: return operands[0] * operands[1]
    case .divide: return operands[0] / operands[1]
    case .minimum:
      return Interval(
        Swift.min(operands[0].low, operands[1].low), Swift.min(operands[0].high, operands[1].high))
    case .maximum:
      return Interval(
        Swift.max(operands[0].low, operands[1].low), Swift.max(operands[0].high, operands[1].high))
    case .floor, .ceil: return Interval(result(operands[0].low, 0), result(operands[0].high, 0))
    case .exp:
      return Interval(Swift.max(0, result(operands[0].low, 0)), result(operands[0].high, 0))
        .widened(2)
    case .normalCDF:
      return Interval(result(operands[0].low, 0), result(operands[0].high, 0)).widened(4)
    case .log:
      guard operands[0].high > 0 else { return .everything }
      guard operands[0].low > 0 else {
        return Interval(-.infinity, result(operands[0].high, 0).nextUp, canBeUndefined: true)
      }
      return Interval(result(operands[0].low, 0), result(operands[0].high, 0)).widened(2)
    case .power: return operands[0].raised(to: operands[1])
    case .isLess, .isAtMost: return comparison(operands[0], operands[1])
    case .select: return selection(operands)
    }
  }

  /// Certain where the operands do not overlap, else both answers.
  private func comparison(_ a: Interval, _ b: Interval) -> Interval {
    let always = self == .isLess ? a.high < b.low : a.high <= b.low
    let never = self == .isLess ? a.low >= b.high : a.low > b.high
    return always ? Interval(1) : never ? Interval(0) : Interval(0, 1)
  }

  private func selection(_ operands: [Interval]) -> Interval {
    let condition = operands[0]
    if condition.isEmpty { return .nothing }
    var chosen =
      condition == Interval(0)
      ? operands[2] : condition.contains(0) ? operands[1].union(operands[2]) : operands[1]
    chosen.canBeUndefined = chosen.canBeUndefined || condition.canBeUndefined
    return chosen
  }
}
