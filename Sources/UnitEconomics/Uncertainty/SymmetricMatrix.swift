/// A square matrix whose lower and upper halves are the same.
struct SymmetricMatrix: Equatable {
  let size: Int
  private var elements: [Double]

  /// A matrix of one number throughout the diagonal and 0 elsewhere.
  init(size: Int, diagonal: Double) {
    self.size = size
    elements = Array(repeating: 0, count: size * size)
    for index in 0..<size { self[index, index] = diagonal }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set {
      elements[row * size + column] = newValue
      elements[column * size + row] = newValue
    }
  }

  static func + (a: Self, b: Self) -> Self { a.combined(b, +) }
  static func - (a: Self, b: Self) -> Self { a.combined(b, -) }

  private func combined(_ other: Self, _ operation: (Double, Double) -> Double) -> Self {
    var result = self
    for index in elements.indices {
      result.elements[index] = operation(elements[index], other.elements[index])
    }
    return result
  }

  /// The largest element, whatever its sign.
  var largest: Double { elements.reduce(0) { max($0, abs($1)) } }

  /// The eigenvalues, and for each a row of its eigenvector's components.
  ///
  /// Jacobi's rotations, swept over all pairs in the same order until nothing is left beside the
  /// diagonal.
  ///
  /// - Source: Golub and Van Loan, Matrix Computations, 8.5.
  func eigen() -> (values: [Double], vectors: [[Double]]) {
    var matrix = self
    var vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    // Rotations keep the sum of squares, so that what is negligible stays the same.
    let negligible = 1e-18 * largest
    for _ in 0..<60 {
      var isDone = true
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) where abs(matrix[p, q]) > negligible {
          isDone = false
          matrix.rotate(p, q, &vectors)
        }
      }
      if isDone { break }
    }
    return ((0..<size).map { matrix[$0, $0] }, vectors)
  }

  /// Turns two axes so that what couples them becomes 0.
  private mutating func rotate(_ p: Int, _ q: Int, _ vectors: inout [[Double]]) {
    let coupling = self[p, q]
    let theta = (self[q, q] - self[p, p]) / (2 * coupling)
    let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    self[p, p] -= tangent * coupling
    self[q, q] += tangent * coupling
    self[p, q] = 0
    for k in 0..<size where k != p && k != q {
      let (atP, atQ) = (self[k, p], self[k, q])
      self[k, p] = cosine * atP - sine * atQ
      self[k, q] = sine * atP + cosine * atQ
    }
    for k in 0..<size {
      let (atP, atQ) = (vectors[p][k], vectors[q][k])
      vectors[p][k] = cosine * atP - sine * atQ
      vectors[q][k] = sine * atP + cosine * atQ
    }
  }
}
