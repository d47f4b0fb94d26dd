/// A sum of many products, worked out for a few vectors at a time so that the sum itself stays in
/// registers while the terms are added from left to right.
struct SumOfTerms {
  private let terms: UnsafePointer<BlockStep>
  private let termCount: Int
  private let blocks: UnsafePointer<UnsafeMutablePointer<Double>>
  private let isChecked: Bool

  @inline(__always)
  init(
    _ terms: UnsafePointer<BlockStep>, _ termCount: Int,
    _ blocks: UnsafePointer<UnsafeMutablePointer<Double>>, _ isChecked: Bool
  ) {
    self.terms = terms
    self.termCount = termCount
    self.blocks = blocks
    self.isChecked = isChecked
  }

  @inline(__always)
  func work(_ target: UnsafeMutablePointer<Double>, _ count: Int) {
    var place = 0
    while place < count {
      // What several terms begin with is read once.
      var shared = terms[0].first
      var first = operand(shared, terms[0].scalars.contains(.first), place)
      var sum = value(terms[0], first, place)
      var index = 1
      while index < termCount {
        if terms[index].first != shared {
          shared = terms[index].first
          first = operand(shared, terms[index].scalars.contains(.first), place)
        }
        let term = value(terms[index], first, place)
        sum = Lanes(a: sum.a + term.a, b: sum.b + term.b, c: sum.c + term.c, d: sum.d + term.d)
        index &+= 1
      }
      if isChecked {
        sum = Lanes(
          a: sum.a.orNothing, b: sum.b.orNothing, c: sum.c.orNothing, d: sum.d.orNothing)
      }
      sum.store(target, place)
      place &+= Lanes.vectors
    }
  }

  @inline(__always)
  private func value(_ term: BlockStep, _ product: Lanes, _ place: Int) -> Lanes {
    if term.target == 1 { return product }
    // What is one number for the whole block stays in a register, in the forms that are common.
    if term.scalars.rawValue == 6 {
      let first = times(product, number(term.second))
      return term.target == 2 ? first : times(first, number(term.third))
    }
    if term.scalars.rawValue == 2, term.target == 2 { return times(product, number(term.second)) }
    let first = times(product, operand(term.second, term.scalars.contains(.second), place))
    return term.target == 2
      ? first : times(first, operand(term.third, term.scalars.contains(.third), place))
  }

  @inline(__always)
  private func number(_ index: Int32) -> Lanes {
    let one = Vector(repeating: blocks[Int(index)][0])
    return Lanes(a: one, b: one, c: one, d: one)
  }

  @inline(__always)
  private func times(_ left: Lanes, _ right: Lanes) -> Lanes {
    Lanes(a: left.a * right.a, b: left.b * right.b, c: left.c * right.c, d: left.d * right.d)
  }

  @inline(__always)
  private func operand(_ index: Int32, _ isScalar: Bool, _ place: Int) -> Lanes {
    Operand(blocks[Int(index)], isScalar: isScalar)[place]
  }
}
