import Formulas
import Readiness

extension RunAudit {
  /// Takes in what runs prove that come behind these.
  mutating func merge(_ other: RunAudit) {
    evidence.merge(other.evidence)
    effects += other.effects
    incidents += other.incidents
    seenTasks.formUnion(other.seenTasks)
    guard let last = other.incident else { return }
    // One that ended badly before one that did not; of alike ones the last to begin, and of those the first here.
    let isLater = (last.start ?? .min) > (incident?.start ?? .min)
    if incident == nil || other.isOfIncidents && !isOfIncidents
      || other.isOfIncidents == isOfIncidents && isLater
    {
      incident = last
      isOfIncidents = other.isOfIncidents
    }
  }
}

extension LogEvidence {
  /// Takes in what runs prove that come behind these; no more is kept than of all together.
  mutating func merge(_ other: LogEvidence) {
    for (kind, share) in other.shares { shares[kind, default: Share()].add(share) }
    for (kind, incidents) in other.exceptions {
      let room = Self.mostKept - exceptions[kind, default: []].count
      exceptions[kind, default: []] += incidents.prefix(max(0, room))
    }
    approvals += other.approvals.prefix(Self.mostKept - approvals.count)
    stops += other.stops.prefix(Self.mostKept - stops.count)
    approvalCount += other.approvalCount
    stopCount += other.stopCount
    for (kind, tools) in other.byTool {
      byTool[kind, default: [:]].merge(tools, uniquingKeysWith: +)
    }
    runs += other.runs
    steps += other.steps
    unruledTools.merge(other.unruledTools, uniquingKeysWith: +)
  }
}

extension LogEvidence.Share {
  fileprivate mutating func add(_ other: LogEvidence.Share) {
    cases += other.cases
    all += other.all
    unjudged += other.unjudged
  }
}

extension Array where Element: Sendable {
  /// The same in order, halves of it on a core each: the last pass only merges what is in order already.
  func sorted(
    by crew: Crew, _ isBefore: @escaping @Sendable (Element, Element) -> Bool
  ) -> [Element] {
    guard count > 10_000 else { return sorted(by: isBefore) }
    let halves = crew.map(2) { half in
      let middle = count / 2
      return self[half == 0 ? 0..<middle : middle..<count].sorted(by: isBefore)
    }
    return (halves[0] + halves[1]).sorted(by: isBefore)
  }
}
