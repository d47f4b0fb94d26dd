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
    var done = 0
    #if WIDE_REGISTERS
      done = lookUpEight(cells, share, target)
    #endif
    let (numbers, low, high) = (plan.numbers!, plan.low, plan.high)
    for index in done..<count {
      let cell = numbers + Int(cells[index])
      let s = share[index]
      let upper = cell[3] + s * (cell[4] + s * cell[5])
      target[index] = held(cell[0] + s * (cell[1] + s * (cell[2] + s * upper)), low, high)
    }
  }

  #if WIDE_REGISTERS
    /// Eight cells at a time, each read as one vector of its coefficients; how many draws that made.
    @inline(__always)
    private func lookUpEight(
      _ cells: UnsafePointer<Int64>, _ places: UnsafePointer<Double>,
      _ target: UnsafeMutablePointer<Double>
    ) -> Int {
      let numbers = UnsafeRawPointer(plan.numbers!)
      let (low, high) = (Vector(repeating: plan.low), Vector(repeating: plan.high))
      let whole = count / 8
      for index in 0..<whole {
        let own = cells + 8 &* index
        func row(_ place: Int) -> Vector {
          Vector(numbers + Int(truncatingIfNeeded: own[place]) &* 8)
        }
        // Even and odd places taken apart three times put one coefficient of all eight side by side.
        let (even0, odd0) = Self.dealt(row(0), row(1))
        let (even1, odd1) = Self.dealt(row(2), row(3))
        let (even2, odd2) = Self.dealt(row(4), row(5))
        let (even3, odd3) = Self.dealt(row(6), row(7))
        let (a04, a26) = Self.dealt(even0, even1)
        let (b04, b26) = Self.dealt(even2, even3)
        let (a15, a37) = Self.dealt(odd0, odd1)
        let (b15, b37) = Self.dealt(odd2, odd3)
        let (c0, c4) = Self.dealt(a04, b04)
        let (c1, c5) = Self.dealt(a15, b15)
        let (c2, _) = Self.dealt(a26, b26)
        let (c3, _) = Self.dealt(a37, b37)
        let s = Vector(UnsafeRawPointer(places + 8 &* index))
        let upper = c3 + s * (c4 + s * c5)
        var value = c0 + s * (c1 + s * (c2 + s * upper))
        value.replace(with: high, where: value .> high)
        value.replace(with: low, where: value .< low)
        value.store(target, index)
      }
      return 8 &* whole
    }

    /// What stands at the even and at the odd places of two vectors.
    @inline(__always)
    private static func dealt(_ a: Vector, _ b: Vector) -> (even: Vector, odd: Vector) {
      (
        Vector(lowHalf: a.evenHalf, highHalf: b.evenHalf),
        Vector(lowHalf: a.oddHalf, highHalf: b.oddHalf)
      )
    }
  #endif
}
