extension CorrelationMatrix {
  /// The valid correlations that are nearest by the sum of squared differences.
  ///
  /// In turn, eigenvalues that are too small are raised and the diagonal is put back to 1; what
  /// raising changed is taken back before the next turn, without which the result would be valid
  /// but not the nearest.
  ///
  ///     // 1 and 1 with the one between them, 0 with each other (Higham's example)
  ///     matrix.nearestValid()   // 0.7607, 0.7607 and 0.1573
  ///
  /// - Parameter least: what no eigenvalue of the result lies below, so that it can
  ///   be factored; the result is the nearest of those that comply.
  /// - Source: Higham, Computing the Nearest Correlation Matrix, IMA Journal of Numerical Analysis
  ///   22, 2002, algorithm 3.3, with Dykstra's correction.
  /// - Edge cases: valid correlations as they are; one that is not a number counts as 0.
  public func nearestValid(smallestEigenvalue least: Double = 1e-8) -> CorrelationMatrix {
    let start = mapped { $0.isNaN ? 0 : $0 }
    guard !start.isValid || start.smallestEigenvalue < least else { return self }
    var unit = start.symmetric
    var correction = SymmetricMatrix(size: names.count, diagonal: 0)
    for _ in 0..<10_000 {
      let taken = unit - correction
      let raised = taken.raised(to: least)
      correction = raised - taken
      var next = raised
      for index in names.indices { next[index, index] = 1 }
      let change = (next - unit).largest
      unit = next
      if change <= 1e-13 { break }
    }
    var result = start
    result.symmetric = unit
    return result.shrunk(to: least)
  }

  /// Drawn towards no correlation by as little as raises the smallest eigenvalue where it must be.
  private func shrunk(to least: Double) -> CorrelationMatrix {
    let smallest = smallestEigenvalue
    // λ becomes (1 − t)λ + t.
    guard smallest < least else { return mapped { max(-1, min($0, 1)) } }
    let share = (least - smallest) / (1 - smallest)
    return mapped { $0 * (1 - share) }
  }
}

extension SymmetricMatrix {
  /// The nearest matrix without an eigenvalue below a limit.
  fileprivate func raised(to least: Double) -> SymmetricMatrix {
    var result = self
    let (values, vectors) = eigen()
    for (value, vector) in zip(values, vectors) where value < least {
      for row in 0..<size {
        for column in 0...row {
          result[row, column] += (least - value) * vector[row] * vector[column]
        }
      }
    }
    return result
  }
}
