import Formulas

/// Makes normal draws that know nothing of each other move together as stated.
///
/// Each input keeps its own distribution: correlated is only the normal draw behind it, whose
/// probability is put through the input's quantile function.
///
///     correlated = L · independent, with L Lᵀ the correlations and L lower triangular
///
/// - Source: Glasserman, Monte Carlo Methods in Financial Engineering, 2.3.3.
public struct GaussianCopula: Sendable, Equatable {
  public let names: [String]
  /// The rows of L, each up to its diagonal.
  public let factor: [[Double]]

  /// - Parameter correlations: of the normal draws; see ``CorrelationMatrix/ofNormalDraws``.
  /// - Returns: nil if they are not valid together.
  public init?(_ correlations: CorrelationMatrix) {
    guard correlations.isValid else { return nil }
    names = correlations.names
    factor = Self.factor(of: correlations)
  }

  /// Cholesky's factor; an input that follows from those before it has a diagonal of 0.
  private static func factor(of correlations: CorrelationMatrix) -> [[Double]] {
    var rows: [[Double]] = []
    for row in correlations.names.indices {
      var entries: [Double] = []
      for column in 0..<row {
        let rest = zip(entries, rows[column]).reduce(correlations[row, column]) {
          $0 - $1.0 * $1.1
        }
        let diagonal = rows[column][column]
        entries.append(diagonal > 0 ? rest / diagonal : 0)
      }
      let rest = entries.reduce(1) { $0 - $1 * $1 }
      entries.append(rest > CorrelationMatrix.tolerance ? rest.squareRoot() : 0)
      rows.append(entries)
    }
    return rows
  }

  /// Normal draws that move together, from as many that do not.
  public func correlated(_ independent: [Double]) -> [Double] {
    factor.map { row in zip(row, independent).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}

extension CorrelationMatrix {
  /// The correlations that normal draws need for these to be the rank correlations.
  ///
  ///     Pearson's = 2 sin(π/6 · Spearman's)
  ///
  ///     // of a rank correlation of 0.5: 0.5176380902050415
  ///
  /// - Source: Pearson, On Further Methods of Determining Correlation, 1907; exact for normals.
  public var ofNormalDraws: CorrelationMatrix {
    mapped { 2 * sine(Double.pi / 6 * $0) }
  }

  /// The rank correlations that normal draws with these correlations have.
  ///
  ///     Spearman's = 6/π · arcsin(Pearson's/2)
  public var ofRanks: CorrelationMatrix {
    mapped { correlation in
      // Newton's iteration; the sine is nearly straight up to π/6.
      var angle = correlation / 2
      for _ in 0..<6 {
        let value = sine(angle)
        angle -= (value - correlation / 2) / (1 - value * value).squareRoot()
      }
      return 6 / Double.pi * angle
    }
  }
}

/// The sine of an angle up to π/6, by its power series.
private func sine(_ x: Double) -> Double {
  let square = x * x
  var sum = 0.0
  for k in stride(from: 17.0, through: 3, by: -2) { sum = -(1 + sum) * square / (k * (k - 1)) }
  return x + x * sum
}
