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

/// Writes traces of made-up runs of a scenario to standard output.
///
///     Benchmarks synthesize FILE [RUNS] [SEED] [FAULT=COUNT …]   # FAULT: repeatedEffects, approved, rootless, …
enum Synthesize {
  static func run(_ words: [String]) -> Never {
    var words = words
    let file = words.isEmpty ? CommandBenchmarks.scenario : words.removeFirst()
    let loaded = ScenarioLoader(readsReadiness: true).load(file)
    guard let model = loaded.model else {
      print(DiagnosticPrinter().text(loaded.diagnostics, in: loaded.sources, color: false))
      exit(2)
    }
    let numbers = words.compactMap { UInt64($0) }
    let runs = numbers.first.map { Int(clamping: $0) } ?? 4000
    var made = SyntheticRuns(
      model, loaded.readiness ?? ReadinessBlock(), runs: runs,
      seed: numbers.count > 1 ? numbers[1] : 1)
    var tasks: String?
    for word in words where word.contains("=") {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      if parts[0] == "tasks" {
        tasks = parts[1]
      } else if parts[0] == "rootless", let count = Int(parts[1]) {
        made.rootless = count
      } else if let kind = LogShare(rawValue: parts[0]), let count = Int(parts[1]) {
        made.faults[kind] = count
      } else {
        print("\(word) is no fault; faults are rootless and \(LogShare.allCases.map(\.rawValue))")
        exit(64)
      }
    }
    let log = made.written()
    write(log.traces, to: 1)
    if let tasks {
      let file = open(tasks, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      guard file >= 0 else {
        print("\(tasks) cannot be written")
        exit(2)
      }
      write(log.tasks, to: file)
      close(file)
    }
    exit(0)
  }

  static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        guard let base = bytes.baseAddress else { return }
        let count = systemWrite(file, base + sent, bytes.count - sent)
        guard count > 0 else { exit(2) }
        sent += count
      }
    }
  }
}

// Inside the type its own `write` would be meant.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}
