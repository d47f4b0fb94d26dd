import Readiness
import Reporting
import ScenarioFiles
import SyntheticLogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long `readiness` takes over a log of a million steps.
enum ReadinessBenchmarks {
  private static let steps = 1_000_000
  private static let scenario = "Scenarios/support-ticket.json5"

  static func table(command: String) -> Table {
    var table = Table(
      title: "Readiness",
      columns: [
        Column("Log"), Column("Runs", .trailing), Column("Steps", .trailing),
        Column("MB", .trailing), Column("Seconds", .trailing), Column("Peak memory", .trailing),
      ])
    guard let log = write() else { return table }
    defer { unlink(log.path) }
    let words = [
      command, "readiness", scenario, log.path, "--prices", "shipped", "--on", "2026-11-22",
      "--format", "csv",
    ]
    let best = (0..<3).compactMap { _ in ChildProcess(words) }.filter { $0.status <= 1 }
      .min { $0.seconds < $1.seconds }
    guard let best else { return table }
    table.rows.append(
      Row([
        .text("synthetic tickets"), .number(Double(log.runs), .count),
        .number(Double(log.steps), .count), .number(Double(log.bytes) / 1e6, .count),
        .number(best.seconds, .quantity(digits: 3, unit: "s")),
        .number(Double(best.peakBytes) / 1e6, .quantity(digits: 3, unit: "MB")),
      ]))
    return table
  }

  /// Runs until there are enough steps, a seed a thousand.
  private static func write() -> (path: String, runs: Int, steps: Int, bytes: Int)? {
    let loaded = ScenarioLoader(readsReadiness: true).load(scenario)
    guard let model = loaded.model else { return nil }
    let path = "/tmp/unitecon-readiness-\(getpid()).jsonl"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var (runs, steps, bytes) = (0, 0, 0)
    var seed: UInt64 = 1
    while steps < Self.steps {
      let made = SyntheticRuns(
        model, loaded.readiness ?? ReadinessBlock(), runs: 1000, seed: seed
      ).written()
      Synthesize.write(made.traces, to: file)
      runs += 1000
      steps += made.steps
      bytes += made.traces.utf8.count
      seed += 1
    }
    return (path, runs, steps, bytes)
  }
}
