import Formulas
import ScenarioFiles
import UnitEconomics

let loaded = ScenarioLoader(settings: Array(CommandLine.arguments.dropFirst(2))).load(CommandLine.arguments[1])
print(DiagnosticPrinter().text(loaded.diagnostics, in: loaded.sources, color: false))
if let model = loaded.model {
  let reading = try ScenarioReading(model)
  for (path, _) in reading.base.values.graph.positions.sorted(by: { $0.value < $1.value }) {
    print(path, reading.base.values[path]!)
  }
  for c in reading.checks { print(c.check.name, c.stress ?? "base", c.reading, c.isPassed) }
}
