import Blocks

/// What runs programs on blocks: the same machine, compiled for one kind of processor.
///
/// Every engine gives the same bits. The library brings the one that runs on every processor of its
/// architecture; a program may bring others, compiled with wider instructions, and choose at its start.
public struct BlockEngine: Sendable {
  /// A machine's entry: the steps, how many, the blocks, the numbers in each, memory to work in.
  public typealias Run =
    @Sendable (
      UnsafeRawPointer, Int, UnsafePointer<UnsafeMutablePointer<Double>>, Int,
      UnsafeMutablePointer<Double>
    ) -> Void

  /// A generator's entry: a ``DrawPlan``, the first draw, how many, where to, memory to work in.
  public typealias Draw =
    @Sendable (
      UnsafeRawPointer, UInt64, Int, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
    ) -> Void

  public let name: String
  let run: Run
  let draw: Draw

  public init(name: String, run: @escaping Run, draw: @escaping Draw) {
    self.name = name
    self.run = run
    self.draw = draw
  }

  /// Runs everywhere.
  public static let portable = BlockEngine(
    name: "portable", run: BlockMachine.run, draw: DrawMachine.fill)

  /// How many numbers of memory it takes to make draws in.
  public static let scratchCount = DrawMachine.scratchCount(GroupRun.block)

  /// Makes neighbouring draws of an uncertain number.
  public func draw(
    _ plan: UnsafePointer<DrawPlan>, _ first: UInt64, _ count: Int,
    to target: UnsafeMutablePointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.scratchCount) {
      draw(plan, first, count, to: target, in: $0.baseAddress!)
    }
  }

  /// Makes neighbouring draws of an uncertain number.
  ///
  /// - Parameter scratch: memory for ``scratchCount`` numbers.
  public func draw(
    _ plan: UnsafePointer<DrawPlan>, _ first: UInt64, _ count: Int,
    to target: UnsafeMutablePointer<Double>, in scratch: UnsafeMutablePointer<Double>
  ) {
    var (done, block) = (0, GroupRun.block)
    while done < count {
      block = Swift.min(block, count - done)
      draw(plan, first &+ UInt64(truncatingIfNeeded: done), block, target + done, scratch)
      done += block
    }
  }
}

/// Who works a reading out: how work is cut up and run, and on which engine.
public struct Crew: Sendable {
  /// How pieces of work are run: this room itself starts no threads.
  ///
  /// The runner calls the work with 0, 1, 2 … in any order, at once or not, and returns when all calls
  /// have ended.
  public typealias Runner =
    @Sendable (_ pieces: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void

  /// How many pieces to cut work into, at least as many as there are cores.
  public let pieces: Int
  public let runner: Runner
  public let engine: BlockEngine

  public init(pieces: Int, engine: BlockEngine = .portable, runner: @escaping Runner) {
    self.pieces = pieces
    self.runner = runner
    self.engine = engine
  }

  /// One piece after the other, on any processor.
  public static func alone(pieces: Int = 1, engine: BlockEngine = .portable) -> Crew {
    Crew(pieces: pieces, engine: engine) { pieces, work in
      for piece in 0..<pieces { work(piece) }
    }
  }
}

/// The functions that a point and a block share.
public typealias Elementary = Blocks.Elementary
/// Random bits as a function of a counter.
public typealias Philox = Blocks.Philox
/// How draws of an uncertain number are made.
public typealias DrawPlan = Blocks.DrawPlan
/// The cells in which a quantile function is a polynomial each.
public typealias QuantileGrid = Blocks.QuantileGrid
/// Queues with agents in parallel, which batch and point work out with the same arithmetic too.
public typealias Erlang = Blocks.Erlang
