#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where every value of a stretch of draws is kept.
final class KeptMemory: @unchecked Sendable {
  // Each place is written by the one piece of work that draws it.
  private let memory: [UnsafeMutablePointer<Double>]
  private let range: Range<Int>

  init(_ outputs: Int, _ range: Range<Int>) {
    self.range = range
    memory = (0..<outputs).map { _ in Self.allocate(range.count + 1) }
  }

  deinit { for memory in memory { UnsafeMutableRawPointer(memory).deallocate() } }

  /// Memory in pages of the largest kind, where it fills some: each page that is touched for the first
  /// time takes as long as working out ten draws.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Double> {
    let size = 8 * count
    let isLarge = size >= 4 * pageSize
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: isLarge ? pageSize : 64)
    #if os(Linux)
      // Only a wish: without it memory comes in small pages.
      if isLarge { madvise(memory, size, Int32(MADV_HUGEPAGE)) }
    #endif
    return memory.bindMemory(to: Double.self, capacity: count)
  }

  private static let pageSize = 1 << 21

  func keep(_ output: Int, _ first: Int, _ values: UnsafePointer<Double>, _ count: Int) {
    (memory[output] + (first - range.lowerBound)).update(from: values, count: count)
  }

  func keep(_ output: Int, _ first: Int, _ values: [Double]) {
    values.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { keep(output, first, $0, buffer.count) }
    }
  }

  /// All values of an output.
  func values(_ output: Int) -> UnsafeBufferPointer<Double> { values(output, range.count) }

  /// The first values of an output.
  func values(_ output: Int, _ count: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: memory[output], count: count)
  }
}
