/// Some positions along each axis of a sweep, the rows of which follow one another.
public struct SweepBox: Sendable {
  /// The positions along each axis.
  public let ranges: [Range<Int>]
  /// The rows that they are.
  public let rows: Range<Int>
}

/// How a sweep is cut into boxes, so that no reading of a box takes more memory than it should.
///
/// The axes before one stand still in a box, that one moves over a slice, and those behind it over
/// all of their positions.
public struct SweepBoxes: Sendable, RandomAccessCollection {
  private let sizes: [Int]
  private let strides: [Int]
  /// The axis that is cut into slices, and how many positions a slice has.
  private let axis: Int
  private let slice: Int
  private let slices: Int
  public let endIndex: Int
  public var startIndex: Int { 0 }

  /// More positions than this of one axis would be a long list of changes.
  private static let longest = 16_384
  /// What depends on some of the axes only is kept in tables no larger than this.
  private static let largestTable = 1 << 20

  init(_ sizes: [Int], strides: [Int], rows most: Int) {
    self.sizes = sizes
    self.strides = strides
    var (axis, slice) = (sizes.count - 1, 1)
    for place in sizes.indices {
      let behind = Array(sizes[(place + 1)...])
      let fitting = Self.slice(of: sizes[place], before: behind, rows: most)
      if fitting > 0 || place == sizes.count - 1 {
        (axis, slice) = (place, Swift.max(1, fitting))
        break
      }
    }
    self.axis = axis
    self.slice = slice
    slices = (sizes[axis] + slice - 1) / slice
    endIndex = sizes[..<axis].reduce(1, *) * slices
  }

  /// The most positions of an axis whose box, with all those behind it, is small enough; 0 where not
  /// even one is.
  private static func slice(of size: Int, before behind: [Int], rows: Int) -> Int {
    guard behind.allSatisfy({ $0 <= longest }) else { return 0 }
    let length = behind.reduce(1, *)
    var slice = Swift.min(size, longest, rows / length)
    // A table lacks one axis at least: at worst the shortest of those that move.
    while slice > 0 {
      let moving = ([slice] + behind).filter { $0 > 1 }
      guard moving.count > 1, slice * length / moving.min()! > largestTable else { break }
      slice /= 2
    }
    return slice
  }

  public subscript(position: Int) -> SweepBox {
    var ranges = sizes.map { 0..<$0 }
    let start = position % slices * slice
    ranges[axis] = start..<Swift.min(start + slice, sizes[axis])
    var rest = position / slices
    for place in (0..<axis).reversed() {
      let digit = rest % sizes[place]
      ranges[place] = digit..<digit + 1
      rest /= sizes[place]
    }
    let first = zip(ranges, strides).reduce(0) { $0 + $1.0.lowerBound * $1.1 }
    let count = ranges.reduce(1) { $0 * $1.count }
    return SweepBox(ranges: ranges, rows: first..<first + count)
  }
}

extension Sweep {
  /// The boxes of a sweep in the order of its rows.
  ///
  /// - Parameter most: how many rows a box may have.
  public func boxes(rows most: Int = .max) -> SweepBoxes {
    SweepBoxes(axes.map(\.count), strides: strides, rows: most)
  }
}
