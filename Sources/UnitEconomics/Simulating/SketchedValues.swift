/// A sketch's cells stand for their values.
struct SketchedValues: RankedValues {
  let cells: [(value: Double, count: Int)]
  let count: Int

  init(_ sketch: ValueSketch) {
    cells = sketch.cells
    count = cells.reduce(0) { $0 + $1.count }
  }

  func values(at ranks: [Int]) -> [Double] {
    let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    var values = [Double](repeating: .nan, count: ranks.count)
    var (cell, before) = (0, 0)
    for index in order {
      while before + cells[cell].count <= ranks[index] {
        before += cells[cell].count
        cell += 1
      }
      values[index] = cells[cell].value
    }
    return values
  }

  func excess(below low: Double, above high: Double) -> (low: Excess, high: Excess) {
    func excess(_ distance: (Double) -> Double) -> Excess {
      cells.reduce(into: Excess()) { result, cell in
        let excess = distance(cell.value)
        guard excess > 0 else { return }
        result.sum += excess * Double(cell.count)
        result.squares += excess * excess * Double(cell.count)
      }
    }
    return (excess { low - $0 }, excess { $0 - high })
  }
}
