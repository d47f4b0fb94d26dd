/// One step of a program on blocks: an operation on up to three operands, into a block.
///
/// Operands are numbers of blocks in a table of addresses. Its layout is part of the contract between
/// who writes a program and the machine that runs it, which may be compiled for another processor.
public struct BlockStep: Sendable {
  /// What a step does.
  public enum Operation: UInt8, Sendable {
    case copy
    case add, subtract, multiply, divide
    /// (first + second) + third.
    case addTwice
    /// first · second + third, rounded after each.
    case multiplyAdd
    case minimum, maximum
    case isLess, isAtMost
    case select
    /// The sum of as many terms as `first` says, each a product of one to three operands. The terms
    /// stand behind it as steps of their own, their target the number of factors.
    case sumOfTerms
    case floor, ceil
    case power, exp, log, normalCDF
    /// These have a fourth operand, the first of the step behind.
    case erlangAgents, erlangLate
  }

  /// Which operands are one number for the whole block, kept once for each lane.
  public struct Scalars: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let first = Scalars(rawValue: 1)
    public static let second = Scalars(rawValue: 2)
    public static let third = Scalars(rawValue: 4)
  }

  public let operation: Operation
  public var scalars: Scalars
  /// Whether a result may fail to be a finite number, or an operand of a comparison to be a number, so
  /// that it must be looked at.
  public let isChecked: Bool
  public let target: Int32
  public let first: Int32
  public let second: Int32
  public let third: Int32

  public init(
    _ operation: Operation, scalars: Scalars = [], isChecked: Bool = false, target: Int,
    first: Int, second: Int = 0, third: Int = 0
  ) {
    self.operation = operation
    self.scalars = scalars
    self.isChecked = isChecked
    self.target = Int32(target)
    self.first = Int32(first)
    self.second = Int32(second)
    self.third = Int32(third)
  }
}
