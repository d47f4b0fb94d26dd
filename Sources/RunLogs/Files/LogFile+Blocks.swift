import Formulas
import Synchronization

extension LogFile {
  /// Reads blocks until the log ends, on all cores, and takes what they hold in their order.
  ///
  /// Whoever is free reads the next block and works on it where it lies, so that no core waits for another;
  /// after some blocks what they hold is taken, so that not much of it is ever kept.
  ///
  /// - Parameters:
  ///   - first: the block that was read already.
  ///   - progress: told of the bytes that are read.
  /// - Returns: how many bytes it has.
  consuming func eachBlock<Part: Sendable>(
    from first: [UInt8], isCSV: Bool, by crew: Crew, progress: (Int) -> Void,
    read: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Part, take: ([Part]) -> Void
  ) throws(Failure) -> Int {
    // What one block holds is work for one.
    let pieces = isEnded ? 1 : crew.pieces
    takeBack(first)
    let blocks = SharedBlocks(self, isCSV: isCSV)
    var isAtEnd = false
    while !isAtEnd {
      let done = crew.map(pieces) { _ in blocks.eachOfRound(read) }
      let round = try blocks.endRound()
      take(done.joined().sorted { $0.place < $1.place }.map(\.part))
      progress(round.bytes)
      isAtEnd = round.isLast
    }
    return blocks.byteCount
  }
}

/// A log whose blocks are handed out to several at once.
private final class SharedBlocks: Sendable {
  /// As many blocks are worked on before what they hold is taken.
  private static let inRound = 64

  private struct State: ~Copyable {
    var file: LogFile
    /// How many blocks of the round are handed out, and how many bytes they have.
    var count = 0
    var bytes = 0
    var isAtEnd = false
    var failure: LogFile.Failure?
    /// Memory of blocks that are done with.
    var idle: [[UInt8]] = []
  }

  private let state: Mutex<State>
  private let isCSV: Bool

  init(_ file: consuming LogFile, isCSV: Bool) {
    state = Mutex(State(file: file))
    self.isCSV = isCSV
  }

  var byteCount: Int { state.withLock { $0.file.byteCount } }

  /// Works on blocks as long as the round has any.
  ///
  /// - Returns: what each holds, and the how manieth of the round it is.
  func eachOfRound<Part>(
    _ read: (UnsafeBufferPointer<UInt8>) -> Part
  ) -> [(place: Int, part: Part)] {
    var parts: [(place: Int, part: Part)] = []
    var block: [UInt8] = []
    while let place = next(into: &block) {
      parts.append((place, block.withUnsafeBufferPointer(read)))
    }
    return parts
  }

  /// The place of the next block of the round; nil where there is none.
  private func next(into block: inout [UInt8]) -> Int? {
    state.withLock { state in
      if block.capacity == 0, let idle = state.idle.popLast() { block = idle }
      if state.count < Self.inRound, !state.isAtEnd, state.failure == nil {
        do throws(LogFile.Failure) {
          try state.file.nextBlock(isCSV: isCSV, into: &block)
          if !block.isEmpty {
            state.count += 1
            state.bytes += block.count
            return state.count - 1
          }
          state.isAtEnd = true
        } catch {
          state.failure = error
        }
      }
      if block.capacity > 0 { state.idle.append(exchange(&block, with: [])) }
      return nil
    }
  }

  /// - Throws: why the log could not be read on.
  func endRound() throws(LogFile.Failure) -> (bytes: Int, isLast: Bool) {
    let (failure, bytes, isLast) = state.withLock { state in
      let bytes = state.bytes
      (state.count, state.bytes) = (0, 0)
      return (state.failure, bytes, state.isAtEnd)
    }
    if let failure { throw failure }
    return (bytes, isLast)
  }
}
