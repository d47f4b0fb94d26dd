import Foundation
import Formulas
import Readiness
import ScenarioFiles
import TestSupport
import Testing
import UnitEconomics

/// A shipped scenario with a checklist, ready to be judged.
enum Subjects {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func load(_ name: String) throws -> (model: CostModel, block: ReadinessBlock) {
    let loaded = ScenarioLoader(readsReadiness: true).load(
      root.appending(path: "Scenarios/\(name).json5").path)
    return (try #require(loaded.model), try #require(loaded.readiness))
  }

  static let on = Day("2026-11-22")!

  /// The support scenario with what is asked of it.
  static func judged(
    _ name: String = "support-ticket", _ change: (inout ReadinessCase) -> Void
  ) throws -> ReadinessVerdict {
    let (model, block) = try load(name)
    var subject = ReadinessCase(
      checklist: try #require(ScenarioLoader.checklist("shipped").checklist), block: block,
      reading: try ScenarioReading(model), on: on)
    change(&subject)
    return ReadinessVerdict(subject)
  }

  /// A checklist of one item.
  static func only(_ item: Checklist.Item) -> Checklist {
    Checklist(name: "one", sections: [.init(key: "s", title: "S", items: [item])])
  }

  static func result(
    _ decision: Decision, _ name: String = "support-ticket", levers: [String] = [],
    _ change: (inout ReadinessCase) -> Void = { _ in }
  ) throws -> ItemResult {
    try judged(name) {
      $0.checklist = only(.init(key: "i", says: "it holds", decision: decision, levers: levers))
      change(&$0)
    }.results[0]
  }
}

@Suite("Items are decided by what is known, and by nothing else")
struct VerdictTests {
  @Test("without logs and documents nothing that they prove is met, and it is no-go")
  func nothingInvented() throws {
    let verdict = try Subjects.judged { $0.block = ReadinessBlock() }
    for result in verdict.results where result.state == .met {
      switch result.item.decision {
      case .stated, .modelled, .revenue: break
      default: Issue.record("\(result.path) is met, and nothing shows it")
      }
    }
    #expect(!verdict.isGo)
    #expect(verdict.rules.map(\.isMet) == [false, false, false])
  }

  @Test(
    "success is judged on its whole interval, and more runs that tell are as many as it says",
    arguments: [
      (9500, 10_000, ItemResult.State.met), (9200, 10_000, .unproven), (9190, 10_000, .unproven),
      (9000, 10_000, .notMet), (95, 100, .unproven), (0, 0, .unproven),
    ])
  func intervals(cases: Int, all: Int, state: ItemResult.State) throws {
    let limit = Decision.Limit(.min, 0.92)
    let result = try Subjects.result(.seen(.tsr, limit)) {
      $0.logs = LogEvidence(shares: [.tsr: .init(cases: cases, all: all)])
    }
    #expect(result.state == state)
    guard let words = result.reason?.split(separator: " ").first, let more = Int(words) else {
      return
    }
    let share = Double(cases) / Double(all)
    let settled = wilsonInterval(Int((share * Double(all + more)).rounded()), of: all + more)
    #expect(limit.holds(settled.lowerBound) == limit.holds(settled.upperBound))
  }

  @Test("what happened is judged as counted; what a log does not tell leaves it open")
  func counted() throws {
    func state(_ cases: Int, _ all: Int, _ unjudged: Int) throws -> ItemResult.State {
      try Subjects.result(.seen(.repeatedEffects, .init(.max, 0))) {
        $0.logs = LogEvidence(
          shares: [.repeatedEffects: .init(cases: cases, all: all, unjudged: unjudged)])
      }.state
    }
    #expect(try state(0, 10, 0) == .met)
    #expect(try state(1, 10, 0) == .notMet)
    #expect(try state(0, 10, 1) == .unproven)
    #expect(try state(1, 10, 1) == .notMet)
    #expect(try state(0, 0, 4) == .unproven)
  }

