/// How the draws of one uncertain number are made: where its uniform numbers come from, and what
/// distribution they are turned into.
///
/// Its layout is part of the contract between who writes a plan and the machine that follows it, which
/// may be compiled for another processor. What it points to must outlive it.
public struct DrawPlan: @unchecked Sendable {
  /// What a uniform number is turned into.
  public enum Shape: UInt8, Sendable {
    /// `low + width · u`, with low and width as first and second parameter.
    case uniform
    /// `mean + sd · z`.
    case normal
    /// `exp(mu + sigma · z)`.
    case lognormal
    /// Low, high, mode.
    case triangular
    /// A polynomial in each cell of a ``QuantileGrid``.
    case cells
    /// Values that are taken with probabilities of their own: `numbers` has, for each of `count`
    /// values, up to which cumulative probability it is taken, then the values.
    case steps
  }

  /// Where uniform numbers come from.
  public enum Source: UInt8, Sendable {
    case random
    /// Of each replicate's draws one in each of as many equal parts, in an order of its own.
    case latin
    /// Points of a digital net, scrambled anew for each replicate.
    case sobol
  }

  public var shape: Shape
  public var source = Source.random
  /// A replicate of a source that is not random has 2 to the power of so many draws.
  public var replicateBits: UInt8 = 0
  public let seed: UInt64
  public let stream: UInt64
  public var first: Double
  public var second: Double
  public var third: Double
  /// What the numbers are held within, for the last bit.
  public var low: Double
  public var high: Double
  public var numbers: UnsafePointer<Double>?
  public var count = 0
  /// The direction numbers of a digital net, 32 of them.
  public var directions: UnsafePointer<UInt64>?
  /// Where it is correlated: the plans of the independent numbers that it is a mixture of, and how
  /// much of each.
  public var factors: UnsafePointer<DrawPlan>?
  public var weights: UnsafePointer<Double>?
  public var factorCount = 0

  public init(
    _ shape: Shape, seed: UInt64, stream: UInt64, _ first: Double = 0, _ second: Double = 0,
    _ third: Double = 0, within range: ClosedRange<Double>
  ) {
    self.shape = shape
    self.seed = seed
    self.stream = stream
    self.first = first
    self.second = second
    self.third = third
    low = range.lowerBound
    high = range.upperBound
  }
}

/// The cells in which a quantile function is a polynomial each: narrower and narrower towards both
/// ends, where quantile functions bend most.
///
/// A share below ½ lies in one of 52 octaves, each cut in ``cellsPerOctave``; a share above ½ is looked up
/// by what it leaves of 1.
public enum QuantileGrid {
  public static let cellsPerOctave = 8
  public static let octaves = 52
  public static let coefficientCount = 6
  /// From the first coefficient of a cell to that of the next: a line of the processor's memory.
  public static let stride = 8
  /// Cells of one side.
  public static let cellCount = cellsPerOctave * octaves
  private static let cellBits: UInt64 = 3

  /// The cell of a share of at most ½, and the place in it from -1 to 1.
  @inline(__always)
  static func cell(_ share: Double) -> (cell: Int64, place: Double) {
    let bits = Elementary.same(share, as: UInt64.self)
    let cell = (bits &>> (52 - cellBits)) &- 0x3CA &* 8
    let rest = bits & (1 &<< (52 - cellBits) - 1)
    let place = Elementary.same(
      rest &<< cellBits | 0x3FF0_0000_0000_0000, as: Double.self)
    return (Int64(bitPattern: cell), 2 * place - 3)
  }

  /// Where a cell begins, and how wide it is.
  public static func cell(at index: Int) -> (start: Double, width: Double) {
    let (octave, part) = index.quotientAndRemainder(dividingBy: cellsPerOctave)
    let start = 0x1p-53 * Double(UInt64(1) << UInt64(octave))
    let width = start / Double(cellsPerOctave)
    return (start + Double(part) * width, width)
  }
}
