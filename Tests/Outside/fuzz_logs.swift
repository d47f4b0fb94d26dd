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
      precondition(part.faultCount >= part.faults.count)
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
      precondition(quick.lineCount == slow.lineCount && quick.faultCount == slow.faultCount)
      for (name, tally) in quick.tallies where tally.attempts > 0 {
        let other = slow.tallies[name]
        precondition(other?.attempts == tally.attempts && other?.usage == tally.usage)
        precondition(other?.recorded == tally.recorded && other?.outcomes == tally.outcomes)
      }
    }
  }
  return 0
}

/// A list without a model, with which every row goes the long way.
private let noPrices = try? PriceList(Array("{}".utf8))
