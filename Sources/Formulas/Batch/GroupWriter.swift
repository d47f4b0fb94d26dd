import Blocks

/// Writes the nodes of one group down in steps, and gives each a block of memory: the same block again
/// to a later node once nobody asks for the earlier one, so that what is in use stays small enough for
/// the processor's own memory.
struct GroupWriter {
  private(set) var group: BatchProgram.Group
  private let dependence: Dependence
  private let uses: Uses
  /// The operand that a node is; -1 where it is none yet.
  private var operands: [Int32]
  private var operandOfTable: [Int: Int] = [:]
  private var free: [Int] = []

  /// - Parameter kept: nodes whose blocks are never handed on.
  init(
    _ dependence: Dependence, _ members: [Int], kept: Set<Int>, group: BatchProgram.Group
  ) {
    self.dependence = dependence
    self.group = group
    uses = Uses(dependence, members, kept: kept)
    operands = Array(repeating: -1, count: dependence.graph.nodes.count)
  }

  /// Writes a node; `place` says where a node of another group lies.
  mutating func write(_ position: Int, _ place: (Int) -> BatchProgram.Place) {
    guard !uses.isInSum[position] else { return }
    let target = block(position)
    let operation = dependence.graph.nodes[position].operation
    let isChecked = dependence.mustBeChecked(position)
    if operation.isSum {
      writeSum(position, target, isChecked, place)
    } else {
      var own = FewOperands()
      for node in dependence.operands(position) { own.append(operand(Int(node), place)) }
      if operation == .divide, let factor = reciprocal(own[1]) {
        step(.multiply, target, [own[0], add(.number(factor))], isChecked)
      } else {
        step(operation.ofBlocks, target, own, isChecked)
      }
    }
    release(after: position)
  }

  /// What to multiply with instead of dividing, where that is the same to the last bit: by powers of two.
  private func reciprocal(_ divisor: Int) -> Double? {
    guard case .number(let number) = group.places[divisor], number.isNormal,
      number.significand == 1, (1 / number).isNormal
    else { return nil }
    return 1 / number
  }

  /// Writes an input that is a multiple of a column, held within a range.
  mutating func write(
    _ position: Int, _ value: Double, times column: BatchProgram.Place,
    within range: ClosedRange<Double>, holds: Interval
  ) {
    let target = block(position)
    step(.multiply, target, [add(column), add(.number(value))], false)
    let product = Interval(value) * holds
    if product.low < range.lowerBound {
      step(.maximum, target, [target, add(.number(range.lowerBound))], false)
    }
    if product.high > range.upperBound {
      step(.minimum, target, [target, add(.number(range.upperBound))], false)
    }
  }

  /// Notes that a node's block goes to a table.
  mutating func export(_ position: Int, to table: Int) {
    group.exports.append((Int(operands[position]), table))
  }

  /// The block of an output, filled from elsewhere where it is none of the group's own.
  mutating func output(_ node: Int, _ place: (Int) -> BatchProgram.Place) -> Int {
    let operand = self.operand(node, place)
    if case .block = group.places[operand] { return operand }
    let target = add(.block)
    step(.copy, target, [operand], false)
    return target
  }

  /// Adds from left to right, products and sums in one step where they come together.
  private mutating func writeSum(
    _ position: Int, _ target: Int, _ isChecked: Bool, _ place: (Int) -> BatchProgram.Place
  ) {
    let factors = dependence.operands(position).map { self.factors(Int($0), place) }
    guard factors.count > 3 || factors.contains(where: { $0.count > 2 }) else {
      return writeShortSum(factors, target, isChecked)
    }
    group.steps.append(
      BlockStep(.sumOfTerms, isChecked: isChecked, target: target, first: factors.count))
    for own in factors { step(.copy, own.count, own, false) }
  }

  /// A term of a sum as its factors.
  private mutating func factors(
    _ term: Int, _ place: (Int) -> BatchProgram.Place
  ) -> FewOperands {
    guard uses.isInSum[term] else { return [operand(term, place)] }
    let parts = dependence.operands(term)
    let (left, right) = (Int(parts[parts.startIndex]), Int(parts[parts.startIndex + 1]))
    // The product among the factors comes first: (a · b) · c is c · (a · b) to the last bit.
    let swaps = uses.isInSum[right] && left != right
    let first = factors(swaps ? right : left, place)
    return first + factors(swaps ? left : right, place)
  }

  private mutating func writeShortSum(_ terms: [FewOperands], _ target: Int, _ isChecked: Bool) {
    var rest = terms[...]
    let first = rest.removeFirst()
    var sum = target
    if first.count == 2, let next = rest.first, next.count == 1 {
      rest.removeFirst()
      step(.multiplyAdd, target, first + next, isChecked && rest.isEmpty)
    } else if first.count == 2 {
      step(.multiply, target, first, false)
    } else {
      sum = first[0]
    }
    while let next = rest.popFirst() {
      if next.count == 2 {
        step(.multiplyAdd, target, next + [sum], isChecked && rest.isEmpty)
      } else if let third = rest.first, third.count == 1 {
        rest.removeFirst()
        step(.addTwice, target, [sum, next[0], third[0]], isChecked && rest.isEmpty)
      } else {
        step(.add, target, [sum, next[0]], isChecked && rest.isEmpty)
      }
      sum = target
    }
    if terms.count == 1, sum != target { step(.copy, target, [sum], false) }
  }

  private mutating func step(
    _ operation: BlockStep.Operation, _ target: Int, _ operands: FewOperands, _ isChecked: Bool
  ) {
    // An operand that a step does not have is the first once more: it may be read, in vain.
    let second = operands.count > 1 ? operands[1] : operands[0]
    let third = operands.count > 2 ? operands[2] : operands[0]
    var scalars: BlockStep.Scalars = []
    if isSingle(operands[0]) { scalars.insert(.first) }
    if isSingle(second) { scalars.insert(.second) }
    if isSingle(third) { scalars.insert(.third) }
    group.steps.append(
      BlockStep(
        operation, scalars: scalars, isChecked: isChecked, target: target, first: operands[0],
        second: second, third: third))
    if operands.count > 3 { step(.copy, target, [operands[3]], false) }
  }

  private func isSingle(_ operand: Int) -> Bool {
    switch group.places[operand] {
    case .single, .number: true
    case .block, .row: false
    }
  }

  private mutating func operand(_ node: Int, _ place: (Int) -> BatchProgram.Place) -> Int {
    if operands[node] >= 0 { return Int(operands[node]) }
    let operand = add(place(node))
    operands[node] = Int32(operand)
    return operand
  }

  /// A place for an operand, and only one for a table.
  private mutating func add(_ place: BatchProgram.Place) -> Int {
    if let table = place.table {
      if let operand = operandOfTable[table] { return operand }
      operandOfTable[table] = group.places.count
    }
    group.places.append(place)
    return group.places.count - 1
  }

  private mutating func block(_ node: Int) -> Int {
    let block = free.popLast() ?? add(.block)
    operands[node] = Int32(block)
    return block
  }

  private mutating func release(after position: Int) {
    for node in uses.endings.after(position)
    where !uses.isInSum[Int(node)] && operands[Int(node)] >= 0 {
      free.append(Int(operands[Int(node)]))
    }
  }
}
