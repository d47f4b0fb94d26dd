/// How many values of a figure lie where, in cells that are as wide as the values are large: quantiles
/// of any number of draws in little memory.
///
/// Values are told apart by their sign, their power of two and the twelve binary digits behind it. A
/// quantile read here lies within 1/8192 of the value that an ordering of all draws would give; counts
/// add up, so that sketches of shards are the sketch of the whole.
public struct ValueSketch: Sendable, Equatable {
  /// The largest relative error of a quantile.
  public static let relativeError = 1.0 / 8192
  fileprivate static let digits: UInt64 = 12
  fileprivate static let pageSize = 1 << 12

  /// A page of cells for each sign and power of two that occurs.
  public private(set) var pages: [Int: [Int]] = [:]

  public init() {}

  public init(pages: [Int: [Int]]) { self.pages = pages }

  public mutating func add(_ other: ValueSketch) {
    for (number, counts) in other.pages {
      if var own = pages.removeValue(forKey: number) {
        for place in counts.indices { own[place] += counts[place] }
        pages[number] = own
      } else {
        pages[number] = counts
      }
    }
  }

  /// The number of a value's cell.
  static func cell(_ value: Double) -> Int {
    Int(truncatingIfNeeded: value.bitPattern &>> (52 - digits))
  }

  /// How many cells there can be.
  public static let cellCount = 1 << 24

  /// Whether a cell holds numbers, and not what lies beyond the largest.
  public static func isFinite(cell: Int) -> Bool {
    0..<cellCount ~= cell && cell >> digits & 2047 != 2047
  }

  /// The cells that hold values, by their numbers.
  public var counts: [(cell: Int, count: Int)] {
    pages.keys.sorted().flatMap { number in
      let counts = pages[number]!
      return counts.indices.filter { counts[$0] > 0 }.map { (number << 12 | $0, counts[$0]) }
    }
  }

  /// Counts values that lie in a cell.
  public mutating func add(_ count: Int, to cell: Int) {
    pages[cell >> 12, default: Array(repeating: 0, count: Self.pageSize)][cell & 0xFFF] += count
  }

  /// Every cell that holds values, from the lowest on: its middle and how many.
  public var cells: [(value: Double, count: Int)] {
    func cells(_ number: Int) -> [(value: Double, count: Int)] {
      let counts = pages[number]!
      return counts.indices.filter { counts[$0] > 0 }.map { place in
        let bits = UInt64(number << 12 | place) << (52 - Self.digits)
        let half = UInt64(1) << (51 - Self.digits)
        return (Double(bitPattern: bits | half), counts[place])
      }
    }
    // Negative numbers have the sign bit; larger bits are farther below 0.
    let negative = pages.keys.filter { $0 >= 2048 }.sorted(by: >)
    let positive = pages.keys.filter { $0 < 2048 }.sorted()
    return negative.flatMap { cells($0).reversed() } + positive.flatMap(cells)
  }
}

/// Counts values into a sketch, one worker's own.
final class SketchCounter: @unchecked Sendable {
  // A place for each page there can be, so that counting is two look-ups.
  private let pages: UnsafeMutablePointer<UnsafeMutablePointer<Int>?>
  private static let pageCount = 4096

  init() {
    pages = .allocate(capacity: Self.pageCount)
    pages.initialize(repeating: nil, count: Self.pageCount)
  }

  deinit {
    for number in 0..<Self.pageCount { pages[number]?.deallocate() }
    pages.deallocate()
  }

  /// Counts values; those that are not numbers are passed over.
  func add(_ values: UnsafePointer<Double>, _ count: Int) {
    let pages = self.pages
    for index in 0..<count {
      let value = values[index]
      guard value == value else { continue }
      let cell = ValueSketch.cell(value)
      let page = pages[cell &>> 12] ?? begin(cell &>> 12)
      page[cell & (ValueSketch.pageSize &- 1)] &+= 1
    }
  }

  private func begin(_ number: Int) -> UnsafeMutablePointer<Int> {
    let page = UnsafeMutablePointer<Int>.allocate(capacity: ValueSketch.pageSize)
    page.initialize(repeating: 0, count: ValueSketch.pageSize)
    pages[number] = page
    return page
  }

  var sketch: ValueSketch {
    var result: [Int: [Int]] = [:]
    for number in 0..<Self.pageCount {
      if let page = pages[number] {
        result[number] = Array(UnsafeBufferPointer(start: page, count: ValueSketch.pageSize))
      }
    }
    return ValueSketch(pages: result)
  }
}
