// What libFuzzer calls with every input it thinks of: the readers of logs and of price lists. They may refuse
// anything, and nothing may stop them.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let prices = try? PriceList(Array(bytes))
  var map = ColumnMap()
  map.add(.inputTokens, at: "calls.*.1")
  map.add(.calls, at: "calls.*")
  map.add(.outcome, at: "done")
  for map in [ColumnMap(), map] {
    let lines = JSONLines(map: map, prices: prices, service: .flex, grouping: .week, file: 0)
    for part in [lines.read(bytes), lines.readDocument(bytes)] {
      var store = TraceStore()
      store.add(part.spans, part.names)
      var tally = Tally()
      _ = store.eachAttempt(prices, .standard) { tally.add($0) }
      precondition(part.faultCount >= part.faults.count)
      for tool in tally.tools.values { _ = tool.seconds(at: 0.95) }
    }
    if let heading = CSVRows.heading(bytes, map) {
      let body = UnsafeBufferPointer(rebasing: bytes[heading.start...])
      var settings = MeasureSettings()
      settings.map = map
      settings.grouping = .model
      // Plain rows go a quick way where nothing is priced; both must say the same.
      var quick = LogPart()
      heading.rows.read(body, settings, into: &quick)
      settings.prices = prices
      var slow = LogPart()
      heading.rows.read(body, settings, into: &slow)
      if prices != nil {
        precondition(quick.rows == slow.rows && quick.lineCount == slow.lineCount)
        for (name, tally) in quick.tallies where tally.attempts > 0 {
          precondition(slow.tallies[name].map { $0.usage == tally.usage } ?? false)
        }
      }
    }
  }
  return 0
}
