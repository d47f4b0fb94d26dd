extension Crew {
  /// The results of a function on so many numbers from 0 on, in their order.
  ///
  ///     crew.map(3) { $0 * $0 }   // [0, 1, 4]
  public func map<Result: Sendable>(
    _ count: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(transform) }
    let places = Places<Result>(count)
    runner(count) { places.put(transform($0), at: $0) }
    return (0..<count).map { places.take($0) }
  }
}

/// Where results wait until all are there: each is put into a place of its own, and taken after the last
/// has come.
private final class Places<Result>: @unchecked Sendable {
  private let memory: UnsafeMutablePointer<Result?>
  private let count: Int

  init(_ count: Int) {
    self.count = count
    memory = .allocate(capacity: count)
    memory.initialize(repeating: nil, count: count)
  }

  deinit {
    memory.deinitialize(count: count)
    memory.deallocate()
  }

  func put(_ result: Result, at place: Int) { memory[place] = result }

  func take(_ place: Int) -> Result { memory[place]! }
}
