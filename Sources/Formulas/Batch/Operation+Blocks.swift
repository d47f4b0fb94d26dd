import Blocks

extension Operation {
  var isSum: Bool { self == .add || self == .sum }

  /// The step that does it; sums are written term by term, what has no operands is no step.
  var ofBlocks: BlockStep.Operation {
    switch self {
    case .input, .constant, .undefined, .same, .sum: .copy
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .minimum: .minimum
    case .maximum: .maximum
    case .floor: .floor
    case .ceil: .ceil
    case .power: .power
    case .exp: .exp
    case .log: .log
    case .normalCDF: .normalCDF
    case .erlangAgents: .erlangAgents
    case .erlangLate: .erlangLate
    case .isLess: .isLess
    case .isAtMost: .isAtMost
    case .select: .select
    }
  }
}

extension Dependence {
  /// Whether a node is a product that is finite wherever its factors are.
  func isPlainProduct(_ position: Int) -> Bool {
    graph.nodes[position].operation == .multiply && move(position) == nil
      && !mustBeChecked(position)
  }
}
