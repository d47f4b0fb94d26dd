/// One node of the model: an input, a number or an operation on other formulas, with its unit.
///
/// A formula is an immutable value that shares its operands; writing `price * quantity` builds the
/// node and checks its unit, and computes nothing. What a formula is worth is a *reading* of the
/// ``FormulaGraph`` made from it.
///
/// A formula never branches on a number; it selects. That is what lets one formula be read as a
/// value, a gradient, an interval, a spreadsheet cell.
///
///     let price = Formula.input("price", unit: .money / .call)
///     let calls = Formula.input("calls", unit: .call / .month)
///     let cost = (price * calls).named("cost", "what the calls cost a month", .money / .month)
public struct Formula: Sendable {
  let node: FormulaNode

  /// What the formula's value counts.
  public var unit: Unit { node.unit }

  /// The name it is found by, if it carries one.
  public var path: String? { node.label?.path }
}

/// The name of a formula and the sentence that says what it is.
public struct Label: Hashable, Sendable {
  public let path: String
  public let sentence: String
}

/// A formula's storage, shared by all formulas that are made from it.
final class FormulaNode: Sendable {
  let operation: Operation
  let operands: [FormulaNode]
  let number: Double
  let unit: Unit
  let label: Label?
  let fault: UnitFault?

  init(
    _ operation: Operation, _ operands: [FormulaNode] = [], number: Double = 0, unit: Unit,
    label: Label? = nil, fault: UnitFault? = nil
  ) {
    self.operation = operation
    self.operands = operands
    self.number = number
    self.unit = unit
    self.label = label
    self.fault = fault
  }
}

extension Formula {
  init(
    _ operation: Operation, _ operands: [Formula], unit: Unit, fault: UnitFault? = nil
  ) {
    node = FormulaNode(operation, operands.map(\.node), unit: unit, fault: fault)
  }

  /// A quantity that is given from outside, found by its path.
  public static func input(_ path: String, _ sentence: String = "", unit: Unit) -> Formula {
    Formula(
      node: FormulaNode(.input, unit: unit, label: Label(path: path, sentence: sentence)))
  }

  /// A number that is part of the model.
  public static func constant(_ value: Double, unit: Unit = .one) -> Formula {
    Formula(node: FormulaNode(.constant, number: value, unit: unit))
  }

  /// No value, and why: what a ``select(_:then:otherwise:)`` falls to where the model says nothing.
  public static func undefined(because reason: String, unit: Unit = .one) -> Formula {
    Formula(
      node: FormulaNode(
        .undefined, number: .nan, unit: unit, label: Label(path: "", sentence: reason)))
  }

  /// The same formula under a name, in the unit that readers should see.
  ///
  /// A unit of another scale is converted to; one that measures something else is a fault, reported
  /// with both units when the graph is built.
  public func named(_ path: String, _ sentence: String = "", _ unit: Unit? = nil) -> Formula {
    let formula = unit.map { converted(to: $0, as: path) } ?? self
    let label = Label(path: path, sentence: sentence)
    let old = formula.node
    guard old.label == nil, old.operation != .undefined else {
      return Formula(node: FormulaNode(.same, [old], unit: unit ?? formula.unit, label: label))
    }
    return Formula(
      node: FormulaNode(
        old.operation, old.operands, number: old.number, unit: unit ?? formula.unit, label: label,
        fault: old.fault))
  }
}

extension Formula: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .constant(value) }
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
