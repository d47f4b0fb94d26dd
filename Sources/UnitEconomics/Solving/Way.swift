import Formulas

/// The figures of some checks along a direction: numbers at a position, bounds over a stretch.
struct Way {
  /// Each of a figure that the model has.
  let checks: [Check]
  let direction: Direction
  let start: Double
  let end: Double
  private let model: CostModel
  private let stress: [Stress.Change]
  /// The inputs that move, as the stress leaves them, and where they stand in a point.
  private let moved: [(input: Input, places: [Int])]
  /// Nil where a number that shapes the model moves, so that each position is a model of its own.
  private let reading: MovingReading?

  init(
    _ model: CostModel, _ checks: [Check], _ direction: Direction, _ start: Double, _ end: Double,
    _ stress: [Stress.Change]
  ) throws(ModelFaults) {
    self.checks = checks
    self.direction = direction
    self.start = start
    self.end = end
    self.model = model
    self.stress = stress
    let stressed = model.scenario.changed(by: stress).inputs
    let places = model.places
    let paths = Set((direction.changes(start) + direction.changes(end)).map(\.path))
    moved = paths.sorted().compactMap { path in
      (stressed[path] ?? model.scenario.inputs[path]).map { ($0, places[path] ?? []) }
    }
    guard !moved.contains(where: { $0.input.domain.isWhole }) else {
      reading = nil
      return
    }
    let shaped = try model.shaped(by: stressed)
    let own = shaped.places
    reading = MovingReading(
      around: shaped.values(changed: stressed),
      inputs: moved.flatMap { own[$0.input.path] ?? [] }, outputs: self.checks.map(\.output))
  }

  /// Whether stretches can be bounded, and not only positions looked at.
  var isContinuous: Bool { reading != nil }

  /// How far each check lies on the good side; not a number where its figure has no value.
  func distances(_ position: Double) throws(ModelFaults) -> [Double] {
    try zip(checks, figures(position)).map { $0.distance($1) }
  }

  /// The figure of each check; not a number where it has no value.
  func figures(_ position: Double) throws(ModelFaults) -> [Double] {
    if let reading { return reading.numbers(point(position)) }
    let changed = model.scenario.changed(by: stress + direction.changes(position)).inputs
    let values = try model.shaped(by: changed).values(changed: changed)
    return checks.map { values[$0.output]?.value ?? .nan }
  }

  /// Which checks hold all along a stretch, for certain.
  func hold(from low: Double, to high: Double) -> [Bool] {
    guard let reading else { return checks.map { _ in false } }
    let box = zip(point(low), point(high)).map { Interval(min($0, $1), max($0, $1)) }
    return zip(checks, reading.bounds(box)).map { $0.holds($1) }
  }

  /// The values of the moved inputs, each as often as the model reads it.
  private func point(_ position: Double) -> [Double] {
    let changes = direction.changes(position)
    return moved.flatMap { input, places in
      let value = changes.reduce(input.value) { value, change in
        change.path == input.path ? input.domain.held(change.applied(to: value)) : value
      }
      return places.map { _ in value }
    }
  }

  /// The position halfway, by the direction's own kind of step; nil where there is none between.
  func middle(_ low: Double, _ high: Double) -> Double? {
    var middle = low + (high - low) / 2
    if direction.isLogarithmic, low > 0, high > 0 {
      // Halving by factors gets nowhere once two numbers are close; halving the gap always does.
      let factor = (low * high).squareRoot()
      if max(low, high) > 2 * min(low, high) { middle = factor }
    }
    if direction.isWhole { middle = middle.rounded(.towardZero) }
    return middle != low && middle != high ? middle : nil
  }
}
