import Readiness
import RunLogs

extension ReadinessAnswer {
  /// As many cases of a kind are shown to people; CSV and JSON have a hundred.
  private static let mostShown = 10

  /// What speaks against items, case by case, and who let risky calls happen or stopped them.
  var findings: [Table] {
    guard let logs else { return [] }
    var tables: [Table] = []
    var exceptions = Table(
      title: "Found in the logs",
      columns: [
        Column("What"), Column("Run", isWhole: true), Column("Tool", priority: 1),
        Column("When", priority: 2),
        Column("How"),
      ])
    for kind in LogShare.allCases {
      let all = logs.exceptions[kind] ?? []
      for incident in all.prefix(Self.mostShown) {
        exceptions.rows.append(
          Row([
            .text(kind.exception), .text(harmless(incident.run)),
            .text(harmless(incident.tool ?? "")), .text(incident.at ?? ""),
            .text(harmless(incident.words)),
          ]))
      }
      if all.count > Self.mostShown {
        exceptions.notes.append(
          "\(kind.exception): \(Self.mostShown) of \(all.count == LogEvidence.mostKept ? "more than " : "")\(all.count) are shown; CSV and JSON have \(all.count)."
        )
      }
    }
    if !exceptions.rows.isEmpty { tables.append(exceptions) }
    let acts = logs.approvals.prefix(Self.mostShown) + logs.stops.prefix(Self.mostShown)
    guard !acts.isEmpty else { return tables }
    var table = Table(
      title: "Who approved what, and what was stopped",
      columns: [
        Column("Run", isWhole: true), Column("Tool"), Column(""), Column("By"),
        Column("When", priority: 2),
        Column("Why"),
      ])
    for act in acts {
      table.rows.append(
        Row([
          .text(harmless(act.run)), .text(harmless(act.tool)), .text(act.word.rawValue),
          .text(harmless(act.by ?? "")), .text(act.at ?? ""), .text(harmless(act.why ?? "")),
        ]))
    }
    let counts = [(logs.approvalCount, "approved"), (logs.stopCount, "stopped")]
    for (count, word) in counts where count > Self.mostShown {
      table.notes.append("\(Self.mostShown) of \(self.count(count)) that were \(word) are shown.")
    }
    return tables + [table]
  }

  /// The run that was picked, as a run of a log is told.
  var story: [Block] {
    guard let incident else { return [] }
    return [.heading("An incident, reconstructed: \(harmless(incident.run.trace ?? ""))")]
      + incident.answer.blocks(of: incident.run)
  }

  /// What the logs hold that nothing was held against.
  var blindSpots: [Block] {
    var blocks: [Block] = []
    let tools = (logs?.unruledTools ?? [:]).sorted { $0.key < $1.key }
    if !tools.isEmpty {
      let names = tools.map {
        "\($0.key.isEmpty ? "without a name" : harmless($0.key)) (\(count($0.value)))"
      }
      blocks.append(
        .paragraph([
          .verdict(.warning, "Calls of tools that readiness.tools says nothing of"),
          .plain(": \(names.joined(separator: ", "))."),
        ]))
    }
    if unread.count > 0 { blocks.append(.table(unread.table)) }
    return blocks
  }
}

extension LogShare {
  /// A case that speaks against it, in words.
  var exception: String {
    switch self {
    case .throughAPI: "through a browser"
    case .validArguments: "arguments do not fit"
    case .repeatedEffects: "made again"
    case .hastyRetries: "tried again too soon"
    case .decided: "without a decision"
    case .approved: "without an approval"
    case .doneAnyway: "carried out although refused"
    case .wholeChains: "chain is not whole"
    case .traced: "without a trace"
    case .explained: "unexplained"
    case .tsr, .escalationRate, .failedRate: words
    }
  }
}
