import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Run from the project's folder, after a release build:
//   swift build -c release && swift run -c release Benchmarks
let own = CommandLine.arguments[0]
let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
let command = folder + "unitecon"
guard access(command, X_OK) == 0 else {
  print("there is no \(command); build it first: swift build -c release")
  exit(2)
}
let wanted = Set(CommandLine.arguments.dropFirst())
let tables: [(name: String, table: () -> Table)] = [
  ("command", { CommandBenchmarks.table(command: command) }),
  ("grid", { BatchBenchmarks.table(scenario: CommandBenchmarks.scenario, command: command) }),
]
for (name, table) in tables where wanted.isEmpty || wanted.contains(name) {
  print(TerminalRenderer(width: 100).render(table()), terminator: "")
}
