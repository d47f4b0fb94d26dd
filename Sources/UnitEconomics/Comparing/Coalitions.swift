import Formulas

/// A figure where some drivers stand as in the later scenario and the others as in the earlier.
///
/// Mixtures of one shape are one model and are read as a batch, a point for each mixture.
struct Coalitions {
  let before: Scenario
  let after: Scenario
  var output: String
  let drivers: [Driver]
  /// The drivers that decide which formulas there are.
  let shaping: [Int]
  private var models: [[Bool]: CostModel] = [:]

  /// How many shapes are kept at a time; one takes half a megabyte.
  private static let mostModels = 256

  init(from before: Scenario, to after: Scenario, of output: String, by drivers: [Driver]) {
    self.before = before
    self.after = after
    self.output = output
    self.drivers = drivers
    shaping = drivers.indices.filter { drivers[$0].shapesModel }
  }

  /// The figure for each set of drivers, a flag a driver; not a number where it has no value.
  mutating func worths(_ sets: [[Bool]]) throws(ModelFaults) -> [Double] {
    var results = [Double](repeating: .nan, count: sets.count)
    let shapes = Dictionary(grouping: sets.indices) { index in shaping.map { sets[index][$0] } }
    for (_, indices) in shapes {
      let model = try model(of: sets[indices[0]])
      guard model.graph.positions[output] != nil else { continue }
      let numbers = grid(model, indices.map { sets[$0] }).numbers
      for (index, number) in zip(indices, numbers) { results[index] = number }
    }
    return results
  }

  /// The figure for every set of drivers, by the bits of the set.
  mutating func table() throws(ModelFaults) -> [Double] {
    try worths(
      (0..<1 << drivers.count).map { set in drivers.indices.map { set >> $0 & 1 == 1 } })
  }

  /// Why the figure has no value for a set of drivers.
  mutating func reason(_ set: [Bool]) throws(ModelFaults) -> String {
    let model = try model(of: set)
    var changed: [String: Input] = [:]
    for (driver, isIn) in zip(drivers, set) where isIn {
      for change in driver.changes {
        guard let input = changed[change.path] ?? model.scenario.inputs[change.path] else {
          continue
        }
        changed[change.path] = input.changed(change)
      }
    }
    let reading = model.values(changed: changed)[output]
    return reading?.reason ?? "the model has no \(output)"
  }

  private mutating func model(of set: [Bool]) throws(ModelFaults) -> CostModel {
    let shape = shaping.map { set[$0] }
    if let known = models[shape] { return known }
    let members = shaping.filter { set[$0] }.map { drivers[$0] }
    let taken = Set(members.flatMap(\.differences).map(\.path))
    let scenario = Mixture(before: before, after: after) { taken.contains($0.path) }.scenario()
    var whole: [String: Input] = [:]
    for input in scenario.inputs where input.domain.isWhole { whole[input.path] = input }
    for change in members.flatMap(\.changes) {
      if let input = whole[change.path] { whole[change.path] = input.changed(change) }
    }
    let model = try CostModel(scenario, changed: whole)
    if models.count >= Self.mostModels { models.removeAll() }
    models[shape] = model
    return model
  }

  /// The points at which a model stands for some sets of drivers.
  private func grid(_ model: CostModel, _ sets: [[Bool]]) -> GridReading {
    let places = model.places
    var columns: [String: [Double]] = [:]
    for (index, driver) in drivers.enumerated() {
      for change in driver.changes {
        guard places[change.path] != nil, let input = model.scenario.inputs[change.path] else {
          continue
        }
        var column =
          columns.removeValue(forKey: change.path)
          ?? [Double](repeating: input.value, count: sets.count)
        for (point, set) in sets.enumerated() where set[index] {
          column[point] = input.domain.held(change.applied(to: column[point]))
        }
        columns[change.path] = column
      }
    }
    let inputs = columns.sorted { $0.key < $1.key }.flatMap { path, column in
      (places[path] ?? []).map { (input: $0, values: Grid.Source.listed(column)) }
    }
    return GridReading(
      around: model.values(), grid: Grid(axes: [Grid.Axis(count: sets.count, inputs: inputs)]),
      outputs: [output])
  }
}

extension GridReading {
  /// The first output at every point, in order.
  fileprivate var numbers: [Double] {
    [Double](unsafeUninitializedCapacity: grid.count) { buffer, count in
      nonisolated(unsafe) let places = buffer
      read { start, many, blocks in
        for index in 0..<many { places[start + index] = blocks[0][index] }
      }
      count = places.count
    }
  }
}