  @Test(
    "a document counts from its day until it expires",
    arguments: [
      (Document(on: Day("2026-01-22")), ItemResult.State.met),
      (Document(on: Day("2025-11-22")), .met), (Document(on: Day("2025-11-21")), .unproven),
      (Document(on: Day("2026-06-01"), until: Day("2026-11-21")), .unproven),
      (Document(on: Day("2026-11-23")), .unproven), (Document(), .unproven),
      (Document(planned: Day("2027-06-01")), .met), (Document(planned: Day("2027-06-02")), .notMet),
      (Document(planned: Day("2026-11-21")), .unproven),
      (Document(notApplicable: "no such thing"), .notApplicable),
      (Document(until: Day("2026-11-01"), notApplicable: "for now"), .unproven),
    ])
  func documents(document: Document, state: ItemResult.State) throws {
    let year = Term(count: 12, unit: .month)
    let result = try Subjects.result(
      .attested(validFor: year, plannedWithin: Term(count: 6, unit: .month))
    ) {
      $0.block.launch = Day("2026-12-01")
      $0.block.evidence = ["s.i": document]
    }
    #expect(result.state == state, "\(result.reason ?? "")")
  }

  @Test("nothing attested is unproven, and a plan that the checklist does not take is not met")
  func undocumented() throws {
    let decision = Decision.attested(validFor: Term(count: 1, unit: .day), plannedWithin: nil)
    #expect(try Subjects.result(decision) { $0.block.evidence = [:] }.state == .unproven)
    let planned = try Subjects.result(decision) {
      $0.block.evidence = ["s.i": Document(planned: Day("2026-12-01"))]
    }
    #expect(planned.state == .notMet)
  }

  @Test("policy is proven by an act or by tests, and by neither where a call went around it")
  func policy() throws {
    let passed = SuiteResults(rows: [
      .init(name: "p", kind: .policy, version: "1", on: Subjects.on, isPassed: true)
    ])
    let failed = SuiteResults(rows: [
      .init(name: "p", kind: .policy, version: "1", on: Subjects.on, isPassed: false)
    ])
    func state(_ logs: LogEvidence?, _ results: SuiteResults) throws -> ItemResult.State {
      try Subjects.result(.blocked(.init(.max, 0))) {
        $0.logs = logs
        $0.block.results = results
      }.state
    }
    let clean = LogEvidence(
      shares: [.decided: .init(cases: 5, all: 5), .doneAnyway: .init(cases: 0, all: 5)],
      approvalCount: 1)
    #expect(try state(nil, SuiteResults()) == .unproven)
    #expect(try state(nil, passed) == .met)
    #expect(try state(nil, failed) == .notMet)
    #expect(try state(clean, SuiteResults()) == .met)
    #expect(try state(clean, failed) == .notMet)
    var around = clean
    around.shares[.decided] = .init(cases: 4, all: 5)
    #expect(try state(around, passed) == .notMet)
    #expect(try state(LogEvidence(), SuiteResults()) == .unproven)
  }

  @Test("an incident must be told, the last one and enough of all")
  func reconstruction() throws {
    func state(_ told: Int, _ isLastTold: Bool) throws -> ItemResult.State {
      try Subjects.result(.reconstructed(needs: [], .init(.min, 0.99))) {
        $0.logs = LogEvidence(
          reconstruction: .init(
            incidents: 100, told: told, isOfIncidents: true, run: "r", at: nil,
            isRunTold: isLastTold))
      }.state
    }
    #expect(try state(99, true) == .met)
    #expect(try state(98, true) == .notMet)
    #expect(try state(99, false) == .notMet)
    #expect(
      try Subjects.result(.reconstructed(needs: [], .init(.min, 0))) { $0.logs = LogEvidence() }
        .state == .unproven)
  }

  @Test("a rule that no item of a checklist stands for is not proven")
  func ruleless() throws {
    let verdict = try Subjects.judged {
      $0.checklist = Subjects.only(
        .init(key: "i", says: "named", decision: .stated(.workUnit), rule: .quantify))
    }
    #expect(verdict.rules.map(\.isMet) == [true, false, false])
    #expect(verdict.blocking.isEmpty && !verdict.isGo)
  }
}
