/// An operand whose numbers come from a table.
struct BlockSource: @unchecked Sendable {
  let operand: Int
  let column: Grid.Column?
  // Written before any group runs that reads it.
  let memory: UnsafeMutablePointer<Double>?
  /// How far apart its numbers are along each axis of the group.
  let strides: [Int]
  let isRow: Bool

  var moves: Bool { strides.last == 1 }

  /// What works its numbers out, where they are not in memory.
  var filler: Grid.Filler? {
    if case .computed(_, let filler)? = column { filler } else { nil }
  }

  /// Writes the numbers of a stretch, whether they move along it or not.
  func copy(
    _ range: Range<Int>, from offset: Int, to target: UnsafeMutablePointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>
  ) {
    let first = offset + (moves ? range.lowerBound : 0)
    let count = moves ? range.count : 1
    if let filler {
      filler.fill(first..<first + count, target, scratch)
    } else if let memory {
      target.update(from: memory + first, count: count)
    }
    if !moves { target.update(repeating: target[0], count: range.count) }
  }
}

/// A source as a row is prepared with it: plain numbers and addresses, nothing to be counted.
struct FlatSource {
  let operand: Int
  let memory: UnsafeMutablePointer<Double>?
  let isRow: Bool
  /// What works its numbers out, where they are not in memory; the source holds it.
  let filler: Unmanaged<Grid.Filler>?
  /// How far apart its numbers are along each axis but the fastest.
  let strides: UnsafeMutablePointer<Int>
  /// How much further the next row begins where it is the next position of an axis, and the first of
  /// all axes behind it.
  let steps: UnsafeMutablePointer<Int>
  /// Where its numbers begin in the row.
  var offset = 0

  init(_ source: BlockSource, _ sizes: [Int]) {
    operand = source.operand
    memory = source.memory
    isRow = source.isRow
    filler = source.filler.map(Unmanaged.passUnretained)
    strides = .allocate(capacity: sizes.count + 1)
    strides.initialize(from: source.strides, count: source.strides.count)
    steps = .allocate(capacity: sizes.count + 1)
    steps.initialize(repeating: 0, count: sizes.count + 1)
    var back = 0
    for axis in sizes.indices.dropLast().reversed() {
      steps[axis] = strides[axis] - back
      back += strides[axis] * (sizes[axis] - 1)
    }
  }

  func deallocate() {
    strides.deallocate()
    steps.deallocate()
  }
}
