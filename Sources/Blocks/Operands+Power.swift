/// Powers.
extension Operands {
  /// A power in two loops: in one, each number would wait too long for what comes before it.
  @inline(__always)
  func power(_ scratch: UnsafeMutablePointer<Double>) {
    let (base, exponent, logarithm) = (scratch, scratch + size, scratch + 2 &* size)
    spread(first, base)
    spread(second, exponent)
    for index in 0..<size {
      logarithm[index] = Elementary.powerLogarithm(base[index], exponent[index])
    }
    for index in 0..<size {
      target[index] =
        Elementary.power(base[index], exponent[index], logarithm: logarithm[index]).orNothing
    }
  }

  /// The power with an exponent that is the same for the whole block, where that is a product of
  /// squares: the same operations as for one number, and no logarithms.
  ///
  /// - Returns: whether it was.
  @inline(__always)
  func wholePower() -> Bool {
    let exponent = second.vector(0)[0]
    let whole = Elementary.wholePart(exponent)
    guard whole.isMultiplied else { return false }
    typealias Mask = SIMDMask<Vector.MaskStorage>
    let takesFour = Mask(repeating: whole.bits & 4 != 0)
    let takesTwo = Mask(repeating: whole.bits & 2 != 0)
    let takesOne = Mask(repeating: whole.bits & 1 != 0)
    let ofNegative = Vector(repeating: exponent == 0 ? 1 : .nan)
    let (zero, none) = (Vector(repeating: 0), Vector(repeating: 1))
    map { base, _, _ in
      let square = base * base
      let four = none.replacing(with: square * square, where: takesFour)
      let two = none.replacing(with: square, where: takesTwo)
      let one = none.replacing(with: base, where: takesOne)
      let product = four * two * one + zero
      return product.replacing(with: ofNegative, where: base .< zero).orNothing
    }
    return true
  }
}
