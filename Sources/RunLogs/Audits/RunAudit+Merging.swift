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

/// By what notes stand in order: small, and nothing in it is counted when it moves.
struct NoteKey: Sendable, Comparable {
  let trace: UInt128
  let time: Int64
  let span: UInt64
  /// Where it stood; what is told of one step keeps the order in which it was read.
  fileprivate var place = 0

  init(_ trace: UInt128, _ time: Int64, _ span: UInt64) {
    self.trace = trace
    self.time = time
    self.span = span
  }

  static func < (one: NoteKey, other: NoteKey) -> Bool {
    if one.trace != other.trace { return one.trace < other.trace }
    if one.time != other.time { return one.time < other.time }
    return one.span != other.span ? one.span < other.span : one.place < other.place
  }
}

extension Array where Element: Sendable {
  /// The same in the order of their keys, halves of which are sorted on a core each.
  func sorted(by crew: Crew, _ key: @escaping @Sendable (Element) -> NoteKey) -> [Element] {
    let halves = crew.map(2) { half in
      let middle = count / 2
      let keys = (half == 0 ? 0..<middle : middle..<count).map { place in
        var key = key(self[place])
        key.place = place
        return key
      }
      return keys.sorted()
    }
    // The last pass only merges what is in order already.
    return (halves[0] + halves[1]).sorted().map { self[$0.place] }
  }
}
