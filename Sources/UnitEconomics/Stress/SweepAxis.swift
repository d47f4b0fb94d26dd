import Formulas

/// One axis of a sweep: what happens to inputs at each of its positions.
public struct SweepAxis: Sendable {
  /// What the axis is called: the pattern that it was stated with.
  public let name: String
  /// The changes at each position.
  public let positions: [[Stress.Change]]

  public init(name: String, positions: [[Stress.Change]]) {
    self.name = name
    self.positions = positions
  }

  /// An axis that makes one kind of change to every input that a pattern matches, by each amount.
  public init(
    _ pattern: PathPattern, _ kind: Stress.Change.Kind, amounts: [Double], in scenario: Scenario
  ) {
    let paths = scenario.inputs.map(\.path).filter(pattern.matches)
    name = pattern.text
    positions = amounts.map { amount in
      paths.map { Stress.Change(path: $0, kind: kind, amount: amount) }
    }
  }
}

extension CostModel {
  /// The grid of all combinations of positions along some axes.
  ///
  /// Each input is held within what it can be, after every change. Inputs that shape the model, such as
  /// a number of retries, cannot move within one grid and are left as they stand.
  public func grid(_ axes: [SweepAxis]) -> Grid {
    let places = self.places
    return Grid(
      axes: axes.map { axis in
        let columns = self.columns(axis)
        let inputs = columns.flatMap { column in
          (places[column.path] ?? []).map { ($0, Grid.Source.listed(column.values)) }
        }
        return Grid.Axis(count: axis.positions.count, inputs: inputs.sorted { $0.0 < $1.0 })
      })
  }

  /// The values of each input that an axis changes.
  private func columns(_ axis: SweepAxis) -> [Column] {
    var columns: [Column] = []
    var indices: [String: Int] = [:]
    for (index, changes) in axis.positions.enumerated() {
      for (place, change) in changes.enumerated() {
        // Most positions change the same inputs in the same order.
        if columns.indices.contains(place), columns[place].path == change.path {
          columns[place].make(change, at: index)
          continue
        }
        if indices[change.path] == nil, let input = scenario.inputs[change.path] {
          indices[change.path] = columns.count
          columns.append(Column(input, axis.positions.count))
        }
        if let column = indices[change.path] { columns[column].make(change, at: index) }
      }
    }
    return columns
  }
}

/// The values of one input along an axis.
private struct Column {
  let path: String
  private let domain: Domain
  private(set) var values: [Double]

  init(_ input: Input, _ count: Int) {
    path = input.path
    domain = input.domain
    values = Array(repeating: input.value, count: count)
  }

  mutating func make(_ change: Stress.Change, at index: Int) {
    values[index] = domain.held(change.applied(to: values[index]))
  }
}
