import Reporting

/// How long the command takes as a user sees it, from typing to the prompt.
///
/// The peer is a Python interpreter that starts and does nothing: what any script in its place would
/// take at the least, on the same machine in the same minute.
enum CommandBenchmarks {
  static let scenario = "Scenarios/support-ticket.json5"

  static func table(command: String) -> Table {
    var table = Table(
      title: "The whole command, from its start to its end",
      columns: [
        Column("Work"), Column("Median", .trailing), Column("Peak memory", .trailing),
        Column("Python that does nothing", .trailing), Column("Ratio", .trailing),
      ])
    let peer = Median(of: 21, ["python3", "-c", "pass"])
    let over = ["--over", "tasks"]
    let thousand = Array(repeating: scenario, count: 1000)
    let plans = ManyPlans(over: scenario)
    defer { plans?.remove() }
    let many = plans?.file ?? "no folder for the scenario of many plans"
    let works: [(name: String, runs: Int, words: [String])] = [
      ("run, one scenario", 51, [command, "run", scenario]),
      ("run, one scenario, JSON", 51, [command, "run", scenario, "--format", "json"]),
      ("check, one scenario", 51, [command, "check", scenario]),
      ("explain, one figure", 51, [command, "explain", scenario, "grossMargin"]),
      ("run, 1,000 files", 7, [command, "run"] + thousand),
      ("plans, 3 plans", 51, [command, "plans", scenario]),
      ("plans, 50 plans × 20 segments × 201 factors", 21, [command, "plans", many] + over),
      ("the same as CSV, 696,000 rows", 7, [command, "plans", many, "--format", "csv"] + over),
    ]
    for work in works {
      guard let result = Median(of: work.runs, work.words) else {
        table.rows.append(Row([.text(work.name), .undefined("\(work.words[0]) cannot be run")]))
        continue
      }
      table.rows.append(
        Row([
          .text(work.name), milliseconds(result.seconds),
          .number(Double(result.peakBytes) / 1e6, .quantity(digits: 3, unit: "MB")),
          peer.map { milliseconds($0.seconds) } ?? .undefined("there is no python3 here"),
          peer.map { .number(result.seconds / $0.seconds, .factor) } ?? .empty,
        ]))
    }
    return table
  }

  private static func milliseconds(_ seconds: Double) -> Cell {
    .number(seconds * 1000, .quantity(digits: 3, unit: "ms"))
  }
}
