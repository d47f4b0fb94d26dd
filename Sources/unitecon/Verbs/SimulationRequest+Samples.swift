import Formulas
import Machine
import Reporting
import UnitEconomics

extension SimulationRequest {
  /// Writes every draw as a row of CSV: its number, its inputs, its figures.
  func writeSamples(to path: String, csv: CSVRenderer) throws(NoAnswer) {
    let progress = Progress(total: plan.draws, unit: "rows")
    defer { progress.end() }
    let graph = subject.reading.model.graph
    let units =
      plan.inputs.map { ($0.input.path, $0.input.unit) }
      + plan.sampledOutputs.map { path in
        (path, graph.positions[path].map { graph.nodes[$0].unit } ?? .one)
      }
    let head =
      [Column("draw")]
      + units.map { path, unit in
        let text = subject.unitText(unit, of: path)
        return Column(text.isEmpty ? path : "\(path) (\(text))")
      }
    let stretches = (0..<plan.draws).pieces(of: OutputFile.stretch)
    try OutputFile(path: path).write(csv, head, stretches) { range in
      let samples = plan.samples(range, on: Machine.engine)
      progress.advance(by: range.count)
      return rows(samples, csv)
    }
  }

  private func rows(_ samples: DrawSamples, _ csv: CSVRenderer) -> [UInt8] {
    var bytes: [UInt8] = []
    let columns = samples.inputs + samples.outputs
    for (row, draw) in samples.draws.enumerated() {
      csv.writeRow(
        [.number(Double(draw), .count)] + columns.map { .number($0[row], .quantity()) },
        into: &bytes)
    }
    return bytes
  }
}
