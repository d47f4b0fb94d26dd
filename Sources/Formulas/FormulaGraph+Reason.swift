extension FormulaGraph {
  /// Why a node has no value: what went wrong at the first formula that has none.
  func reason(_ position: Int, _ numbers: [Double]) -> String {
    var position = position
    while let culprit = culprit(of: position, numbers) { position = culprit }
    let node = nodes[position]
    switch node.operation {
    case .undefined: return node.label?.sentence ?? "it is not defined"
    case .divide where numbers[Int(operands(of: position).last!)] == 0:
      return "\(name(Int(operands(of: position).last!))) is 0, and nothing can be divided by it"
    case .power where numbers[Int(operands(of: position).first!)] == 0:
      return "\(name(Int(operands(of: position).first!))) is 0, and nothing can be divided by it"
    case .power where numbers[Int(operands(of: position).first!)] < 0:
      return "\(name(Int(operands(of: position).first!))) is negative, and has no such power"
    case .log:
      return "\(name(Int(operands(of: position).first!))) is 0 or less, and has no logarithm"
    case .erlangAgents, .erlangLate:
      return erlangReason(
        node.operation, operands(of: position).map { (name(Int($0)), numbers[Int($0)]) })
    case .input: return "\(name(position)) is not a finite number"
    default: return "\(name(position)) is too large for a number"
    }
  }

  /// Why a queue cannot be worked out, by the names and values of its operands.
  private func erlangReason(
    _ operation: Operation, _ operands: [(name: String, value: Double)]
  ) -> String {
    if let negative = operands.first(where: { $0.value < 0 }) {
      return "\(negative.name) is negative, and no queue is like that"
    }
    if operation == .erlangAgents, operands[1].value >= 1 {
      return "\(operands[1].name) is 100 % or more, which no number of agents reaches"
    }
    if operands[0].value > Erlang.largestLoad {
      return "\(operands[0].name) is more than a million agents' work, which is not worked out"
    }
    return "callers are so patient (\(operands[3].name)) for the load of \(operands[0].name) that "
      + "the queue is too long to work out"
  }

  /// The operand that a node's lack of a value comes from.
  private func culprit(of position: Int, _ numbers: [Double]) -> Int? {
    let operands = operands(of: position).map(Int.init)
    if nodes[position].operation == .select, !numbers[operands[0]].isNaN {
      let chosen = numbers[operands[0]] != 0 ? operands[1] : operands[2]
      return numbers[chosen].isNaN ? chosen : nil
    }
    return operands.first { numbers[$0].isNaN }
  }

  /// A node's name, or how it is made from named ones.
  func name(_ position: Int) -> String {
    nodes[position].label.flatMap { $0.path.isEmpty ? nil : $0.path } ?? expression(position)
  }

  /// How a node is made from the nearest named formulas: `totalCost / completedTasks`.
  public func expression(_ position: Int) -> String {
    let node = nodes[position]
    switch node.operation {
    case .constant: return node.number.text
    case .undefined: return "n/a"
    case .input: return node.label?.path ?? ""
    default:
      return node.operation.text(operands(of: position).map { operandText(Int($0)) })
        .withoutBrackets
    }
  }

  private func operandText(_ position: Int) -> String {
    let node = nodes[position]
    if let path = node.label?.path, !path.isEmpty { return path }
    if node.operation == .constant || node.operation == .undefined { return expression(position) }
    return node.operation.text(operands(of: position).map { operandText(Int($0)) })
  }
}

extension Double {
  /// The number as people write it: `3` and not `3.0`.
  var text: String {
    self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)"
  }
}
