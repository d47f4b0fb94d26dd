import UnitEconomics

extension MeasuredInputs {
  /// Tools: how often an attempt calls them, how long a try takes and how often it fails.
  mutating func addTools() {
    var taken: Set<String> = []
    for tool in scenario.tools {
      let path = InputPath.appending(tool.name, to: "tools")
      guard
        let name = matches.name(of: path, called: tool.name, among: total.tools.keys),
        let tally = total.tools[name]
      else {
        leave("\(path): no call of it is in the log; say which it is with --match \(path)=TOOL")
        continue
      }
      taken.insert(name)
      add(tally, to: tool, name)
    }
    for (name, tally) in total.tools.sorted(by: { $0.key < $1.key }) where !taken.contains(name) {
      leave(
        "\(name.isEmpty ? "tools without a name" : name): \(counted(tally.calls, "call")) of no tool"
      )
    }
  }

  private mutating func add(_ tally: ToolTally, to tool: Tool, _ name: String) {
    let basis = "\(counted(tally.calls, "call")) of \(name)"
    // A log has every try, the model counts calls: q fails, and so many tries come of one call.
    let failing = Double(tally.errors) / Double(tally.calls)
    let tries = (0...Int(tool.maxRetries.value)).reduce(0.0) { sum, retry in
      sum + (0..<retry).reduce(1) { power, _ in power * failing }
    }
    let sums = total.spread.tools[name]?.withNone(upTo: total.attempts)
    add(
      tool.callsPerAttempt, sums?.ratio.map { $0 / tries },
      sums?.interval.map { $0.lowerBound / tries...$0.upperBound / tries }, of: basis,
      note: tries > 1 ? "its \(tool.maxRetries.value.formattedCount) retries taken out" : nil)
    let timeouts = min(tally.timeouts, tally.errors)
    let judged = tally.calls - timeouts
    if judged > 0 {
      add(
        tool.errorRate, Double(tally.errors - timeouts) / Double(judged),
        wilsonInterval(tally.errors - timeouts, of: judged), of: basis,
        note: "timeouts apart, which follow from the latency")
    }
    guard let median = tally.seconds(at: 0.5), let late = tally.seconds(at: 0.95), median > 0,
      late > median
    else {
      return leave(
        "\(InputPath.appending(tool.name, to: "tools")).latency: no times are told that differ")
    }
    add(tool.median, median, tally.interval(at: 0.5), of: basis)
    add(tool.p95, late, tally.interval(at: 0.95), of: basis)
  }
}

extension Double {
  /// A whole number without its point.
  fileprivate var formattedCount: String { "\(Int(self))" }
}
