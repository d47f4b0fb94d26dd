extension Operation {
  /// How the operation is written on paper, with its operands already written.
  func text(_ operands: [String]) -> String {
    switch self {
    case .input, .constant, .undefined: ""
    case .same: operands[0]
    case .add: "(\(operands[0]) + \(operands[1]))"
    case .subtract: "(\(operands[0]) - \(operands[1]))"
    case .multiply: "\(operands[0]) × \(operands[1])"
    case .divide: "\(operands[0]) / \(operands[1].isProduct ? "(\(operands[1]))" : operands[1])"
    case .sum: "(" + operands.joined(separator: " + ") + ")"
    case .minimum: "min(\(operands[0].withoutBrackets), \(operands[1].withoutBrackets))"
    case .maximum: "max(\(operands[0].withoutBrackets), \(operands[1].withoutBrackets))"
    case .floor: "floor(\(operands[0].withoutBrackets))"
    case .ceil: "ceil(\(operands[0].withoutBrackets))"
    case .power: "\(operands[0].inBrackets) ^ \(operands[1].inBrackets)"
    case .exp: "exp(\(operands[0].withoutBrackets))"
    case .log: "ln(\(operands[0].withoutBrackets))"
    case .normalCDF: "Φ(\(operands[0].withoutBrackets))"
    case .erlangAgents: "agents(\(operands.map(\.withoutBrackets).joined(separator: ", ")))"
    case .erlangLate: "late(\(operands.map(\.withoutBrackets).joined(separator: ", ")))"
    case .isLess: "(\(operands[0]) < \(operands[1]))"
    case .isAtMost: "(\(operands[0]) ≤ \(operands[1]))"
    case .select:
      "(if \(operands[0].withoutBrackets) then \(operands[1].withoutBrackets) "
        + "else \(operands[2].withoutBrackets))"
    }
  }
}

extension String {
  fileprivate var isProduct: Bool { !isOneTerm && (contains(" × ") || contains(" / ")) }
  fileprivate var inBrackets: String { isOneTerm ? self : "(\(self))" }

  /// Whether nothing outside brackets could bind differently: a name, a number, a call, a bracket.
  private var isOneTerm: Bool {
    if hasPrefix("-") { return false }
    var depth = 0
    for character in self {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == " ", depth == 0 { return false }
    }
    return true
  }

  /// The text without the one pair of brackets that encloses all of it.
  var withoutBrackets: String {
    guard first == "(", last == ")" else { return self }
    var depth = 0
    for index in indices {
      if self[index] == "(" { depth += 1 }
      if self[index] == ")" { depth -= 1 }
      if depth == 0, index != self.index(before: endIndex) { return self }
    }
    return String(dropFirst().dropLast())
  }
}
