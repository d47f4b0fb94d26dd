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
    let lines = JSONLines(settings: settings, file: 0)
    for part in [lines.read(bytes), lines.readDocument(bytes)] {
      var store = TraceStore()
      store.add(part.spans, part.names)
      var whole = LogPart()
      _ = store.eachAttempt(settings) { whole.add($0, settings) }
      precondition(part.faults.count >= part.faults.first.count)
      for tool in whole.tallies.values.flatMap(\.tools.values) { _ = tool.seconds(at: 0.95) }
    }
    if let heading = CSVRows.heading(bytes, map) {
      let body = UnsafeBufferPointer(rebasing: bytes[heading.start...])
      settings.grouping = .model
      settings.joinsTasks = false
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
