extension Erlang {
  /// How many agents a further erlang takes in the long run.
  ///
  ///     A + β√A agents keep a service level      slope = 1 + β / (2√A) = 1 + (n − A) / (2A)
  ///
  /// - Source: square-root staffing, Halfin and Whitt 1981.
  static func agentsPerErlang(load: Double, agents: Double) -> Double {
    load > 0 ? 1 + (agents - load) / (2 * load) : 1
  }

  /// How fast the late share changes with each operand but the agents, which move in whole steps.
  ///
  /// Central differences of fourth order, good to nine digits; at the end of where an operand can be,
  /// those to one side.
  static func slopesOfLate(_ operands: [Double]) -> [(operand: Int, slope: Double)] {
    [0, 2, 3].map { operand in
      let value = operands[operand]
      func late(_ shift: Double) -> Double {
        var moved = operands
        moved[operand] += shift
        return Erlang.late(load: moved[0], agents: moved[1], wait: moved[2], leaving: moved[3])
      }
      guard value > 0 else {
        let step = 1e-7
        return (operand, (4 * late(step) - 3 * late(0) - late(2 * step)) / (2 * step))
      }
      // Where nobody leaves, a load above the agents is another matter.
      let room = operand == 0 && operands[3] == 0 ? abs(operands[1] - value) : value
      let step = 1e-4 * min(value, room)
      guard step > 0 else { return (operand, 0) }
      let slope = 8 * (late(step) - late(-step)) - (late(2 * step) - late(-2 * step))
      return (operand, slope / (12 * step))
    }
  }
}
