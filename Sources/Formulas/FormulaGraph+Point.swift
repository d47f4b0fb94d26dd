/// What a formula is worth: a finite number, or nothing with the reason.
public enum Reading: Hashable, Sendable {
  case defined(Double)
  case undefined(because: String)

  /// The number, where there is one.
  public var value: Double? { if case .defined(let value) = self { value } else { nil } }

  /// Why there is no number.
  public var reason: String? { if case .undefined(let reason) = self { reason } else { nil } }
}

/// Every formula's value at one point.
public struct Values: Sendable {
  public let graph: FormulaGraph
  /// A value for each node, not a number where it is undefined; never infinite.
  public let numbers: [Double]

  /// The value of a named formula; nil where no formula has the name.
  public subscript(path: String) -> Reading? { graph.positions[path].map(reading) }

  /// The values of a graph that was made from this one by adding formulas, of which only those are
  /// worked out.
  ///
  /// - Parameter point: the same as here; what the graph takes as inputs besides may be any.
  public func continued(in graph: FormulaGraph, at point: [Double]) -> Values {
    graph.values(at: point, after: numbers)
  }

  /// The value of the node at a position.
  public func reading(_ position: Int) -> Reading {
    let number = numbers[position]
    return number.isNaN
      ? .undefined(because: graph.reason(position, numbers)) : .defined(number)
  }
}

extension FormulaGraph {
  /// Evaluates the model at one point.
  ///
  /// - Parameter point: the inputs' values, in the order of ``inputPaths``.
  /// - Undefined: a quotient by 0, a logarithm of 0 or less, a result too large for a number, and
  ///   whatever rests on these. The branch that a selection leaves out does no harm.
  public func values(at point: [Double]) -> Values { values(at: point, after: []) }

  /// - Parameter known: the values of the first nodes, where they are known already.
  fileprivate func values(at point: [Double], after known: [Double]) -> Values {
    precondition(point.count == inputs.count, "a point has a value for each input")
    var numbers = [Double](unsafeUninitializedCapacity: nodes.count) { _, count in count = 0 }
    numbers += known
    var nextInput = known.isEmpty ? 0 : inputs.count { $0 < known.count }
    for position in known.count..<nodes.count {
      let step = step(position)
      let isInput = step.operation == .input
      numbers.append(isInput ? point[nextInput].orNothing : step.result(operands, numbers))
      if isInput { nextInput += 1 }
    }
    return Values(graph: self, numbers: numbers)
  }
}

extension Double {
  /// The number if it is finite, else not a number: a result too large is no result.
  @inline(__always)
  var orNothing: Double { magnitude < .infinity ? self : .nan }
}

extension Operation {
  /// The value of an operation on one or two numbers; not a number where it is undefined.
  func result(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .same: return a
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return b == 0 ? .nan : a / b
    case .minimum: return a.isNaN || b.isNaN ? .nan : b < a ? b : a
    case .maximum: return a.isNaN || b.isNaN ? .nan : b > a ? b : a
    case .floor: return a.rounded(.down)
    case .ceil: return a.rounded(.up)
    case .power: return Elementary.power(a, b)
    case .exp: return Elementary.exp(a)
    case .log: return Elementary.log(a)
    case .normalCDF: return Elementary.normalCDF(a)
    case .isLess: return a.isNaN || b.isNaN ? .nan : a < b ? 1 : 0
    case .isAtMost: return a.isNaN || b.isNaN ? .nan : a <= b ? 1 : 0
    case .input, .constant, .undefined, .sum, .select, .erlangAgents, .erlangLate: return .nan
    }
  }
}
