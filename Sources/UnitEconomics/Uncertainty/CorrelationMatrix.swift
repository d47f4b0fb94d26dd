/// Correlations between named inputs, each with each.
///
///     var matrix = CorrelationMatrix(names: ["volume", "handle time", "price"])
///     matrix[0, 1] = 0.9
///     matrix[1, 2] = 0.9
///     matrix[0, 2] = -0.9
///     matrix.isValid   // false: what moves with the same thing moves together
///
/// Correlations are valid together if no mixture of the inputs would have a negative variance, that
/// is, if no eigenvalue of the matrix is below 0.
public struct CorrelationMatrix: Sendable, Equatable {
  public let names: [String]
  private var correlations: [Double]

  /// Inputs that have nothing to do with each other.
  public init(names: [String]) {
    self.names = names
    correlations = Array(repeating: 0, count: names.count * (names.count - 1) / 2)
  }

  /// The correlation of two inputs by their numbers; that of an input with itself is 1 and stays it.
  public subscript(first: Int, second: Int) -> Double {
    get { first == second ? 1 : correlations[place(first, second)] }
    set { if first != second { correlations[place(first, second)] = newValue } }
  }

  /// The correlation of two inputs, or nil of a name that is not among them.
  public subscript(first: String, second: String) -> Double? {
    guard let row = names.firstIndex(of: first), let column = names.firstIndex(of: second)
    else { return nil }
    return self[row, column]
  }

  private func place(_ first: Int, _ second: Int) -> Int {
    let (low, high) = (min(first, second), max(first, second))
    return high * (high - 1) / 2 + low
  }

  /// What cannot be right about correlations.
  public enum Problem: Sendable, Equatable {
    /// The correlation of two inputs is below −1, above 1 or not a number.
    case outsideOne(String, String)
    /// Each is possible, but not all together.
    case impossibleTogether(smallestEigenvalue: Double)
  }

  /// What is not right, nothing if the correlations are valid together.
  public var problems: [Problem] {
    let outside = pairs.filter { !(abs(self[$0.0, $0.1]) <= 1) }
      .map { Problem.outsideOne(names[$0.0], names[$0.1]) }
    guard outside.isEmpty else { return outside }
    let smallest = smallestEigenvalue
    return smallest < -Self.tolerance
      ? [.impossibleTogether(smallestEigenvalue: smallest)] : []
  }

  /// Whether all the correlations can hold together.
  public var isValid: Bool { problems.isEmpty }

  /// Each pair of inputs once.
  var pairs: [(Int, Int)] {
    names.indices.flatMap { row in (0..<row).map { ($0, row) } }
  }

  /// The smallest eigenvalue: 0 where an input follows from others, below 0 where none could.
  public var smallestEigenvalue: Double { symmetric.eigen().values.min() ?? 1 }

  /// How far below 0 an eigenvalue may lie for rounding.
  static let tolerance = 1e-12

  /// The same correlations, each changed.
  func mapped(_ change: (Double) -> Double) -> CorrelationMatrix {
    var result = self
    result.correlations = correlations.map(change)
    return result
  }

  var symmetric: SymmetricMatrix {
    get {
      var matrix = SymmetricMatrix(size: names.count, diagonal: 1)
      for (row, column) in pairs { matrix[row, column] = self[row, column] }
      return matrix
    }
    set { for (row, column) in pairs { self[row, column] = newValue[row, column] } }
  }
}
