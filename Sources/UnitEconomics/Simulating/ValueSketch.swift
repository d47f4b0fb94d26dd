/// How many values of a figure lie where, in cells that are as wide as the values are large: quantiles
/// of any number of draws in little memory.
///
/// Values are told apart by their sign, their power of two and the twelve binary digits behind it. A
/// quantile read here lies within 1/8192 of the value that an ordering of all draws would give; counts
/// add up, so that sketches of shards are the sketch of the whole.
public struct ValueSketch: Sendable, Equatable {
  /// The largest relative error of a quantile.
  public static let relativeError = 1.0 / 8192
  static let digits: UInt64 = 12
  static let pageSize = 1 << 12

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
