/// A graph prepared for a grid: what depends on which axes, in steps on blocks.
///
/// Nodes are grouped by the axes that they depend on. A group is worked out once for each combination
/// of just those axes; what rests on no axis is a number, and what no output needs is left out.
struct BatchProgram: Sendable {
  /// The nodes that depend on the same axes.
  struct Group: Sendable {
    let axes: AxisSet
    var steps: [BlockStep] = []
    /// Numbers that are the same everywhere, by slot.
    var constants: [(slot: Int, value: Double)] = []
    /// Results of earlier groups and values of inputs, by slot.
    var imports: [(slot: Int, table: Int)] = []
    /// What later groups ask for: a slot, and the table that takes it.
    var exports: [(slot: Int, table: Int)] = []
    var slotCount = 0
  }

  /// What a table holds: the values of an input along its axis, or the results of a group.
  struct Table: Sendable {
    let axes: AxisSet
    let input: Int?
  }

  /// In an order in which each rests on earlier ones; the last depends on all axes.
  var groups: [Group] = []
  var tables: [Table] = []
  /// The slot of each output in the last group.
  var outputs: [Int] = []
}

extension BatchProgram {
  /// Prepares the wanted nodes for a grid around a point.
  init(_ graph: FormulaGraph, around values: Values, grid: Grid, wanted: [Int]) {
    var builder = BatchBuilder(graph, values, grid)
    builder.spread(wanted)
    builder.write(wanted)
    self = builder.program
  }
}
