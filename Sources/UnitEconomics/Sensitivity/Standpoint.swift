import Formulas

/// The case around which inputs are moved: the base case, or that of a stress.
public struct Standpoint: Sendable {
  public let reading: CaseReading
  /// The model of the base case, which shapes itself anew where whole numbers change.
  let model: CostModel
  /// What the stress does, before anything else is done.
  let changes: [Stress.Change]
  /// Every input of the scenario as it is in this case, in the order of the file.
  public let inputs: [Input]
  /// Where each input stands in a point of the case's graph; whole numbers have no place there.
  let places: [String: [Int]]
  /// For each formula that a check judges, the inputs that it rests on, by their nodes.
  private let foundations: [String: Set<Int>]

  public init(_ model: CostModel, under stress: Stress? = nil) throws(ModelFaults) {
    let reading =
      if let stress { try CaseReading(stress, on: model) } else {
        CaseReading(
          stress: nil, model: model, values: model.values(), changed: [:], notes: [])
      }
    self.reading = reading
    self.model = model
    changes = stress?.changes ?? []
    inputs = model.scenario.inputs.map { reading.changed[$0.path] ?? $0 }
    places = reading.model.places
    let checks = model.scenario.checks + model.scenario.rateLimitChecks
    foundations = Dictionary(
      checks.map { ($0.output, reading.values.graph.inputs(below: $0.output)) },
      uniquingKeysWith: { $1 })
  }

  /// One input set to a value, and nothing else changed.
  struct Move {
    let input: Input
    let value: Double
  }

  /// A figure after each of some moves, each made alone; not a number where it is undefined.
  ///
  /// All moves that the model can follow are points of one batch; a whole number builds it anew.
  func figures(_ output: String, after moves: [Move]) throws(ModelFaults) -> [Double] {
    guard let position = reading.values.graph.positions[output] else {
      return moves.map { _ in .nan }
    }
    var figures = moves.map { _ in reading.values.numbers[position] }
    var batch: [(move: Int, places: [Int], value: Double)] = []
    for (index, move) in moves.enumerated() where move.value != move.input.value {
      if let places = places[move.input.path] {
        batch.append((index, places, move.value))
      } else if move.input.domain.isWhole {
        let change = Stress.Change(path: move.input.path, kind: .set, amount: move.value)
        figures[index] = try model.figure(output, changes + [change])
      }
    }
    guard !batch.isEmpty else { return figures }
    var columns: [Int: [Double]] = [:]
    let point = reading.values.graph.inputs.map { reading.values.numbers[$0] }
    for (row, entry) in batch.enumerated() {
      for place in entry.places {
        let stated = Array(repeating: point[place], count: batch.count)
        columns[place, default: stated][row] = entry.value
      }
    }
    let axis = Grid.Axis(
      count: batch.count,
      inputs: columns.sorted { $0.key < $1.key }.map { ($0.key, .listed($0.value)) })
    let grid = GridReading(
      around: reading.values, grid: Grid(axes: [axis]), outputs: [output])
    let results = ScannedNumbers(1, batch.count)
    grid.read { start, count, blocks in results.take(0, start, count, blocks[0]) }
    for (entry, figure) in zip(batch, results[0]) { figures[entry.move] = figure }
    return figures
  }

  /// Why a figure has no value after a move.
  func reason(_ output: String, after move: Move) throws(ModelFaults) -> String {
    let change = Stress.Change(path: move.input.path, kind: .set, amount: move.value)
    let changed = model.scenario.changed(by: changes + [change]).inputs
    return try model.shaped(by: changed).values(changed: changed)[output]?.reason
      ?? "it has no value there"
  }
}

extension Standpoint {
  /// The checks that must hold in the base case, as they come out here.
  var checks: [CheckReading] {
    (model.scenario.checks + model.scenario.rateLimitChecks).map { CheckReading($0, in: reading) }
  }

  /// Whether a check's figure could move with an input.
  func rests(_ check: Check, on input: Input) -> Bool {
    if input.domain.isWhole { return true }
    let own = places[input.path] ?? []
    return own.contains { foundations[check.output]?.contains($0) ?? false }
  }
}

extension FormulaGraph {
  /// The inputs that a formula rests on, by their place in a point.
  fileprivate func inputs(below path: String) -> Set<Int> {
    guard let root = positions[path] else { return [] }
    var isBelow = [Bool](repeating: false, count: root + 1)
    isBelow[root] = true
    for position in stride(from: root, through: 0, by: -1) where isBelow[position] {
      for operand in operands(of: position) { isBelow[Int(operand)] = true }
    }
    return Set(inputs.indices.filter { inputs[$0] <= root && isBelow[inputs[$0]] })
  }
}
