/// Results of evaluations: which case passed, in which version, on which day.
public struct SuiteResults: Sendable {
  /// One case of one run of a suite.
  public struct Row: Sendable, Hashable {
    public let name: String
    public let kind: SuiteKind
    public let version: String
    public let on: Day
    public let isPassed: Bool

    public init(name: String, kind: SuiteKind, version: String, on: Day, isPassed: Bool) {
      self.name = name
      self.kind = kind
      self.version = version
      self.on = on
      self.isPassed = isPassed
    }
  }

  public var rows: [Row]

  public init(rows: [Row] = []) { self.rows = rows }

  /// The versions that cases of a kind were run in, by their last day; of one day by name.
  public func versions(of kind: SuiteKind) -> [(name: String, on: Day)] {
    var last: [String: Day] = [:]
    for row in rows where row.kind == kind {
      last[row.version] = max(last[row.version] ?? row.on, row.on)
    }
    return last.map { (name: $0.key, on: $0.value) }.sorted { ($0.on, $0.name) < ($1.on, $1.name) }
  }

  /// What became of each case in a version: the last run of it counts.
  func outcomes(of kind: SuiteKind, in version: String) -> [String: Bool] {
    var last: [String: Row] = [:]
    for row in rows where row.kind == kind && row.version == version {
      // Of one day the later row counts.
      if last[row.name].map({ $0.on <= row.on }) ?? true { last[row.name] = row }
    }
    return last.mapValues(\.isPassed)
  }

  /// What became of the last version of a kind.
  public struct Last: Sendable {
    public let kind: SuiteKind
    public let version: String
    public let on: Day
    public let cases: Int
    public let passed: Int
  }

  /// Cases and passed ones of the last version; nil where there is none.
  public func last(_ kind: SuiteKind) -> Last? {
    guard let version = versions(of: kind).last else { return nil }
    let outcomes = outcomes(of: kind, in: version.name)
    return Last(
      kind: kind, version: version.name, on: version.on, cases: outcomes.count,
      passed: outcomes.values.count { $0 })
  }

  /// Cases of all kinds but shadow mode that passed in the version before the last and fail in the last.
  public var regressions: [String] {
    SuiteKind.allCases.filter { $0 != .shadow }.flatMap { kind -> [String] in
      let versions = versions(of: kind)
      guard versions.count > 1 else { return [] }
      let before = outcomes(of: kind, in: versions[versions.count - 2].name)
      let now = outcomes(of: kind, in: versions[versions.count - 1].name)
      return now.filter { !$0.value && before[$0.key] == true }.map(\.key).sorted()
    }
  }

  /// Whether some kind was run in more than one version, so that regressions would be seen.
  public var isVersioned: Bool {
    SuiteKind.allCases.contains { $0 != .shadow && versions(of: $0).count > 1 }
  }
}
