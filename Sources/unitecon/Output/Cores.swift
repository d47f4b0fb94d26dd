import Dispatch
import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work spread over all cores of the machine; results do not depend on how many there are.
enum Cores {
  /// How many there are.
  static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Into how many pieces work is cut, so that no core waits long for the last.
  static var pieces: Int { count * 8 }

  /// Runs the pieces of a reading.
  static let runner: GridReading.Runner = { pieces, work in
    DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
  }

  /// The results of a function on every element, in order.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard elements.count > 1 else { return elements.map(transform) }
    let results = UnsafeMutablePointer<Result?>.allocate(capacity: elements.count)
    results.initialize(repeating: nil, count: elements.count)
    defer {
      results.deinitialize(count: elements.count)
      results.deallocate()
    }
    nonisolated(unsafe) let places = results
    // Each iteration writes one place of its own, and all are read after the last has ended.
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      places[index] = transform(elements[index])
    }
    return (0..<elements.count).map { results[$0]! }
  }
}
