/// A model read again and again while a few inputs move and the others stand still.
///
/// Only formulas that rest on a moved input and that a wanted one rests on are worked out; of the rest
/// only what these take is kept, as it is at the point around which the inputs move.
///
///     let reading = MovingReading(around: values, inputs: [3], outputs: ["grossMargin"])
///     reading.numbers([0.12])                   // the margin at 12 %, as the point reading has it
///     reading.bounds([Interval(0.08, 0.12)])    // all that the margin can be in between
public struct MovingReading: Sendable {
  /// A step, and which of the numbers it works out.
  private struct PlacedStep {
    var step: Step
    var place: Int
  }

  /// What is worked out, in order.
  private let steps: [PlacedStep]
  /// The operands of all steps, as places among the numbers.
  private let operands: [Int32]
  /// All that is worked out or rested on, as it is at the point.
  private let numbers: [Double]
  private let intervals: [Interval]
  /// The places of the moved inputs.
  private let moved: [Int]
  private let outputs: [Int]

  /// Prepares a model for the movement of a few inputs.
  ///
  /// - Parameters:
  ///   - values: the point at which all other inputs stay.
  ///   - inputs: the inputs that move, by their place in a point.
  ///   - outputs: the paths of the formulas to read; each must be in the graph.
  public init(around values: Values, inputs: [Int], outputs: [String]) {
    let graph = values.graph
    let moved = inputs.map { graph.inputs[$0] }
    var moves = [Bool](repeating: false, count: graph.nodes.count)
    for position in moved { moves[position] = true }
    var steps: [PlacedStep] = []
    // What stands before the first moved input rests on none.
    for position in (moved.min() ?? graph.nodes.count)..<graph.nodes.count where !moves[position] {
      let step = graph.step(position)
      guard step.operands.contains(where: { moves[Int(graph.operands[$0])] }) else { continue }
      moves[position] = true
      steps.append(PlacedStep(step: step, place: position))
    }
    self.init(
      steps, graph.operands, values.numbers, moved, outputs.map { graph.positions[$0]! })
  }

  /// Keeps of some steps those that wanted numbers rest on, and of the numbers those that they take.
  private init(
    _ steps: [PlacedStep], _ operands: [Int32], _ numbers: [Double], _ moved: [Int],
    _ outputs: [Int]
  ) {
    var isKept = [Bool](repeating: false, count: numbers.count)
    for place in outputs { isKept[place] = true }
    var kept: [PlacedStep] = []
    for placed in steps.reversed() where isKept[placed.place] {
      kept.append(placed)
      for index in placed.step.operands { isKept[Int(operands[index])] = true }
    }
    for place in moved { isKept[place] = true }
    kept.reverse()

    var newPlace = [Int32](repeating: -1, count: numbers.count)
    var own: [Double] = []
    for place in isKept.indices where isKept[place] {
      newPlace[place] = Int32(own.count)
      own.append(numbers[place])
    }
    var list: [Int32] = []
    for index in kept.indices {
      let start = list.count
      for operand in kept[index].step.operands { list.append(newPlace[Int(operands[operand])]) }
      kept[index].step.operands = start..<list.count
      kept[index].place = Int(newPlace[kept[index].place])
    }
    self.steps = kept
    self.operands = list
    self.numbers = own
    intervals = own.map { $0.isNaN ? .nothing : Interval($0) }
    self.moved = moved.map { Int(newPlace[$0]) }
    self.outputs = outputs.map { Int(newPlace[$0]) }
  }

  /// The same reading of some of its formulas alone, which is quicker where these rest on little.
  ///
  /// - Parameter wanted: which of the formulas to read, by their place among them.
  public func narrowed(to wanted: [Int]) -> MovingReading {
    MovingReading(steps, operands, numbers, moved, wanted.map { outputs[$0] })
  }

  /// The wanted formulas where the moved inputs have these values; not a number where undefined.
  public func numbers(_ values: [Double]) -> [Double] {
    var numbers = numbers
    for (place, value) in zip(moved, values) { numbers[place] = value.orNothing }
    for placed in steps { numbers[placed.place] = placed.step.result(operands, numbers) }
    return outputs.map { numbers[$0] }
  }

  /// Bounds on the wanted formulas while each moved input lies in its interval.
  public func bounds(_ box: [Interval]) -> [Interval] {
    var intervals = intervals
    for (place, interval) in zip(moved, box) { intervals[place] = interval }
    for placed in steps { intervals[placed.place] = placed.step.bounds(operands, intervals) }
    return outputs.map { intervals[$0] }
  }
}
