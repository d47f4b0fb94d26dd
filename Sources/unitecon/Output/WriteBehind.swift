import Machine

/// Bytes made on all cores, each group written by one of them while the others make the next.
struct WriteBehind {
  private let sink: OutputFile.Sink
  private var waiting: [[UInt8]] = []

  /// Writes everything that `make` hands over, in order.
  static func write(
    to sink: OutputFile.Sink, _ make: (inout WriteBehind) throws(NoAnswer) -> Void
  ) throws(NoAnswer) {
    try withoutActuallyEscaping(sink) { (sink) throws(NoAnswer) in
      var writer = WriteBehind(sink: sink)
      try make(&writer)
      for bytes in writer.waiting { try sink(bytes) }
    }
  }

  private init(sink: @escaping OutputFile.Sink) { self.sink = sink }

  /// Makes the pieces of the next group, and writes those of the one before.
  mutating func write<Piece: Sendable>(
    _ pieces: [Piece], _ bytes: @escaping @Sendable (Piece) -> [UInt8]
  ) throws(NoAnswer) {
    // Only the worker that has the first part writes.
    nonisolated(unsafe) let sink = sink
    let waiting = waiting
    let parts = Machine.crew.map(pieces.count + 1) { part -> Result<[UInt8], NoAnswer> in
      if part > 0 { return .success(bytes(pieces[part - 1])) }
      return Result { () throws(NoAnswer) in
        for bytes in waiting { try sink(bytes) }
        return []
      }
    }
    _ = try parts[0].get()
    self.waiting = []
    for part in parts.dropFirst() { self.waiting.append(try part.get()) }
  }
}
