import Formulas
import Machine
import TestSupport
import Testing

/// Holds every reading of a formula to the others, at random points of a box.
///
/// - a value is finite, or undefined with a reason
/// - the bounds over the box hold at every point of it
/// - a batch has the bits of its points, on every engine of the machine
/// - the gradient is the slope that central differences find
/// - moving some inputs around a point gives the values and bounds of the whole
/// - an explanation adds up: each figure is what its expression makes of its parts
func checkReadingLaws(_ sample: Sample, points: Int, seed: UInt64) throws {
  let graph = try FormulaGraph([sample.formula])
  let box = try graph.inputPaths.map { try #require(sample.box[$0]) }
  let bounds = graph.bounds(over: box.map { Interval($0.lowerBound, $0.upperBound) })
  var seed = Seed(seed)
  try checkBatch(graph, (0..<300).map { _ in seed.point(in: box) })
  var slopesChecked = 0
  for index in 0..<points {
    let point = seed.point(in: box)
    let values = graph.values(at: point)
    // The first point outside says enough.
    guard checkBounds(bounds, hold: values) else { return }
    if index < 40 {
      try checkReasons(values)
      checkMoving(around: values, to: seed.point(in: box), box)
      slopesChecked += try checkGradient(graph, at: point, in: box)
      let explanation = try #require(graph.explain("result", at: values))
      try checkExplanation(explanation)
    }
  }
  #expect(slopesChecked > 10)
}

/// Reads points as a list, as all their inputs move.
private func checkBatch(_ graph: FormulaGraph, _ points: [[Double]]) throws {
  let base = graph.values(at: points[0])
  let inputs = graph.inputs.indices.map { input in
    (input: input, values: Grid.Source.listed(points.map { $0[input] }))
  }
  let grid = Grid(axes: [.init(count: points.count, inputs: inputs)])
  let reading = GridReading(around: base, grid: grid, outputs: ["result"])
  let expected = try points.map { try #require(graph.values(at: $0)["result"]).value }
  for engine in Machine.engines {
    reading.read(by: .alone(engine: engine)) { start, count, blocks in
      let numbers = (0..<count).map { blocks[0][$0].isNaN ? nil : blocks[0][$0].bitPattern }
      #expect(numbers == expected[start..<start + count].map { $0?.bitPattern }, "\(engine.name)")
    }
  }
}

private func checkBounds(_ bounds: [Interval], hold values: Values) -> Bool {
  // One expectation a point and not one a node: an expectation costs more than an evaluation.
  let outside = values.numbers.indices.filter { position in
    let number = values.numbers[position]
    return number.isNaN
      ? !bounds[position].canBeUndefined : number.isInfinite || !bounds[position].contains(number)
  }
  guard let position = outside.first else { return true }
  Issue.record(
    "\(values.graph.expression(position)) is \(values.numbers[position]), out of \(bounds[position])"
  )
  return false
}

/// Moves every other input to another point, and over the stretch between the two.
private func checkMoving(around values: Values, to other: [Double], _ box: [ClosedRange<Double>]) {
  let graph = values.graph
  let moved = Array(stride(from: 0, to: other.count, by: 2))
  var point = graph.inputs.map { values.numbers[$0] }
  var stretch = point.map { Interval($0) }
  for input in moved {
    stretch[input] = Interval(min(point[input], other[input]), max(point[input], other[input]))
    point[input] = other[input]
  }
  let reading = MovingReading(around: values, inputs: moved, outputs: ["result"])
  let result = graph.positions["result"]!
  let whole = graph.values(at: point).numbers[result]
  #expect(reading.numbers(moved.map { other[$0] })[0].bitPattern == whole.bitPattern)
  let bounds = reading.bounds(moved.map { stretch[$0] })[0]
  let wide = graph.bounds(over: stretch)[result]
  for end in [values.numbers[result], whole] {
    #expect(end.isNaN ? bounds.canBeUndefined : bounds.contains(end))
  }
  #expect(bounds.isEmpty || (bounds.low >= wide.low && bounds.high <= wide.high))
}

private func checkReasons(_ values: Values) throws {
  for position in values.numbers.indices {
    switch values.reading(position) {
    case .defined(let value): #expect(value.isFinite)
    case .undefined(let reason): #expect(!reason.isEmpty)
    }
  }
}

/// Compares the slopes with central differences of fourth order; points beside a kink are left out.
///
/// - Returns: how many slopes were compared.
private func checkGradient(
  _ graph: FormulaGraph, at point: [Double], in box: [ClosedRange<Double>]
) throws -> Int {
  let values = graph.values(at: point)
  guard let result = values["result"]?.value else {
    #expect(graph.gradient(of: "result", at: values) == nil)
    return 0
  }
  let gradient = try #require(graph.gradient(of: "result", at: values))
  var checked = 0
  for axis in point.indices {
    let step = 2e-5 * min(abs(point[axis]), box[axis].upperBound - box[axis].lowerBound)
    let beside = [-2.0, -1, 1, 2].map { shift in
      var moved = point
      moved[axis] += shift * step
      return graph.values(at: moved)
    }
    let branch = branches(values)
    guard step > 1e-8, beside.allSatisfy({ branches($0) == branch }) else { continue }
    let f = beside.compactMap { $0["result"]?.value }
    guard f.count == 4 else { continue }
    let slope = ((f[0] - f[3]) - 8 * (f[1] - f[2])) / (12 * step)
    let rounding = 1e-14 * max(abs(result), f.map(abs).max()!) / step
    #expect(
      abs(gradient[axis] - slope) <= 1e-6 * abs(slope) + rounding,
      "by \(graph.inputPaths[axis]) at \(point): \(gradient[axis]) is not \(slope)")
    checked += 1
  }
  return checked
}

/// Which way each step goes that can go several ways; it changes where a kink is crossed.
private func branches(_ values: Values) -> [Double] {
  values.graph.nodes.indices.compactMap { position in
    let operands = values.graph.operands(of: position).map { values.numbers[Int($0)] }
    return switch values.graph.nodes[position].operation {
    case .floor, .ceil, .isLess, .isAtMost, .erlangAgents: values.numbers[position]
    case .minimum, .maximum: operands[0] < operands[1] ? 0 : 1
    default: nil
    }
  }
}

/// Recomputes a figure from its expression and the values of its parts, and each part likewise.
func checkExplanation(_ explanation: Explanation) throws {
  for part in explanation.parts { try checkExplanation(part) }
  guard !explanation.isInput, !explanation.isRepeated else { return }
  var values: [String: Double] = [:]
  for part in explanation.parts { values[part.path] = part.reading.value ?? .nan }
  var expression = PaperExpression(explanation.expression, names: values)
  let recomputed = try expression.value()
  switch explanation.reading {
  case .defined(let value):
    #expect(
      abs(recomputed - value) <= 1e-12 * abs(value),
      "\(explanation.path) = \(explanation.expression) with \(values)")
  case .undefined:
    #expect(
      !recomputed.isFinite, "\(explanation.path) = \(explanation.expression) with \(values)")
  }
}
