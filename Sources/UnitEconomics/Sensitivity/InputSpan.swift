import Formulas

/// How far an input is moved to either side of where it stands.
public struct InputSpan: Sendable, Equatable {
  /// Why just so far.
  public enum Basis: String, Sendable {
    /// The range that its author states.
    case stated
    /// A tenth, for no range is stated.
    case assumed
    /// One more and one fewer, for only whole numbers mean anything.
    case oneStep
  }

  public let low: Double
  public let high: Double
  public let basis: Basis

  /// The part of an input by which it is moved where no range is stated.
  public static let assumedPart = 0.1

  init(_ input: Input) {
    if let range = input.range {
      (low, high, basis) = (range.low, range.high, .stated)
      return
    }
    let step = input.domain.isWhole ? 1 : Self.assumedPart * input.fullStep
    low = input.domain.held(input.value - step)
    high = input.domain.held(input.value + step)
    basis = input.domain.isWhole ? .oneStep : .assumed
  }
}

extension Input {
  /// What a hundred per cent of the input is: its value, or what a share leaves where that is less.
  ///
  /// So 99.9 % of availability and 0.1 % of downtime are moved by the same, and a tenth of them is a
  /// hundredth of a per cent. A share that something is divided by, such as an occupancy, has no
  /// meaningful rest and is moved by parts of itself.
  public var fullStep: Double {
    hasRest ? min(value, 1 - value) : abs(value)
  }

  /// Whether it is a part of a whole whose rest means something too.
  private var hasRest: Bool {
    unit == .share && domain.low == 0 && domain.high == 1 && !domain.excludesLow && value <= 1
  }

  /// Whether ``fullStep`` is what it leaves and not what it is.
  public var isJudgedByRest: Bool { hasRest && 1 - value < value }
}
