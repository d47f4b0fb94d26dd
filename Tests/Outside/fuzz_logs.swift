import Readiness

// What libFuzzer calls with every input it thinks of: the readers of logs and of price lists. They may refuse
// anything, and nothing may stop them.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  readBill(bytes)
  let prices = try? PriceList(Array(bytes))
  var map = ColumnMap()
  map.add(.inputTokens, at: "calls.*.1")
  map.add(.calls, at: "calls.*")
  map.add(.outcome, at: "done")
  for map in [ColumnMap(), map] {
    var settings = MeasureSettings()
    settings.map = map
    settings.prices = prices
    settings.service = .flex
    settings.grouping = .week
    settings.joinsTasks = true
    settings.task = "a"
    settings.audit = audit
    settings.words.add("done", .success)
    settings.words.add("slow", .toolOutage)
    let lines = JSONLines(settings: settings, file: 0)
    for part in [lines.read(bytes), lines.readDocument(bytes)] {
      var store = TraceStore()
      store.add(part, from: 0)
      var whole = LogPart()
      var search = RunSearch("a")
      search.take(part, file: 0, from: 0)
      let (names, traces) = (store.names, store.traceNames)
      var proof = RunAudit(audit, store.calls, store.acts, traces)
      for piece in store.pieces(1) {
        _ = store.eachRun(of: piece, settings) { run in proof.look(at: run, names) }
      }
      // Nothing is a case that was not counted, and what speaks against an item is kept up to a bound.
      let found = proof.findings(Tally(), nil)
      for share in found.shares.values {
        precondition(0...share.all ~= share.cases && share.unjudged >= 0)
      }
      precondition(found.exceptions.values.allSatisfy { $0.count <= LogEvidence.mostKept })
      for piece in store.pieces(2) {
        _ = store.eachRun(of: piece, settings) { run in
          whole.add(run.attempt, settings)
          search.look(at: run, names, traces)
          // Every step stands on a timeline once, and their usage is that of the run.
          let timeline = RunTimeline(run, names, traces)
          precondition(timeline.steps.count == run.spans.count)
          let counted = timeline.steps.filter(\.isCounted).compactMap(\.usage)
          precondition(counted.reduce(.zero) { $0 + $1 } == run.attempt.usage)
        }
      }
      // What was said is looked through where a run is shown with it.
      settings.contentsOf = Set(part.spans.map(\.trace))
      let said = JSONLines(settings: settings, file: 0).read(bytes).contents
      precondition(said.allSatisfy { ($0.given ?? "").count <= 401 })
      settings.contentsOf = nil
      precondition(search.runs.count <= part.spans.count + part.rows.count)
      let chains = whole.tallies.values.map(\.chains).reduce(into: ChainTally()) { $0.merge($1) }
      precondition(chains.full <= chains.whole(where: chains.captured))
      precondition(chains.whole(where: chains.captured) <= chains.runs)
      precondition(part.faults.count >= part.faults.first.count)
      for tool in whole.tallies.values.flatMap(\.tools.values) { _ = tool.seconds(at: 0.95) }
    }
    if let heading = CSVRows.heading(bytes, map) {
      let body = UnsafeBufferPointer(rebasing: bytes[heading.start...])
      settings.grouping = .model
      settings.joinsTasks = false
      settings.task = nil
      settings.audit = nil
      settings.prices = nil
      // Plain rows go a quick way where nothing is priced; both must say the same.
      var quick = LogPart()
      heading.rows.read(body, settings, into: &quick)
      settings.prices = noPrices
      var slow = LogPart()
      heading.rows.read(body, settings, into: &slow)
      precondition(quick.lineCount == slow.lineCount && quick.faults.count == slow.faults.count)
      for (name, tally) in quick.tallies where tally.attempts > 0 {
        let other = slow.tallies[name]
        precondition(other?.attempts == tally.attempts && other?.usage == tally.usage)
        precondition(other?.recorded == tally.recorded && other?.outcomes == tally.outcomes)
      }
    }
  }
  return 0
}

/// Rows of a bill, with and without a filter: what is read is no more than what stands there.
private func readBill(_ bytes: UnsafeBufferPointer<UInt8>) {
  let heading = CSVHeading(bytes)
  let body = UnsafeBufferPointer(rebasing: bytes[heading.start...])
  var filter = BillFilter()
  filter.add("application", is: "support")
  for filter in [BillFilter(), filter] {
    var missing: [BillColumn] = []
    guard let part = BillRows(heading, filter, missing: &missing)?.read(body) else { continue }
    let rows = part.sums.values.reduce(0) { $0 + $1.rows }
    precondition(rows + part.otherRows + part.faults.count <= part.lineCount + 1)
    for key in part.sums.keys { precondition(key.month.count >= 6) }
  }
}

/// A list without a model, with which every row goes the long way.
private let noPrices = try? PriceList(Array("{}".utf8))

/// Rules by which every call of a tool is held against something.
private let audit = AuditRules(
  tools: [
    ToolRule(
      name: "a", names: ["a*", "*n"], isOfRecord: true, changes: true, risk: .other,
      needsApproval: true,
      schema: ArgumentSchema(
        .object([
          "type": .text("object"), "required": .list([.text("id")]),
          "properties": .object(["id": .object(["type": .text("integer")])]),
        ])))
  ], policyWords: ["x": .denied], backoffs: ["a": 1], needs: [.decision, .outcome])
