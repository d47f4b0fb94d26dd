import Blocks

/// The memory of one piece of work: blocks, single numbers, and where each operand begins.
final class BlockMemory {
  let operands: UnsafeMutablePointer<UnsafeMutablePointer<Double>>
  let scratch: UnsafeMutablePointer<Double>
  let outputs: [UnsafePointer<Double>]
  private let run: GroupRun
  private let numbers: UnsafeMutablePointer<Double>
  private var row = -1
  /// The place of the row on each axis but the fastest.
  private let digits: UnsafeMutablePointer<Int>
  private let flat: UnsafeMutablePointer<FlatSource>
  private let length: Int
  private let part: Int
  private let sourceCount: Int

  init(_ run: GroupRun) {
    self.run = run
    length = run.sizes.last ?? 1
    part = GroupRun.even(length)
    sourceCount = run.sources.count
    let places = run.group.places
    let scratchCount = max(3 * GroupRun.distance, BlockEngine.scratchCount)
    let size = places.reduce(scratchCount) { $0 + $1.room }
    let numbers = UnsafeMutableRawPointer.allocate(byteCount: size * 8, alignment: 64)
      .bindMemory(to: Double.self, capacity: size)
    numbers.initialize(repeating: 0, count: size)
    self.numbers = numbers
    operands = .allocate(capacity: max(1, places.count))
    flat = .allocate(capacity: run.sources.count + 1)
    for (index, source) in run.sources.enumerated() {
      flat.advanced(by: index).initialize(to: FlatSource(source, run.sizes))
    }
    digits = .allocate(capacity: run.sizes.count + 1)
    scratch = numbers
    var room = numbers + scratchCount
    for (index, place) in places.enumerated() {
      operands[index] = room
      room += place.room
      if case .number(let value) = place {
        operands[index].update(repeating: value, count: BlockMachine.lanes)
      }
    }
    let operands = self.operands
    outputs = run.outputs.map { UnsafePointer(operands[$0]) }
  }

  deinit {
    numbers.deallocate()
    operands.deallocate()
    for index in 0..<sourceCount { flat[index].deallocate() }
    flat.deallocate()
    digits.deallocate()
  }

  /// Brings what other groups worked out to where the steps look for it.
  ///
  /// - Returns: how many combinations the next block holds.
  func prepare(_ start: Int, atMost limit: Int) -> Int {
    run.group.goesByRows ? prepareRow(start, limit) : gather(start, limit)
  }

  /// A part of a row: what moves is read where it lies.
  private func prepareRow(_ start: Int, _ limit: Int) -> Int {
    let (row, place) = start.quotientAndRemainder(dividingBy: length)
    let count = min(part, length - place, limit)
    let entersRow = row != self.row
    if entersRow { enter(row) }
    for index in 0..<sourceCount {
      prepare(index, flat[index], place, count, entersRow)
    }
    return count
  }

  @inline(__always)
  private func prepare(
    _ index: Int, _ source: FlatSource, _ place: Int, _ count: Int, _ entersRow: Bool
  ) {
    let operand = source.operand
    if source.isRow, let memory = source.memory {
      operands[operand] = memory + (source.offset &+ place)
    } else if source.isRow {
      let first = source.offset &+ place
      source.filler?._withUnsafeGuaranteedRef {
        $0.fill(first..<first &+ count, operands[operand], scratch)
      }
    } else if entersRow, let memory = source.memory {
      operands[operand].update(repeating: memory[source.offset], count: BlockMachine.lanes)
    } else if entersRow {
      run.sources[index].copy(
        0..<BlockMachine.lanes, from: source.offset, to: operands[operand], scratch)
    }
  }

  /// Several short rows one behind the other, everything copied.
  private func gather(_ start: Int, _ limit: Int) -> Int {
    let count = min(GroupRun.block, limit)
    var done = 0
    while done < count {
      let (row, place) = (start + done).quotientAndRemainder(dividingBy: length)
      let part = min(length - place, count - done)
      enter(row)
      for (index, source) in run.sources.enumerated() {
        source.copy(
          place..<place + part, from: flat[index].offset, to: operands[source.operand] + done,
          scratch)
      }
      done += part
    }
    return count
  }

  /// Finds where the numbers of each source begin in a row.
  private func enter(_ row: Int) {
    let isNext = row == self.row &+ 1 && row > 0
    self.row = row
    if isNext { return enterNext() }
    var rest = row
    for axis in stride(from: run.sizes.count - 2, through: 0, by: -1) {
      (rest, digits[axis]) = rest.quotientAndRemainder(dividingBy: run.sizes[axis])
    }
    for index in 0..<sourceCount {
      let source = flat + index
      var offset = 0
      var axis = 0
      while axis < run.sizes.count &- 1 {
        offset &+= digits[axis] &* source.pointee.strides[axis]
        axis &+= 1
      }
      source.pointee.offset = offset
    }
  }

  /// Moves on to the row behind, as an odometer does.
  private func enterNext() {
    var axis = run.sizes.count &- 2
    while digits[axis] &+ 1 == run.sizes[axis] {
      digits[axis] = 0
      axis &-= 1
    }
    digits[axis] &+= 1
    var index = 0
    while index < sourceCount {
      flat[index].offset &+= flat[index].steps[axis]
      index &+= 1
    }
  }
}
