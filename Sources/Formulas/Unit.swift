/// What a number counts: a product of named units, such as USD / task or min.
///
/// A unit is its *atoms* with whole exponents. Two units measure the same thing when their
/// dimensions agree; their scales may still differ (min and h), and then a conversion is exact:
/// one multiplication or division by a whole number.
///
///     (Unit.money / .task).text(currency: "USD")     // "USD / task"
///     (Unit.minute * .money / .hour).isCompatible(with: .money)   // true
public struct Unit: Hashable, Sendable {
  var exponents: SIMD32<Int8>

  init(exponents: SIMD32<Int8>) { self.exponents = exponents }

  init(_ atom: Atom) {
    exponents = .zero
    exponents[atom.rawValue] = 1
  }

  /// The unit of a plain number.
  public static let one = Unit(exponents: .zero)

  // What the library has for this goes through the exponents one by one.
  public static func == (left: Unit, right: Unit) -> Bool {
    let (a, b) = (left.words, right.words)
    return a.0 == b.0 && a.1 == b.1 && a.2 == b.2 && a.3 == b.3
  }

  public func hash(into hasher: inout Hasher) {
    let words = words
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }

  /// The exponents, eight of them in each.
  private var words: (UInt64, UInt64, UInt64, UInt64) {
    unsafeBitCast(exponents, to: (UInt64, UInt64, UInt64, UInt64).self)
  }

  /// Whether one of its atoms is not its dimension's own: all of those come last, behind the first
  /// sixteen.
  private var hasScaledAtoms: Bool { words.2 | words.3 != 0 }

  public static func * (left: Unit, right: Unit) -> Unit {
    Unit(exponents: left.exponents &+ right.exponents)
  }

  public static func / (left: Unit, right: Unit) -> Unit {
    Unit(exponents: left.exponents &- right.exponents)
  }

  /// Whether both measure the same thing, so that one converts to the other by a factor.
  public func isCompatible(with other: Unit) -> Bool {
    if self == other { return true }
    guard hasScaledAtoms || other.hasScaledAtoms else { return false }
    return Unit(exponents: dimension) == Unit(exponents: other.dimension)
  }

  /// Whether this is a plain number: a share, a factor, a ratio of like things.
  public var isDimensionless: Bool { self == .one || Unit(exponents: dimension) == .one }

  /// The exponents of the dimensions, atoms of one dimension added up.
  var dimension: SIMD32<Int8> {
    guard hasScaledAtoms else { return exponents }
    var sums = exponents
    for atom in Atom.scaled where exponents[atom.rawValue] != 0 {
      sums[atom.rawValue] = 0
      if let dimension = atom.dimension {
        sums[dimension.rawValue] &+= exponents[atom.rawValue]
      }
    }
    return sums
  }

  /// What a value in this unit is multiplied and divided by to stand in `other`: whole numbers both.
  ///
  ///     Unit.minute.conversion(to: .hour)   // (multiplier: 1, divisor: 60)
  public func conversion(to other: Unit) -> (multiplier: Double, divisor: Double) {
    var difference = exponents &- other.exponents
    // A share is a plain number, however often it is one.
    difference[Atom.share.rawValue] = 0
    guard Unit(exponents: difference).hasScaledAtoms else { return (1, 1) }
    var multiplier = 1.0
    var divisor = 1.0
    for atom in Atom.scaled where difference[atom.rawValue] != 0 {
      let (numerator, denominator) = atom.scale
      for _ in 0..<abs(Int(difference[atom.rawValue])) {
        multiplier *= difference[atom.rawValue] > 0 ? numerator : denominator
        divisor *= difference[atom.rawValue] > 0 ? denominator : numerator
      }
    }
    if (multiplier / divisor).isWhole { return (multiplier / divisor, 1) }
    if (divisor / multiplier).isWhole { return (1, divisor / multiplier) }
    return (multiplier, divisor)
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() && self < 9e15 }
}
