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
  /// Each input is held within what it can be. Inputs that shape the model, such as a number of
  /// retries, cannot move within one grid and are left as they stand.
  public func grid(_ axes: [SweepAxis]) -> Grid {
    let places = self.places
    return Grid(
      axes: axes.map { axis in
        var columns: [Int: [Double]] = [:]
        for (index, changes) in axis.positions.enumerated() {
          for change in changes {
            guard let input = scenario.inputs[change.path] else { continue }
            let stated = Array(repeating: input.value, count: axis.positions.count)
            for place in places[change.path] ?? [] {
              let value = columns[place]?[index] ?? input.value
              columns[place, default: stated][index] = input.domain.held(change.applied(to: value))
            }
          }
        }
        return Grid.Axis(
          count: axis.positions.count,
          inputs: columns.sorted { $0.key < $1.key }.map { ($0.key, .listed($0.value)) })
      })
  }
}
