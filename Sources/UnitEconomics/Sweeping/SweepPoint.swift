import Formulas

/// One point of a sweep: its figures, and how far it lies from each limit.
public struct SweepPoint: Sendable {
  /// The position along each axis.
  public let positions: [Int]
  /// In the order of the sweep's figures.
  public let figures: [Reading]
  /// How far each check's figure lies on the good side of its limit; not a number where it has no
  /// value.
  public let distances: [Double]

  public init(positions: [Int], figures: [Reading], distances: [Double]) {
    self.positions = positions
    self.figures = figures
    self.distances = distances
  }

  /// Whether every check holds.
  public var isPassed: Bool { distances.allSatisfy { $0 >= 0 } }

  /// The checks that fail, as places among the sweep's checks.
  public var failures: [Int] { distances.indices.filter { !(distances[$0] >= 0) } }

  /// How much is left of the distance to the limits that another point has: 1 there, 0 at a limit,
  /// negative beyond; of several checks the least.
  ///
  /// - Undefined: nil where there is no check; what has no value lies as far beyond as can be.
  public func headroom(of base: SweepPoint) -> Double? {
    zip(distances, base.distances).map { distance, whole in
      guard !distance.isNaN else { return -.infinity }
      return whole == 0 || whole.isNaN ? distance.sign == .minus ? -1 : 1 : distance / abs(whole)
    }.min()
  }
}

extension Sweep {
  /// The points at all combinations of some positions of each axis, the last axis the fastest.
  public func points(_ positions: [[Int]]) throws(ModelFaults) -> [SweepPoint] {
    let few = picked(positions)
    let table = SweepNumbers(few.outputs.count, few.count)
    for box in few.boxes() {
      try few.read(box) { part, start, count, blocks in
        for (output, block) in blocks.enumerated() {
          guard let block else { continue }
          for index in 0..<count { table.set(output, part.row(of: start + index), block[index]) }
        }
      }
    }
    var points: [SweepPoint] = []
    for row in 0..<few.count {
      let place = zip(positions, few.positions(ofRow: row)).map { $0[$1] }
      var figures = self.figures.indices.map { Reading.defined(table[$0, row]) }
      if figures.contains(where: { $0.value?.isNaN ?? true }) {
        figures = try readings(at: place)
      }
      points.append(
        SweepPoint(
          positions: place, figures: figures,
          distances: zip(checks, limits).map { $0.distance(table[$1.output, row]) }))
    }
    return points
  }

  /// The figures at one point, with the reason of each that has no value.
  private func readings(at positions: [Int]) throws(ModelFaults) -> [Reading] {
    let changed = model.scenario.changed(by: changes(at: positions)).inputs
    let values = try model.shaped(by: changed).values(changed: changed)
    return figures.map { values[$0] ?? .undefined(because: "a model of this shape has no \($0)") }
  }

  /// The point at which every axis begins.
  public func firstPoint() throws(ModelFaults) -> SweepPoint {
    try points(axes.map { _ in [0] })[0]
  }
}

/// Numbers that blocks of a reading write, each its own place.
private final class SweepNumbers: @unchecked Sendable {
  private let memory: UnsafeMutablePointer<Double>
  private let rows: Int

  init(_ outputs: Int, _ rows: Int) {
    self.rows = rows
    memory = .allocate(capacity: max(1, outputs * rows))
    memory.initialize(repeating: .nan, count: outputs * rows)
  }

  deinit { memory.deallocate() }

  func set(_ output: Int, _ row: Int, _ number: Double) { memory[output * rows + row] = number }

  subscript(output: Int, row: Int) -> Double { memory[output * rows + row] }
}
