extension Formula {
  public static func + (left: Formula, right: Formula) -> Formula {
    let (right, fault) = right.matched(to: left, by: "add")
    return Formula(.add, left, right, unit: left.unit, fault: fault)
  }

  public static func - (left: Formula, right: Formula) -> Formula {
    let (right, fault) = right.matched(to: left, by: "subtract")
    return Formula(.subtract, left, right, unit: left.unit, fault: fault)
  }

  public static func * (left: Formula, right: Formula) -> Formula {
    Formula(.multiply, left, right, unit: left.unit * right.unit)
  }

  /// A quotient; undefined where the divisor is 0.
  public static func / (left: Formula, right: Formula) -> Formula {
    Formula(.divide, left, right, unit: left.unit / right.unit)
  }

  /// The total of the terms, in the first one's unit; of none at all, 0 in `unit`.
  public static func sum(_ terms: [Formula], unit: Unit) -> Formula {
    guard let first = terms.first else { return .constant(0, unit: unit) }
    guard terms.count > 1 else { return first.converted(to: unit, as: "sum") }
    var fault: UnitFault?
    let matched = terms.map { term in
      let (matched, own) = term.matched(to: first, by: "add")
      fault = fault ?? own
      return matched.node
    }
    return Formula(node: FormulaNode(.sum, matched, unit: first.unit, fault: fault))
      .converted(to: unit, as: "sum")
  }

  /// The product of plain numbers; of none at all, 1.
  public static func product(_ factors: [Formula]) -> Formula {
    guard factors.count > 1 else { return factors.first ?? 1 }
    let middle = factors.count / 2
    return product(Array(factors[..<middle])) * product(Array(factors[middle...]))
  }

  /// The smaller of two.
  public static func min(_ left: Formula, _ right: Formula) -> Formula {
    let (right, fault) = right.matched(to: left, by: "compare")
    return Formula(.minimum, left, right, unit: left.unit, fault: fault)
  }

  /// The larger of two.
  public static func max(_ left: Formula, _ right: Formula) -> Formula {
    let (right, fault) = right.matched(to: left, by: "compare")
    return Formula(.maximum, left, right, unit: left.unit, fault: fault)
  }

  /// The whole number at or below.
  public static func floor(_ value: Formula) -> Formula {
    Formula(.floor, value, unit: value.unit)
  }

  /// The whole number at or above.
  public static func ceil(_ value: Formula) -> Formula {
    Formula(.ceil, value, unit: value.unit)
  }

  /// e to the power of a plain number.
  public static func exp(_ value: Formula) -> Formula {
    Formula(.exp, value, unit: .one, fault: value.faultUnlessPlain(in: "exp"))
  }

  /// The natural logarithm of a plain number; undefined at 0 and below.
  public static func log(_ value: Formula) -> Formula {
    Formula(.log, value, unit: .one, fault: value.faultUnlessPlain(in: "log"))
  }

  /// The standard normal distribution function of a plain number.
  public static func normalCDF(_ value: Formula) -> Formula {
    Formula(.normalCDF, value, unit: .one, fault: value.faultUnlessPlain(in: "normalCDF"))
  }

  /// A plain number to the power of a plain number.
  public static func pow(_ base: Formula, _ exponent: Formula) -> Formula {
    Formula(
      .power, base, exponent, unit: .one,
      fault: base.faultUnlessPlain(in: "pow") ?? exponent.faultUnlessPlain(in: "pow"))
  }

  /// The least number of agents in a queue that answer a share of all who come within a wait.
  ///
  /// - Parameters:
  ///   - load: arrivals in a handle time, in erlangs.
  ///   - level: the share to be answered in time.
  ///   - wait: what counts as in time, a multiple of the handle time.
  ///   - leaving: handle time / patience, 0 where nobody leaves.
  /// - Undefined: a level of 1, a load of more than a million.
  public static func erlangAgents(
    load: Formula, level: Formula, wait: Formula, leaving: Formula
  ) -> Formula {
    Formula(.erlangAgents, plain: [load, level, wait, leaving])
  }

  /// The share of all who come to a queue that is not answered within a wait.
  ///
  /// With a wait of 0 the probability of waiting, with an endless one the share that leaves.
  public static func erlangLate(
    load: Formula, agents: Formula, wait: Formula, leaving: Formula
  ) -> Formula {
    Formula(.erlangLate, plain: [load, agents, wait, leaving])
  }

  private init(_ operation: Operation, plain operands: [Formula]) {
    let faults = operands.lazy.compactMap { $0.faultUnlessPlain(in: "\(operation)") }
    self.init(operation, operands, unit: .one, fault: faults.first)
  }

  /// 1 where this is less than the other, else 0.
  public func isLess(than other: Formula) -> Formula {
    let (other, fault) = other.matched(to: self, by: "compare")
    return Formula(.isLess, self, other, unit: .one, fault: fault)
  }

  /// 1 where this is at most the other, else 0.
  public func isAtMost(_ other: Formula) -> Formula {
    let (other, fault) = other.matched(to: self, by: "compare")
    return Formula(.isAtMost, self, other, unit: .one, fault: fault)
  }

  /// 1 where this reaches the other, else 0.
  public func isAtLeast(_ other: Formula) -> Formula {
    let (other, fault) = other.matched(to: self, by: "compare")
    return Formula(.isAtMost, other, self, unit: .one, fault: fault)
  }

  /// One of two formulas; the one not chosen may be undefined without harm.
  public static func select(
    _ condition: Formula, then: Formula, otherwise: Formula
  ) -> Formula {
    let (otherwise, fault) = otherwise.matched(to: then, by: "select between")
    return Formula(.select, [condition, then, otherwise], unit: then.unit, fault: fault)
  }
}

extension Formula {
  /// How many of a unit this is, as a plain number: 3 for 3 calls an attempt.
  public func number(of target: Unit) -> Formula {
    let inTarget = self.expressed(in: target)
    return Formula(.same, inTarget, unit: .one, fault: inTarget.node.fault)
  }

  /// A plain number read as so many of a unit.
  public func counted(in target: Unit) -> Formula {
    Formula(.same, self, unit: target, fault: faultUnlessPlain(in: "counted(in:)"))
  }
}
