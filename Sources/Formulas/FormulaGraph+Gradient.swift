extension FormulaGraph {
  /// How fast a named formula changes with each input, by one backward walk.
  ///
  /// The slope is that of the branch in force: a selection, a minimum or a maximum has the slope of
  /// what it chooses, a rounding has slope 0.
  ///
  /// - Parameter averagesSteps: whether rounding up or down has slope 1 instead, that of a line through
  ///   its steps: what a further task costs in the long run, the next worker and the next person
  ///   counted in part.
  /// - Returns: a slope for each input, in the order of ``inputPaths``; nil where the formula is
  ///   unknown or undefined at the point.
  public func gradient(
    of path: String, at values: Values, averagesSteps: Bool = false
  ) -> [Double]? {
    guard let root = positions[path], !values.numbers[root].isNaN else { return nil }
    let numbers = values.numbers
    var slopes = [Double](repeating: 0, count: root + 1)
    slopes[root] = 1
    for position in stride(from: root, through: 0, by: -1) where slopes[position] != 0 {
      let slope = slopes[position]
      let operands = operands(of: position).map(Int.init)
      func give(_ operand: Int, _ factor: Double) { slopes[operands[operand]] += slope * factor }
      func worth(_ operand: Int) -> Double { numbers[operands[operand]] }
      switch nodes[position].operation {
      case .input, .constant, .undefined, .isLess, .isAtMost: break
      case .floor, .ceil: if averagesSteps { give(0, 1) }
      case .erlangAgents:
        if averagesSteps {
          give(0, Erlang.agentsPerErlang(load: worth(0), agents: numbers[position]))
        }
      case .erlangLate:
        for (operand, slope) in Erlang.slopesOfLate(operands.map { numbers[$0] }) {
          give(operand, slope)
        }
      case .same: give(0, 1)
      case .add, .sum: for operand in operands.indices { give(operand, 1) }
      case .subtract:
        give(0, 1)
        give(1, -1)
      case .multiply:
        give(0, worth(1))
        give(1, worth(0))
      case .divide:
        give(0, 1 / worth(1))
        give(1, -numbers[position] / worth(1))
      case .minimum: give(worth(0) <= worth(1) ? 0 : 1, 1)
      case .maximum: give(worth(0) >= worth(1) ? 0 : 1, 1)
      case .power:
        if worth(1) != 0 { give(0, worth(1) * Elementary.power(worth(0), worth(1) - 1)) }
        if worth(0) > 0 { give(1, numbers[position] * Elementary.log(worth(0))) }
      case .exp: give(0, numbers[position])
      case .log: give(0, 1 / worth(0))
      case .normalCDF: give(0, normalDensity(worth(0)))
      case .select: give(worth(0) != 0 ? 1 : 2, 1)
      }
    }
    return inputs.map { $0 <= root ? slopes[$0] : 0 }
  }
}

/// The standard normal density.
private func normalDensity(_ x: Double) -> Double {
  0.3989422804014327 * Elementary.exp(-0.5 * x * x)
}
