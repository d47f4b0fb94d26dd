/// The operands of one step, of which there are four at most: a list that takes no memory of its own.
struct FewOperands: ExpressibleByArrayLiteral {
  private(set) var count = 0
  private var places = SIMD4<Int32>.zero

  init() {}

  init(arrayLiteral operands: Int...) {
    for operand in operands { append(operand) }
  }

  subscript(index: Int) -> Int { Int(places[index]) }

  mutating func append(_ operand: Int) {
    places[count] = Int32(operand)
    count += 1
  }

  static func + (left: FewOperands, right: FewOperands) -> FewOperands {
    var all = left
    for index in 0..<right.count { all.append(right[index]) }
    return all
  }
}
