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
    case .input: return "\(name(position)) is not a finite number"
    default: return "\(name(position)) is too large for a number"
    }
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
