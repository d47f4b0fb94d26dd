/// What changes together from one case to the other: one reason why they differ.
public struct Driver: Sendable {
  /// A stem of paths (`outcomes.escalation`), or a statement (`tools.*.latency.* × 3`).
  public let name: String
  /// Whether the name is a statement that says what changes, and not only where.
  public let isStatement: Bool
  /// All that it changes, with the values before and after.
  public let differences: [Difference]
  /// What it does to inputs, in order.
  let changes: [Stress.Change]

  /// A driver that carries inputs from their earlier to their later values.
  init(_ name: String, _ differences: [Difference], isStatement: Bool = false) {
    self.init(
      name, differences,
      changes: differences.compactMap { difference in
        guard case .value(_, let after) = difference.kind else { return nil }
        return Stress.Change(path: after.path, kind: .set, amount: after.value)
      }, isStatement: isStatement)
  }

  /// A driver that does something to inputs, whatever else is done to them.
  init(
    _ name: String, _ differences: [Difference], changes: [Stress.Change], isStatement: Bool
  ) {
    self.name = name
    self.isStatement = isStatement
    self.differences = differences
    self.changes = changes
  }

  /// The drivers as one.
  init(tied drivers: [Driver]) {
    self.init(
      drivers.map(\.name).joined(separator: " and "), drivers.flatMap(\.differences),
      changes: drivers.flatMap(\.changes), isStatement: drivers.allSatisfy(\.isStatement))
  }

  /// Whether it decides which formulas there are.
  var shapesModel: Bool { differences.contains(where: \.shapesModel) }
}

extension Stress {
  /// Each statement as a driver, with what it does to a scenario by itself.
  public func drivers(in scenario: Scenario) -> [Driver] {
    parts.map { part in
      let inputs = scenario.changed(by: part.changes).inputs
      let differences = part.changes.reduce(into: [Difference]()) { found, change in
        guard let before = scenario.inputs[change.path], let after = inputs[change.path],
          before.value != after.value, !found.contains(where: { $0.path == change.path })
        else { return }
        found.append(Difference(change.path, .value(before: before, after: after)))
      }
      return Driver(
        part.statement.isEmpty ? name : part.statement, differences, changes: part.changes,
        isStatement: true)
    }
  }
}

extension Scenario {
  /// Each setting as a driver that has made a later scenario of this one, with all that differs at its
  /// path; what no setting's path leads to is in groups of its own.
  ///
  /// - Parameters:
  ///   - later: what the settings have made of this one.
  ///   - settings: each as it was given, and its path, in which `*` stands for any one name.
  public func drivers(
    to later: Scenario, settings: [(text: String, path: String)]
  ) -> [Driver] {
    var members = [[Difference]](repeating: [], count: settings.count)
    var others: [Difference] = []
    for difference in differences(to: later) where !difference.isIdle {
      let parts = InputPath.parts(difference.path)
      let setter = settings.lastIndex { setting in
        zip(InputPath.parts(setting.path), parts).allSatisfy { $0 == "*" || $0 == $1 }
      }
      if let setter { members[setter].append(difference) } else { others.append(difference) }
    }
    return zip(settings, members).map { Driver($0.text, $1, isStatement: true) }
      + others.drivers(by: .group)
  }
}

/// How what differs is put into drivers.
public enum Grouping: String, Sendable, CaseIterable {
  /// Each statement that made the later case is a driver: a line of a stress, a setting.
  case statement
  /// What belongs together is one driver: all reasons to escalate, a tool's latency, a model's prices,
  /// a charge; and where that would make more than twelve, sections are taken together further.
  case group
  /// Each input is a driver of its own.
  case input
  /// Each section of the file is a driver: outcomes, inference, tools.
  case section
}

extension [Difference] {
  /// The drivers that a grouping makes.
  func drivers(by grouping: Grouping) -> [Driver] {
    switch grouping {
    case .input: return groups { _ in .max }.map(\.driver)
    case .section: return groups { _ in 1 }.map(\.driver)
    case .group, .statement:
      // Of the section with the most drivers one name less is kept, until there are few enough.
      var most: [String: Int] = [:]
      while true {
        let groups = self.groups { Swift.min(together($0), most[$0[0]] ?? .max) }
        let bySection = Dictionary(grouping: groups) { $0.stem[0] }
        let largest = bySection.values.map(\.count).max() ?? 0
        guard groups.count > Shapley.mostPlayers, largest > 1,
          let section = groups.first(where: { bySection[$0.stem[0]]?.count == largest })?.stem[0]
        else { return groups.map(\.driver) }
        most[section] = (bySection[section]?.map(\.stem.count).max() ?? 2) - 1
      }
    }
  }

  /// Differences whose paths begin with the same names, so many of them as a rule says.
  private func groups(
    keeping names: ([String]) -> Int
  ) -> [(stem: [String], driver: Driver)] {
    var stems: [[String]] = []
    var members: [[String]: [Difference]] = [:]
    for difference in self {
      let parts = InputPath.parts(difference.path)
      let stem = [String](parts.prefix(names(parts)))
      if members[stem] == nil { stems.append(stem) }
      members[stem, default: []].append(difference)
    }
    return stems.map { stem in
      let own = members[stem] ?? []
      let path = stem.reduce("") { InputPath.appending($1, to: $0) }
      return (stem, Driver(own.count == 1 ? own[0].path : path, own))
    }
  }
}

/// How many names of a path stand for what belongs together.
private func together(_ parts: [String]) -> Int {
  switch (parts[0], parts.count > 1 ? parts[1] : "") {
  case ("inference", "calls"), ("volume", _): 4
  case ("inference", _), ("tools", _): 3
  case ("infrastructure", "monthly"), ("infrastructure", "perTask"),
    ("infrastructure", "perCustomer"), ("infrastructure", "oneOff"):
    3
  case ("plans", _): parts.count > 2 && parts[2] == "charges" ? 4 : 3
  default: 2
  }
}
