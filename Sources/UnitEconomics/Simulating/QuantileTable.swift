import Formulas

/// A quantile function as polynomials, one in each cell of a ``QuantileGrid``, so that a draw of any
/// continuous distribution costs the same.
///
/// Each polynomial agrees with the function at six Chebyshev points of its cell. In a cell an eighth of
/// an octave wide that leaves errors below 1e-9 of the distribution's spread, in the tails too, which
/// have as many cells for each halving of the probability as the middle. Only a truncated triangle has a
/// kink, at its mode: in the one cell that holds it the error may be 1.3e-5 of the spread.
struct QuantileTable: Sendable {
  /// Six coefficients a cell, powers of the place in it from -1 to 1, and zeros up to the stride; first
  /// the cells below ½.
  let coefficients: [Double]

  /// - Parameter quantiles: the quantiles at shares, each with what it leaves of 1; the shares rise.
  init(_ quantiles: ([(share: Double, rest: Double)]) -> [Double]) {
    let cells = 0..<QuantileGrid.cellCount
    // From the smallest share to ½ one side, and from ½ on the other, so that each begins where its
    // neighbour ended.
    let below = cells.flatMap { cell in Self.nodes(cell).map { ($0, 1 - $0) } }
    let above = cells.reversed().flatMap { cell in Self.nodes(cell).reversed().map { (1 - $0, $0) }
    }
    let values = quantiles((below + above).map { (share: $0.0, rest: $0.1) })
    let side = below.count
    var coefficients: [Double] = []
    coefficients.reserveCapacity(2 * QuantileGrid.cellCount * QuantileGrid.stride)
    for cell in cells {
      coefficients += Self.polynomial(Array(values[cell * Self.size..<(cell + 1) * Self.size]))
    }
    for cell in cells {
      let end = 2 * side - cell * Self.size
      coefficients += Self.polynomial(values[end - Self.size..<end].reversed())
    }
    self.coefficients = coefficients
  }

  private static let size = QuantileGrid.coefficientCount

  /// Places in a cell from -1 to 1 at which the polynomial agrees.
  private static let places = [
    -0.9659258262890683, -0.7071067811865476, -0.25881904510252074, 0.25881904510252074,
    0.7071067811865476, 0.9659258262890683,
  ]

  private static func nodes(_ cell: Int) -> [Double] {
    let (start, width) = QuantileGrid.cell(at: cell)
    return places.map { start + width * (0.5 + 0.5 * $0) }
  }

  /// The polynomial through values at ``places``, by Newton's divided differences, written in powers.
  private static func polynomial(_ values: [Double]) -> [Double] {
    var differences = values
    for order in 1..<size {
      for index in (order..<size).reversed() {
        differences[index] =
          (differences[index] - differences[index - 1]) / (places[index] - places[index - order])
      }
    }
    var powers = [Double](repeating: 0, count: QuantileGrid.stride)
    for index in (0..<size).reversed() {
      // Multiply by (s - place), then add the difference.
      for power in (1..<size).reversed() {
        powers[power] = powers[power - 1] - places[index] * powers[power]
      }
      powers[0] = differences[index] - places[index] * powers[0]
    }
    return powers
  }
}
