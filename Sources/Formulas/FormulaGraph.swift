/// The whole model as a list of formulas in order of evaluation, each one stored once.
///
/// Built from the formulas that are wanted; whatever they rest on comes along. Equal
/// subexpressions become one node. Every *reading* (``values(at:)``, ``gradient(of:at:)``,
/// ``bounds(over:)``, ``explain(_:at:)``) is a walk over ``nodes``.
public struct FormulaGraph: Sendable {
  /// One step of the evaluation; its operands are earlier steps.
  public struct Node: Sendable {
    public let operation: Operation
    /// Where the operands stand in ``FormulaGraph/operands``.
    let operandRange: Range<Int>
    /// The value of a constant.
    public let number: Double
    public internal(set) var unit: Unit
    public internal(set) var label: Label?
  }

  public internal(set) var nodes: [Node] = []
  /// The operands of all nodes, as positions in ``nodes``.
  var operands: [Int32] = []
  /// The positions of the input nodes in order of first use: the shape of a point.
  public internal(set) var inputs: [Int] = []
  /// The position of each named formula.
  public internal(set) var positions = PathTable()
  /// The names in order of evaluation.
  public var paths: [String] { positions.paths }

  /// The positions of a node's operands.
  public func operands(of position: Int) -> ArraySlice<Int32> {
    operands[nodes[position].operandRange]
  }

  /// The paths of the inputs, in the order in which a point lists their values.
  public var inputPaths: [String] { inputs.map { nodes[$0].label?.path ?? "" } }
}
