import Formulas

extension CostModel {
  /// Figures at some positions along a direction, each a row of numbers; not a number where a figure is
  /// undefined.
  ///
  /// - Parameters:
  ///   - outputs: the figures, by their names.
  ///   - direction: what moves.
  ///   - positions: the numbers that the direction takes.
  ///   - stress: changes that are made first, and stay.
  ///   - crew: who reads the positions, all of them as one batch.
  public func scan(
    _ outputs: [String], along direction: Direction, at positions: [Double],
    under stress: [Stress.Change] = [], by crew: Crew = .alone()
  ) throws(ModelFaults) -> [[Double]] {
    let fixed = scenario.changed(by: stress).inputs
    let movesWhole = direction.changes(direction.range.lowerBound).contains {
      scenario.inputs[$0.path]?.domain.isWhole ?? false
    }
    if movesWhole {
      // Each position is a model of its own.
      var results = outputs.map { _ in [Double]() }
      for position in positions {
        let changed = scenario.changed(by: stress + direction.changes(position)).inputs
        let values = try shaped(by: changed).values(changed: changed)
        for (index, output) in outputs.enumerated() {
          results[index].append(values[output]?.value ?? .nan)
        }
      }
      return results
    }
    let model = try shaped(by: fixed)
    let axis = SweepAxis(
      name: direction.name, positions: positions.map { stress + direction.changes($0) })
    let known = outputs.filter { model.graph.positions[$0] != nil }
    let reading = GridReading(
      around: model.values(changed: fixed), grid: model.grid([axis]), outputs: known)
    let numbers = ScannedNumbers(known.count, positions.count)
    reading.read(by: crew) { start, count, blocks in
      for (row, block) in blocks.enumerated() { numbers.take(row, start, count, block) }
    }
    var row = 0
    return outputs.map { output in
      guard model.graph.positions[output] != nil else { return positions.map { _ in .nan } }
      defer { row += 1 }
      return numbers[row]
    }
  }
}

/// Numbers that blocks of a batch write, each its own place.
final class ScannedNumbers: @unchecked Sendable {
  private let memory: UnsafeMutablePointer<Double>
  private let length: Int

  init(_ rows: Int, _ length: Int) {
    self.length = length
    memory = .allocate(capacity: max(1, rows * length))
    memory.initialize(repeating: .nan, count: rows * length)
  }

  deinit { memory.deallocate() }

  func take(_ row: Int, _ start: Int, _ count: Int, _ block: UnsafePointer<Double>) {
    (memory + row * length + start).update(from: block, count: count)
  }

  subscript(row: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: memory + row * length, count: length))
  }
}
