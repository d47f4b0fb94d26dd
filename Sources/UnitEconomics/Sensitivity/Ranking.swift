extension Sequence {
  /// The elements in rising order of a measure, those that are equal as they stand.
  ///
  /// Measures are compared to seven digits: what differs by rounding only keeps its place, and a page
  /// reads the same on every machine.
  public func ranked(by measure: (Element) -> Double) -> [Element] {
    enumerated().map { (measure: Float(measure($1)), place: $0, element: $1) }
      .sorted { ($0.measure, $0.place) < ($1.measure, $1.place) }
      .map(\.element)
  }
}
