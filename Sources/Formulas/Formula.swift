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
  private(set) var node: FormulaNode

  init(node: FormulaNode) { self.node = node }

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
  // What changes does so only while no one else can see the node: it is named as soon as it is made,
  // and loses its operands while it is released.
  /// Up to two operands stand here, for an array of its own would cost each node twice.
  private(set) nonisolated(unsafe) var first: FormulaNode?
  private(set) nonisolated(unsafe) var second: FormulaNode?
  /// The operands after the second.
  private(set) nonisolated(unsafe) var rest: [FormulaNode]
  /// How many steps stand one above the other, this one included.
  private let height: Int
  let number: Double
  private(set) nonisolated(unsafe) var unit: Unit
  private(set) nonisolated(unsafe) var label: Label?
  let fault: UnitFault?

  init(
    _ operation: Operation, _ operands: [FormulaNode] = [], number: Double = 0, unit: Unit,
    label: Label? = nil, fault: UnitFault? = nil
  ) {
    self.operation = operation
    first = operands.first
    second = operands.count > 1 ? operands[1] : nil
    rest = operands.count > 2 ? Array(operands[2...]) : []
    height = operands.reduce(0) { max($0, $1.height) } + 1
    self.number = number
    self.unit = unit
    self.label = label
    self.fault = fault
  }

  init(
    _ operation: Operation, _ first: FormulaNode, _ second: FormulaNode?, unit: Unit,
    fault: UnitFault?
  ) {
    self.operation = operation
    self.first = first
    self.second = second
    rest = []
    height = max(first.height, second?.height ?? 0) + 1
    number = 0
    self.unit = unit
    label = nil
    self.fault = fault
  }

  /// The same step under a name and in a unit.
  init(_ node: FormulaNode, unit: Unit, label: Label) {
    operation = node.operation
    first = node.first
    second = node.second
    rest = node.rest
    height = node.height
    number = node.number
    self.unit = unit
    self.label = label
    fault = node.fault
  }

  /// Gives the node a name and a unit, where only one formula has it.
  func name(_ label: Label, unit: Unit) {
    self.label = label
    self.unit = unit
  }

  var operandCount: Int { (first == nil ? 0 : 1) + (second == nil ? 0 : 1) + rest.count }

  func operand(_ index: Int) -> FormulaNode {
    index == 0 ? first! : index == 1 ? second! : rest[index - 2]
  }

  var operands: [FormulaNode] { (0..<operandCount).map(operand) }

  /// Up to this height the runtime may release a formula in its own way, which is quicker.
  private static let shallow = 500

  /// Releases what only this node holds, one after the other; left to itself, each node would
  /// release the next inside its own release, and a long chain would overflow the stack.
  deinit {
    guard height > Self.shallow else { return }
    var released = takeOperands()
    while var node = released.popLast() {
      if isKnownUniquelyReferenced(&node) { released += node.takeOperands() }
    }
  }

  private func takeOperands() -> [FormulaNode] {
    defer { (first, second, rest) = (nil, nil, []) }
    return operands
  }
}

extension Formula {
  init(
    _ operation: Operation, _ operands: [Formula], unit: Unit, fault: UnitFault? = nil
  ) {
    node = FormulaNode(operation, operands.map(\.node), unit: unit, fault: fault)
  }

  init(
    _ operation: Operation, _ first: Formula, _ second: Formula? = nil, unit: Unit,
    fault: UnitFault? = nil
  ) {
    node = FormulaNode(operation, first.node, second?.node, unit: unit, fault: fault)
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
  public consuming func named(
    _ path: String, _ sentence: String = "", _ unit: Unit? = nil
  ) -> Formula {
    if let unit { self = converted(to: unit, as: path) }
    let label = Label(path: path, sentence: sentence)
    let unit = unit ?? node.unit
    guard node.label == nil, node.operation != .undefined else {
      return Formula(node: FormulaNode(.same, [node], unit: unit, label: label))
    }
    // Most formulas are named where they are written, and need no second node for it.
    guard isKnownUniquelyReferenced(&node) else {
      return Formula(node: FormulaNode(node, unit: unit, label: label))
    }
    node.name(label, unit: unit)
    return self
  }
}

extension Formula: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .constant(value) }
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
