/// What a formula does with its operands: a dozen primitives, from which everything is built.
public enum Operation: UInt8, Sendable, CaseIterable {
  /// A named quantity that is given from outside.
  case input
  /// A number that is part of the model.
  case constant
  /// No value at all, with the reason in the node's sentence.
  case undefined
  /// Another formula under a second name.
  case same
  case add, subtract, multiply, divide
  /// The sum of any number of operands, added from left to right.
  case sum
  case minimum, maximum
  case floor, ceil
  case power, exp, log
  /// The standard normal distribution function.
  case normalCDF
  /// The least number of agents that answer a share of arrivals in time: of a load in erlangs, the
  /// share, the time and the rate of leaving, both relative to the handle time.
  case erlangAgents
  /// The share of arrivals that is not answered in time: of a load, the agents, the time and the rate of
  /// leaving.
  case erlangLate
  /// 1 where the first operand is less than the second, else 0.
  case isLess
  /// 1 where the first operand is at most the second, else 0.
  case isAtMost
  /// The second operand where the first is not 0, else the third; the other is not looked at.
  case select
}
