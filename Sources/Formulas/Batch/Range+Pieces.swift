extension Range<Int> {
  /// The range cut into pieces of one size, the last one as long as is left.
  ///
  ///     (0..<10).pieces(of: 4)   // [0..<4, 4..<8, 8..<10]
  package func pieces(of size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: size).map {
      $0..<Swift.min($0 + size, upperBound)
    }
  }
}
