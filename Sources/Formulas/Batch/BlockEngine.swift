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

  public let name: String
  let run: Run

  public init(name: String, run: @escaping Run) {
    self.name = name
    self.run = run
  }

  /// Runs everywhere.
  public static let portable = BlockEngine(name: "portable", run: BlockMachine.run)
}

/// The functions that a point and a block share.
public typealias Elementary = Blocks.Elementary
