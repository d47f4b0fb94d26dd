import Formulas

/// The points of a box that one model reads: all of them, or those of one combination of the whole
/// numbers that shape the model.
public struct SweepPart: Sendable {
  private let first: Int
  private let sizes: [Int]
  private let strides: [Int]
  /// Whether its points are rows that follow one another.
  public let isStraight: Bool

  /// - Parameters:
  ///   - first: the row of its first point.
  ///   - strides: how many rows lie between neighbours along each of its axes.
  init(first: Int, sizes: [Int], strides: [Int]) {
    self.first = first
    self.sizes = sizes
    self.strides = strides
    var expected = 1
    isStraight = zip(sizes, strides).reversed().allSatisfy { size, stride in
      defer { expected *= size }
      return size == 1 || stride == expected
    }
  }

  /// The row of the sweep that a point of the part is.
  public func row(of point: Int) -> Int {
    if isStraight { return first + point }
    var rest = point
    var row = first
    for axis in sizes.indices.reversed() {
      row += rest % sizes[axis] * strides[axis]
      rest /= sizes[axis]
    }
    return row
  }
}

extension Sweep {
  /// What takes the results: whose points they are, the first one, how many follow, and a block of
  /// numbers for each of ``outputs``; none for a figure that a model of this shape does not have.
  ///
  /// It is called from several pieces at once, never twice for one point.
  public typealias Consumer =
    @Sendable (SweepPart, Int, Int, [UnsafePointer<Double>?]) -> Void

  /// Reads every point of a box.
  public func read(
    _ box: SweepBox, by crew: Crew = .alone(), consumer: @escaping Consumer
  ) throws(ModelFaults) {
    let shaping = axes.indices.filter { axes[$0].shapesModel }
    let moving = axes.indices.filter { !axes[$0].shapesModel }
    let shapes = shaping.reduce(1) { $0 * box.ranges[$1].count }
    for shape in 0..<shapes {
      var rest = shape
      var changes = stressChanges
      var first = moving.reduce(0) { $0 + box.ranges[$1].lowerBound * strides[$1] }
      for axis in shaping.reversed() {
        let range = box.ranges[axis]
        let position = range.lowerBound + rest % range.count
        rest /= range.count
        changes += axes[axis].changes(at: position)
        first += position * strides[axis]
      }
      let part = SweepPart(
        first: first, sizes: moving.map { box.ranges[$0].count },
        strides: moving.map { strides[$0] })
      let grid = moving.map { axes[$0].sweepAxis(box.ranges[$0], under: stressChanges) }
      try read(part, grid, under: changes, crew, consumer)
    }
  }

  private func read(
    _ part: SweepPart, _ axes: [SweepAxis], under changes: [Stress.Change], _ crew: Crew,
    _ consumer: @escaping Consumer
  ) throws(ModelFaults) {
    let changed = model.scenario.changed(by: changes).inputs
    let shaped = try model.shaped(by: changed)
    let known = outputs.filter { shaped.graph.positions[$0] != nil }
    let reading = GridReading(
      around: shaped.values(changed: changed), grid: shaped.grid(axes), outputs: known)
    let places = outputs.map { known.firstIndex(of: $0) }
    let isWhole = known.count == outputs.count
    reading.read(by: crew) { start, count, blocks in
      consumer(
        part, start, count,
        isWhole ? blocks.map { $0 } : places.map { place in place.map { blocks[$0] } })
    }
  }
}
