import Blocks

/// A graph prepared for a grid: what depends on which axes, in steps on blocks.
///
/// Nodes are grouped by the axes that they depend on. A group is worked out once for each combination
/// of just those axes; what rests on no axis is a number, and what no output needs is left out.
struct BatchProgram: Sendable {
  /// The nodes that depend on the same axes.
  struct Group: Sendable {
    let axes: AxisSet
    /// Whether it is worked out row by row of its fastest axis, so that what does not move along that
    /// axis is a single number; where rows are short, blocks reach over several of them.
    let goesByRows: Bool
    var steps: [BlockStep] = []
    /// Where each operand of a step lies.
    var places: [Place] = []
    /// What later groups ask for: an operand, and the table that takes it.
    var exports: [(operand: Int, table: Int)] = []
  }

  /// Where an operand lies.
  enum Place: Sendable {
    /// In a block of its own, written by steps.
    case block
    /// In a table, along the fastest axis.
    case row(table: Int)
    /// In a table, one number for a whole row.
    case single(table: Int)
    /// Nowhere but here: the same number everywhere.
    case number(Double)
  }

  /// What a table holds: a column of an axis, or the results of a group.
  struct Table: Sendable {
    let axes: AxisSet
    let column: Grid.Column?
  }

  /// In an order in which each rests on earlier ones; the last depends on all axes.
  var groups: [Group] = []
  var tables: [Table] = []
  /// The operand of each output in the last group; all of them are blocks.
  var outputs: [Int] = []
}

extension BatchProgram {
  /// Prepares the wanted nodes for a grid around a point.
  init(_ graph: FormulaGraph, around values: Values, grid: Grid, wanted: [Int]) {
    var builder = BatchBuilder(graph, values, grid, wanted)
    builder.write(wanted)
    self = builder.program
  }
}
