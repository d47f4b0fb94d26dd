/// One figure of some runs.
struct MeasureFact {
  let section: String
  let item: String
  let figure: String
  let value: Double?
  let unit: String
  var interval: ClosedRange<Double>?

  init(
    _ section: String, _ item: String, _ figure: String, _ value: Double?, _ unit: String,
    _ interval: ClosedRange<Double>? = nil
  ) {
    self.section = section
    self.item = item
    self.figure = figure
    self.value = value
    self.unit = unit
    self.interval = interval
  }

  var cells: [Cell] {
    [
      .text(section), .text(harmless(item)), .text(figure), .plain(value),
      .plain(interval?.lowerBound), .plain(interval?.upperBound), .text(unit),
    ]
  }

  var json: JSON {
    [
      "section": .string(section), "item": .string(item), "figure": .string(figure),
      "value": value.map { .number($0) } ?? nil,
      "low": interval.map { .number($0.lowerBound) } ?? nil,
      "high": interval.map { .number($0.upperBound) } ?? nil, "unit": .string(unit),
    ]
  }
}
