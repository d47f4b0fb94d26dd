import Formulas

extension LogFile {
  /// Reads blocks until the log ends, a few at a time on all cores, and takes what they hold in their order.
  ///
  /// - Parameters:
  ///   - first: the block that was read already.
  ///   - progress: told of the bytes that are read.
  mutating func eachBlock<Part: Sendable>(
    from first: [UInt8], isCSV: Bool, by crew: Crew, progress: (Int) -> Void,
    read: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Part, take: ([Part]) -> Void
  ) throws(Failure) {
    var blocks = [first]
    while !blocks.isEmpty {
      while blocks.count < Self.blocksAtOnce {
        let next = try nextBlock(isCSV: isCSV)
        if next.isEmpty { break }
        blocks.append(next)
      }
      let some = blocks
      take(crew.map(some.count) { index in some[index].withUnsafeBufferPointer(read) })
      progress(some.reduce(0) { $0 + $1.count })
      let next = try nextBlock(isCSV: isCSV)
      blocks = next.isEmpty ? [] : [next]
    }
  }

  private static let blocksAtOnce = 8
}
