import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Run from the project's folder, after a release build:
//   swift build -c release && swift run -c release Benchmarks [command] [grid [SCENARIO]] [simulate] [parts] [logs] [readiness]
//   swift run -c release Benchmarks synthesize SCENARIO [RUNS] [SEED] [FAULT=COUNT …] > traces.jsonl
if CommandLine.arguments.dropFirst().first == "synthesize" {
  Synthesize.run(Array(CommandLine.arguments.dropFirst(2)))
}
let own = CommandLine.arguments[0]
let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
let command = folder + "unitecon"
guard access(command, X_OK) == 0 else {
  print("there is no \(command); build it first: swift build -c release")
  exit(2)
}
let words = CommandLine.arguments.dropFirst()
let wanted = Set(words.filter { !$0.hasSuffix(".json5") })
let scenario = words.first { $0.hasSuffix(".json5") } ?? CommandBenchmarks.scenario
let tables: [(name: String, table: () -> Table)] = [
  ("command", { CommandBenchmarks.table(command: command) }),
  ("grid", { BatchBenchmarks.table(scenario: scenario, command: command) }),
  ("simulate", { SimulationBenchmarks.table(command: command) }),
  ("parts", { SimulationBenchmarks.parts() }),
  ("logs", { LogBenchmarks.table(command: command) }),
  ("readiness", { ReadinessBenchmarks.table(command: command) }),
]
for (name, table) in tables where wanted.isEmpty || wanted.contains(name) {
  print(TerminalRenderer(width: 100).render(table()), terminator: "")
}
