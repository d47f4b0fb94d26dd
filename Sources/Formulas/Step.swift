/// What a node does, without its names: those are counted each time that a node is copied.
struct Step: Sendable {
  let operation: Operation
  /// The value of a constant.
  let number: Double
  /// Where its operands stand in a list of all operands.
  var operands: Range<Int>
}

extension FormulaGraph {
  /// What the node at a position does.
  @inline(__always)
  func step(_ position: Int) -> Step {
    Step(
      operation: nodes[position].operation, number: nodes[position].number,
      operands: nodes[position].operandRange)
  }
}

extension Step {
  /// What it comes to where it is no input, given what stands before it.
  ///
  /// - Parameter list: the operands of all steps, as positions among the numbers.
  @inline(__always)
  func result(_ list: [Int32], _ numbers: [Double]) -> Double {
    let operands = operands
    func operand(_ index: Int) -> Double { numbers[Int(list[operands.lowerBound + index])] }
    let result: Double
    switch operation {
    case .constant: result = number
    case .input, .undefined: result = .nan
    case .sum:
      var sum = operand(0)
      for index in operands.dropFirst() { sum += numbers[Int(list[index])] }
      result = sum
    case .select: result = operand(0).isNaN ? .nan : operand(0) != 0 ? operand(1) : operand(2)
    case .erlangAgents:
      result = Erlang.agents(
        load: operand(0), level: operand(1), wait: operand(2), leaving: operand(3))
    case .erlangLate:
      result = Erlang.late(
        load: operand(0), agents: operand(1), wait: operand(2), leaving: operand(3))
    default: result = operation.result(operand(0), operands.count > 1 ? operand(1) : 0)
    }
    return result.orNothing
  }

  /// Bounds on it where it is no input, given those on what stands before it.
  func bounds(_ list: [Int32], _ intervals: [Interval]) -> Interval {
    func operand(_ index: Int) -> Interval {
      index < operands.count ? intervals[Int(list[operands.lowerBound + index])] : Interval(0)
    }
    if operation == .select { return operand(0).selection(operand(1), operand(2)) }
    if operation == .constant { return Interval(number).boundedOrUndefined }
    var isNowhere = false
    var canBeUndefined = false
    for index in operands {
      isNowhere = isNowhere || intervals[Int(list[index])].isEmpty
      canBeUndefined = canBeUndefined || intervals[Int(list[index])].canBeUndefined
    }
    if isNowhere { return .nothing }
    var interval: Interval
    switch operation {
    case .sum:
      interval = operand(0)
      for index in operands.dropFirst() { interval = interval + intervals[Int(list[index])] }
    case .erlangAgents:
      interval = .erlangAgents(operand(0), level: operand(1), wait: operand(2), leaving: operand(3))
    case .erlangLate:
      interval = .erlangLate(operand(0), agents: operand(1), wait: operand(2), leaving: operand(3))
    default: interval = operation.bounds(operand(0), operand(1))
    }
    interval.canBeUndefined = interval.canBeUndefined || canBeUndefined
    return interval.boundedOrUndefined
  }
}
