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
    try OutputFile(path: path).write { (sink) throws(NoAnswer) in
      var bytes: [UInt8] = []
      csv.writeHead(head, into: &bytes)
      try sink(bytes)
      let size = 8192
      let stretches = stride(from: 0, to: plan.draws, by: size).map {
        $0..<min($0 + size, plan.draws)
      }
      for start in stride(from: 0, to: stretches.count, by: 16) {
        let texts = Machine.map(Array(stretches[start..<min(start + 16, stretches.count)])) {
          range in
          let samples = plan.samples(range, on: Machine.engine)
          progress.advance(by: range.count)
          return rows(samples, csv)
        }
        for text in texts { try sink(text) }
      }
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
