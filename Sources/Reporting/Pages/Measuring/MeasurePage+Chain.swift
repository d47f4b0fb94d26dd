import RunLogs
import UnitEconomics

extension MeasureAnswer {
  /// How much of the runs is told, link by link; nil where no run has steps.
  var chain: Table? {
    let (chains, captured) = (total.chains, total.chains.captured)
    guard chains.runs > 0 else { return nil }
    var table = Table(
      title: "Is the chain whole?",
      columns: [
        Column("Link"), Column("Present", .trailing), Column("Missing", .trailing),
        Column("Not captured", .trailing), Column("Present of owed", .trailing),
      ])
    func figures(_ counts: [Int], _ share: Cell) -> [Cell] {
      counts.map { .number(Double($0), .count) } + [share]
    }
    for link in RunChain.Link.allCases {
      let counts = [RunChain.State.present, .missing, .notCaptured].map {
        chains.count($0, link, where: captured)
      }
      let owed = counts[0] + counts[1]
      let share: Cell =
        owed > 0 ? .number(Double(counts[0]) / Double(owed), .share) : .empty
      table.rows.append(Row([.text(link.words)] + figures(counts, share)))
      for gap in RunChain.Gap.allCases where gap.link == link {
        guard let runs = chains.gaps[gap] else { continue }
        table.rows.append(
          Row(
            [.text(gap.words), .empty, .number(Double(runs), .count)], style: .faint, indent: 1))
      }
      let untold = chains.untold(link, where: captured)
      if untold > 0 {
        table.rows.append(
          Row(
            [.text(link.untoldWords), .empty, .number(Double(untold), .count)], style: .faint,
            indent: 1))
      }
    }
    table.notes = chainNotes(chains, captured)
    return table
  }

  private func chainNotes(_ chains: ChainTally, _ captured: RunChain.Links) -> [String] {
    let whole = chains.whole(where: captured)
    let range = wilsonInterval(whole, of: chains.runs)
    var notes = [
      "No link is missing in \(count(whole)) of \(count(chains.runs)) runs: \(text(Double(whole) / Double(chains.runs), .share)) (95 % interval \(text(range.lowerBound, .share)) to \(text(range.upperBound, .share))). Every link is present in \(chains.full == 0 ? "none" : count(chains.full)) of them."
    ]
    let isCaptured = RunChain.Link.allCases.map { chains.count(.notCaptured, $0, where: captured) }
    if isCaptured.contains(where: { $0 > 0 }) {
      notes.append(
        "Not captured is what no run of these logs tells: contents are recorded only where tracing is asked to."
      )
    }
    let idle = chains.count(.notOwed, .toolCalls, where: captured)
    if idle > 0 {
      notes.append(
        idle == 1
          ? "1 run calls no tool and owes neither calls nor responses of one."
          : "\(count(idle)) runs call no tool and owe neither calls nor responses of one.")
    }
    return notes
  }
}

extension RunChain.Link {
  /// What a run lacks that others tell.
  var untoldWords: String {
    switch self {
    case .request: "what was asked"
    case .context: "what models were given"
    case .decision: "what models decided"
    case .toolCalls: "arguments"
    case .toolResponses: "results"
    case .output: "the answer"
    case .outcome: "how it ended"
    }
  }
}

extension RunChain.State {
  var words: String {
    switch self {
    case .present: "present"
    case .missing: "missing"
    case .notCaptured: "not captured"
    case .notOwed: "not owed"
    }
  }
}
