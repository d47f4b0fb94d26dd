import Formulas

/// The figures of some checks along a direction: numbers at a position, bounds over a stretch.
struct Way {
  /// Each of a figure that the model has.
  let checks: [Check]
  let direction: Direction
  let start: Double
  /// Where it ends; a way may be followed in part.
  var end: Double
  private let model: CostModel
  private let stress: [Stress.Change]
  /// The inputs that move, as the stress leaves them, and how often the model reads each.
  private let moved: [(domain: Domain, value: Double, count: Int)]
  /// Which moved input a path is.
  private let indices: [String: Int]
  /// The limit of each check, and which side of it is the good one: 1 above, -1 below.
  private let limits: [(value: Double, side: Double)]
  /// Nil where a number that shapes the model moves, so that each position is a model of its own.
  private let reading: MovingReading?

  /// - Parameter values: the figures under the stress, where they are known already.
  init(
    _ model: CostModel, _ checks: [Check], _ direction: Direction, _ start: Double, _ end: Double,
    _ stress: [Stress.Change], around values: Values? = nil
  ) throws(ModelFaults) {
    self.checks = checks
    self.direction = direction
    self.start = start
    self.end = end
    self.model = model
    self.stress = stress
    limits = checks.map { ($0.limit.value, $0.side == .min ? 1 : -1) }
    let stressed = model.scenario.changed(by: stress).inputs
    let paths = Set((direction.changes(start) + direction.changes(end)).map(\.path)).sorted()
    let inputs = paths.compactMap { stressed[$0] ?? model.scenario.inputs[$0] }
    indices = Dictionary(uniqueKeysWithValues: inputs.enumerated().map { ($1.path, $0) })
    guard !inputs.contains(where: \.domain.isWhole) else {
      moved = []
      reading = nil
      return
    }
    let around =
      if let values { values } else { try model.shaped(by: stressed).values(changed: stressed) }
    var places = inputs.map { _ in [Int]() }
    for (place, position) in around.graph.inputs.enumerated() {
      if let path = around.graph.nodes[position].label?.path, let index = indices[path] {
        places[index].append(place)
      }
    }
    moved = zip(inputs, places).map { ($0.domain, $0.value, $1.count) }
    reading = MovingReading(
      around: around, inputs: places.flatMap { $0 }, outputs: checks.map(\.output))
  }

  /// A way along which figures are read, without a limit to any.
  init(
    _ model: CostModel, figures: [String], along direction: Direction,
    under stress: [Stress.Change], around values: Values?
  ) throws(ModelFaults) {
    let checks = figures.map {
      Check(name: "", output: $0, side: .min, limit: Input("", "", 0, .one), stresses: [])
    }
    let range = direction.range
    try self.init(
      model, checks, direction, range.lowerBound, range.upperBound, stress, around: values)
  }

  /// The same way for some of the checks alone, by their place among them.
  func narrowed(to wanted: [Int]) -> Way { Way(self, wanted) }

  private init(_ way: Way, _ wanted: [Int]) {
    checks = wanted.map { way.checks[$0] }
    direction = way.direction
    start = way.start
    end = way.end
    model = way.model
    stress = way.stress
    moved = way.moved
    indices = way.indices
    limits = wanted.map { way.limits[$0] }
    reading = way.reading?.narrowed(to: wanted)
  }

  /// Whether stretches can be bounded, and not only positions looked at.
  var isContinuous: Bool { reading != nil }

  /// How far each check lies on the good side; not a number where its figure has no value.
  func distances(_ position: Double) throws(ModelFaults) -> [Double] {
    try zip(limits, figures(position)).map { $0.side * ($1 - $0.value) }
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
    return zip(limits, reading.bounds(box)).map { limit, bounds in
      guard !bounds.canBeUndefined, !bounds.isEmpty else { return false }
      return limit.side > 0 ? bounds.low >= limit.value : bounds.high <= limit.value
    }
  }

  /// The values of the moved inputs, each as often as the model reads it.
  private func point(_ position: Double) -> [Double] {
    var values = moved.map(\.value)
    for change in direction.changes(position) {
      guard let index = indices[change.path] else { continue }
      values[index] = moved[index].domain.held(change.applied(to: values[index]))
    }
    guard moved.contains(where: { $0.count != 1 }) else { return values }
    return zip(moved, values).flatMap { input, value in
      repeatElement(value, count: input.count)
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
