/// Quantile functions that are polynomials in cells.
extension Draws {
  /// Two loops: finding the cells is arithmetic, reading them is not.
  @inline(__always)
  func lookUpCells(
    _ target: UnsafeMutablePointer<Double>, _ share: UnsafeMutablePointer<Double>,
    _ lookup: UnsafeMutablePointer<Double>
  ) {
    let cells = UnsafeMutableRawPointer(lookup).assumingMemoryBound(to: Int64.self)
    for index in 0..<count {
      let u = share[index]
      let rest = 1 - u
      let isUpper = u > 0.5
      let nearer = isUpper ? rest : u
      // A mixture may come closer to an end than any single draw.
      let inside = nearer < 0x1p-53 ? 0x1p-53 : nearer > 0.5 - 0x1p-54 ? 0.5 - 0x1p-54 : nearer
      let (cell, place) = QuantileGrid.cell(inside)
      cells[index] =
        (isUpper ? cell &+ Int64(QuantileGrid.cellCount) : cell) &* Int64(QuantileGrid.stride)
      share[index] = place
    }
    let done = lookUpFour(cells, share, target)
    let (numbers, low, high) = (plan.numbers!, plan.low, plan.high)
    for index in done..<count {
      let cell = numbers + Int(cells[index])
      let s = share[index]
      let upper = cell[3] + s * (cell[4] + s * cell[5])
      target[index] = held(cell[0] + s * (cell[1] + s * (cell[2] + s * upper)), low, high)
    }
  }

  /// Four cells at a time; how many draws that made.
  ///
  /// Each cell is read in vectors, and their numbers are put side by side coefficient by coefficient. Four
  /// are taken and not as many as a register holds: beyond that, moving numbers about takes longer than
  /// what is saved.
  @inline(__always)
  private func lookUpFour(
    _ cells: UnsafePointer<Int64>, _ places: UnsafePointer<Double>,
    _ target: UnsafeMutablePointer<Double>
  ) -> Int {
    typealias Four = SIMD4<Double>
    let numbers = UnsafeRawPointer(plan.numbers!)
    let (low, high) = (Four(repeating: plan.low), Four(repeating: plan.high))
    let whole = count / 4
    for index in 0..<whole {
      let own = cells + 4 &* index
      let a = CellRow(numbers, own[0])
      let b = CellRow(numbers, own[1])
      let c = CellRow(numbers, own[2])
      let d = CellRow(numbers, own[3])
      let c0 = Four(a.first[0], b.first[0], c.first[0], d.first[0])
      let c1 = Four(a.first[1], b.first[1], c.first[1], d.first[1])
      let c2 = Four(a.first[2], b.first[2], c.first[2], d.first[2])
      let c3 = Four(a.first[3], b.first[3], c.first[3], d.first[3])
      let c4 = Four(a.last[0], b.last[0], c.last[0], d.last[0])
      let c5 = Four(a.last[1], b.last[1], c.last[1], d.last[1])
      let s = UnsafeRawPointer(places + 4 &* index).loadUnaligned(as: Four.self)
      let upper = c3 + s * (c4 + s * c5)
      var value = c0 + s * (c1 + s * (c2 + s * upper))
      value.replace(with: high, where: value .> high)
      value.replace(with: low, where: value .< low)
      UnsafeMutableRawPointer(target + 4 &* index).storeBytes(of: value, as: Four.self)
    }
    return 4 &* whole
  }
}

/// The coefficients of one cell.
private struct CellRow {
  let first: SIMD4<Double>
  let last: SIMD2<Double>

  @inline(__always)
  init(_ numbers: UnsafeRawPointer, _ place: Int64) {
    let row = numbers + Int(truncatingIfNeeded: place) &* 8
    first = row.loadUnaligned(as: SIMD4<Double>.self)
    last = row.loadUnaligned(fromByteOffset: 32, as: SIMD2<Double>.self)
  }
}
