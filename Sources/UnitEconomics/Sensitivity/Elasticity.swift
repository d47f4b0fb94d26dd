import Formulas

/// How a figure answers to a little more of one input.
public struct Elasticity: Sendable {
  public let input: Input
  /// How much the figure changes for one unit more of the input, by the slope at where it stands.
  public let slope: Double
  public let course: Course
  /// Whether the input can rise, and can fall; one at the end of what it can be goes one way only.
  public let canRise: Bool
  public let canFall: Bool
  /// The figure itself.
  private let figure: Double

  /// How the figure runs where the input stands.
  public enum Course: Sendable, Equatable {
    /// It has one slope.
    case smooth
    /// Something on the way is rounded to whole workers, people or calls. The slope is that of a line
    /// through the steps, and here the slope between two of them.
    case stepped(here: Double)
    /// It bends where the input stands: a slope below, another above. The slope is their mean.
    case bent(below: Double, above: Double)
    /// It jumps where the input stands; the slope leaves the jump out.
    case jump
  }

  init(
    _ input: Input, slope: Double, course: Course, figure: Double
  ) {
    self.input = input
    self.slope = slope
    self.course = course
    self.figure = figure
    canRise = input.domain.held(input.value.nextUp) > input.value
    canFall = input.domain.held(input.value.nextDown) < input.value
  }

  /// By how much the figure changes, in its own unit, when the input grows by one per cent.
  ///
  /// A share above one half grows by one per cent of what it leaves: ``Input/fullStep``.
  public var perPercent: Double { slope * input.fullStep / 100 }

  /// By how many per cent the figure changes when the input grows by one: d ln figure / d ln input.
  ///
  /// - Undefined: the figure is 0 or less, so that parts of it mean nothing.
  public var elasticity: Double? { figure > 0 ? slope * input.value / figure : nil }
}

extension Standpoint {
  /// How a figure answers to each input, those that move it most by one per cent first.
  ///
  /// Whole numbers that shape the model have no slope and are left out.
  public func elasticities(of output: String) throws(ModelFaults) -> [Elasticity] {
    let values = reading.values
    guard let figure = values[output]?.value,
      let local = values.graph.gradient(of: output, at: values),
      let through = values.graph.gradient(of: output, at: values, averagesSteps: true)
    else { return [] }
    let moved = inputs.filter { places[$0.path] != nil }
    let nearby = try neighbours(output, of: moved)
    var found: [Elasticity] = []
    for (input, sides) in zip(moved, nearby) {
      let own = places[input.path] ?? []
      let (here, along) = (own.reduce(0) { $0 + local[$1] }, own.reduce(0) { $0 + through[$1] })
      guard here.isFinite, along.isFinite else { continue }
      found.append(Elasticity(input, local: here, through: along, sides, figure: figure))
    }
    return found.ranked { -abs($0.perPercent) }
  }

  /// The slopes from where each input stands to just below and just above; nil where it cannot go.
  private func neighbours(
    _ output: String, of inputs: [Input]
  ) throws(ModelFaults) -> [Elasticity.Sides] {
    let steps = inputs.map { 1e-6 * abs($0.value) }
    let moves = [-1.0, 1].flatMap { side in
      zip(inputs, steps).map { Move(input: $0, value: $0.domain.held($0.value + side * $1)) }
    }
    let figures = try figures(output, after: moves)
    let base = reading.values[output]?.value ?? .nan
    func slope(_ index: Int) -> Double? {
      let way = moves[index].value - moves[index].input.value
      let slope = (figures[index] - base) / way
      return slope.isFinite ? slope : nil
    }
    return inputs.indices.map {
      Elasticity.Sides(
        below: slope($0), above: slope(inputs.count + $0), step: steps[$0])
    }
  }
}

extension Elasticity {
  /// Slopes by differences to just below and just above.
  struct Sides {
    let below: Double?
    let above: Double?
    let step: Double
  }

  /// Finds out which course it is; what differs by less than a twentieth is one slope.
  fileprivate init(
    _ input: Input, local: Double, through: Double, _ sides: Sides, figure: Double
  ) {
    func differ(_ a: Double, _ b: Double) -> Bool {
      abs(a - b) > 0.05 * max(abs(a), abs(b)) && abs(a - b) * abs(input.value) > 1e-7 * abs(figure)
    }
    func jumps(_ slope: Double?) -> Bool {
      slope.map { abs($0) * sides.step > 1e-4 * abs(figure) } ?? false
    }
    // What adds up to nothing leaves rounding behind.
    func cleared(_ slope: Double) -> Double {
      abs(slope * input.value) <= 1e-12 * abs(figure) && input.value != 0 ? 0 : slope
    }
    let (local, through) = (cleared(local), cleared(through))
    var slope = local
    var course = Course.smooth
    if jumps(sides.below) || jumps(sides.above) {
      course = .jump
    } else if differ(local, through) {
      (slope, course) = (through, .stepped(here: local))
    } else if let below = sides.below, let above = sides.above, differ(below, above) {
      (slope, course) = ((below + above) / 2, .bent(below: below, above: above))
    }
    self.init(input, slope: slope, course: course, figure: figure)
  }
}
