import Formulas

/// One piece of a simulation: draws, figures, sums, leaf by leaf.
struct SimulationWork: Sendable {
  private let plan: SimulationPlan
  private let reading: GridReading
  private let centres: [Double]
  private let kept: KeptMemory?
  private let counters: CounterPool?
  /// Each check as the place of its figure among the outputs, its limit and its side.
  private let limits: [(output: Int, limit: Double, isFloor: Bool)]

  init(
    _ plan: SimulationPlan, _ reading: GridReading, centres: [Double], kept: KeptMemory?,
    _ counters: CounterPool?
  ) {
    self.plan = plan
    self.reading = reading
    self.centres = centres
    self.kept = kept
    self.counters = counters
    let outputs = plan.outputs
    limits = plan.checks.map { check in
      (outputs.firstIndex(of: check.output)!, check.limit.value, check.side == .min)
    }
  }

  /// Makes draws of whole leaves, one after the other.
  func draw(_ draws: Range<Int>, engine: BlockEngine) -> [DrawLeaf] {
    let book = LeafBook(outputs: centres.count, checks: limits.count)
    let own = counters?.take()
    reading.read(draws, by: .alone(engine: engine)) { start, count, blocks in
      // A block may reach over the end of a leaf.
      var done = 0
      while done < count {
        let first = start + done
        let part = min(count - done, SumTree.leafSize - first % SumTree.leafSize)
        book.begin(first)
        for output in blocks.indices {
          let values = blocks[output] + done
          book.leaf.figures[output].add(values, part, about: centres[output])
          kept?.keep(output, first, values, part)
          own?[output].add(values, part)
        }
        countFailures(book, blocks, done, part)
        book.leaf.draws += part
        done += part
      }
    }
    if let own { counters?.giveBack(own) }
    return book.finished()
  }

  private func countFailures(
    _ book: LeafBook, _ blocks: [UnsafePointer<Double>], _ start: Int, _ count: Int
  ) {
    guard !limits.isEmpty else { return }
    for index in 0..<count { book.fails[index] = 0 }
    for (check, (output, limit, isFloor)) in limits.enumerated() {
      let values = blocks[output] + start
      var failing = 0
      for index in 0..<count {
        let value = values[index]
        // What has no value does not hold either.
        let holds = isFloor ? value >= limit : value <= limit
        let fails: UInt8 = holds ? 0 : 1
        failing &+= Int(fails)
        book.fails[index] |= fails
      }
      book.leaf.failures[check] += failing
    }
    var any = 0
    for index in 0..<count { any &+= Int(book.fails[index]) }
    book.leaf.anyFailure += any
  }
}

/// The leaves of one piece of work; one thread's own.
private final class LeafBook: @unchecked Sendable {
  var leaf: DrawLeaf
  let fails: UnsafeMutablePointer<UInt8>
  private let empty: DrawLeaf
  private var leaves: [DrawLeaf] = []
  private var number: Int?

  init(outputs: Int, checks: Int) {
    empty = DrawLeaf(figures: outputs, checks: checks)
    leaf = empty
    fails = .allocate(capacity: SumTree.leafSize)
  }

  deinit { fails.deallocate() }

  /// Turns to the leaf that a draw belongs to.
  func begin(_ draw: Int) {
    let own = draw / SumTree.leafSize
    if let number, number != own {
      leaves.append(leaf)
      leaf = empty
    }
    number = own
  }

  func finished() -> [DrawLeaf] { number == nil ? leaves : leaves + [leaf] }
}
