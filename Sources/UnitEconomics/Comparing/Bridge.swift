import Formulas

/// Why a figure differs between two cases: the difference split among what differs, to the last cent.
///
/// A driver's share is its Shapley value: its effect averaged over all orders in which the drivers
/// could have changed, so that no order is preferred and the shares add up to the difference.
public struct Bridge: Sendable {
  /// How the shares were found.
  public enum Method: Sendable, Equatable {
    /// Every set of drivers was looked at, so many in all.
    case exact(sets: Int)
    /// So many random orders and the reverse of each were looked at.
    case sampled(pairs: Int, seed: UInt64)
  }

  /// One driver's part in the difference.
  public struct Share: Sendable {
    public let driver: Driver
    public let value: Double
    /// What it does where nothing else has changed.
    public let alone: Double
    /// What it does where all else has changed.
    public let last: Double
    /// How sure a sampled share is; nil for an exact one.
    public let standardError: Double?
  }

  /// Drivers that were made one, because the figure has no value where one changes without the other.
  public struct Tie: Sendable {
    public let drivers: [String]
    public let reason: String
  }

  public let output: String
  public let unit: Unit
  public let before: Double
  public let after: Double
  /// The largest first.
  public let shares: [Share]
  /// What differs without any way for it to reach the figure.
  public let idle: [Difference]
  public let method: Method
  public let grouping: Grouping
  public let ties: [Tie]
  /// Why inputs were not taken one by one, where that was asked for and could not be done.
  public let notByInput: String?

  public var difference: Double { after - before }
}

extension Bridge {
  /// The seed of sampled orders, fixed so that the same question has the same answer.
  static let seed: UInt64 = 20_261_122
  /// How many orders are sampled, each with its reverse: fewer where so many drivers shape the model
  /// that nearly every mixture is a model of its own.
  static func pairs(shaping count: Int) -> Int { count <= 8 ? 500 : max(20, 1000 / (count + 1)) }

  /// The bridge from one case to another.
  ///
  /// - Parameters:
  ///   - output: the figure, by its name.
  ///   - before: the case that it goes from.
  ///   - after: the case that it goes to.
  ///   - grouping: how what differs becomes drivers; of ``Grouping/statement``, `stated`.
  ///   - stated: the drivers where the later case was made from the earlier by statements. More
  ///     than twelve are left for groups of inputs.
  /// - Returns: nil where the figure has no value in one of the cases.
  public init?(
    of output: String, from before: CaseReading, to after: CaseReading,
    by grouping: Grouping = .group, stated: [Driver] = []
  ) throws(ModelFaults) {
    guard let start = before.values[output]?.value, let end = after.values[output]?.value,
      let position = before.values.graph.positions[output]
    else { return nil }
    let (earlier, later) = (before.ownScenario, after.ownScenario)
    let reach = Reach(of: output, in: [before.values.graph, after.values.graph])
    let differences = earlier.differences(to: later)
    let active = differences.filter(reach.holds)

    var grouping = grouping
    var drivers = grouping == .statement ? stated : active.drivers(by: grouping)
    if grouping == .statement, drivers.count > Shapley.mostPlayers {
      grouping = .group
      drivers = active.drivers(by: .group)
    }
    var split: Split?
    var obstacle: String?
    func coalitions(_ drivers: [Driver]) -> Coalitions {
      Coalitions(from: earlier, to: later, of: output, by: drivers)
    }
    if drivers.count > Shapley.mostPlayers {
      var sets = coalitions(drivers)
      (split, obstacle) = try sets.sampledSplit(from: start, to: end)
      if split == nil {
        grouping = .group
        drivers = active.drivers(by: .group)
      }
    }
    if split == nil {
      var sets = coalitions(drivers)
      split = try sets.split(from: start, to: end)
    }
    let shares = split?.shares ?? []
    let shown = Set(shares.flatMap { $0.driver.differences.map(\.path) })
    self.output = output
    unit = before.values.graph.nodes[position].unit
    self.before = start
    self.after = end
    self.shares = shares.sorted { abs($0.value) > abs($1.value) }
    idle = differences.filter { !reach.holds($0) && !shown.contains($0.path) }
    method = split?.method ?? .exact(sets: 1)
    self.grouping = grouping
    ties = split?.ties ?? []
    notByInput = obstacle
  }
}

extension CaseReading {
  /// The scenario with the case's own inputs.
  var ownScenario: Scenario {
    var result = model.scenario
    for input in changed.values { result.inputs.append(input) }
    return result
  }
}
