extension Correlation {
  /// How much of each input's own normal number is in each correlated input; nothing for inputs that
  /// are correlated with none.
  ///
  /// - Parameter paths: the inputs in order; correlations with any other are left out.
  static func mixture(_ correlations: [Correlation], of paths: [String]) -> [[Double]] {
    let own = correlations.filter { paths.contains($0.first) && paths.contains($0.second) }
    let names = paths.filter { path in own.contains { $0.first == path || $0.second == path } }
    guard let copula = GaussianCopula(matrix(own, names).ofNormalDraws) else { return [] }
    return paths.map { path in
      guard let row = names.firstIndex(of: path) else { return [] }
      var weights = [Double](repeating: 0, count: paths.count)
      for (name, weight) in zip(names, copula.factor[row]) {
        weights[paths.firstIndex(of: name)!] = weight
      }
      return weights
    }
  }

  /// The nearest correlations that numbers can have together; nil where these are some already.
  public static func nearestPossible(to correlations: [Correlation]) -> [Double]? {
    var names: [String] = []
    for path in correlations.flatMap({ [$0.first, $0.second] }) where !names.contains(path) {
      names.append(path)
    }
    let wanted = matrix(correlations, names).ofNormalDraws
    guard !wanted.isValid else { return nil }
    let nearest = wanted.nearestValid().ofRanks
    return correlations.map { nearest[$0.first, $0.second] ?? 0 }
  }

  private static func matrix(
    _ correlations: [Correlation], _ names: [String]
  ) -> CorrelationMatrix {
    var matrix = CorrelationMatrix(names: names)
    for correlation in correlations {
      let first = names.firstIndex(of: correlation.first)!
      matrix[first, names.firstIndex(of: correlation.second)!] = correlation.rank
    }
    return matrix
  }
}
