import Formulas
import Machine
import Reporting
import UnitEconomics

extension MonthRequest {
  /// Writes every customer's month as a row of CSV: its segment, its number, what happened, what it
  /// came to.
  func writeSamples(to path: String, csv: CSVRenderer) throws(NoAnswer) {
    let progress = Progress(total: plan.draws * plan.segments.count, unit: "rows")
    defer { progress.end() }
    let stretches = plan.segments.indices.flatMap { segment in
      (0..<plan.draws).pieces(of: OutputFile.stretch).map { (segment: segment, months: $0) }
    }
    let head = plan.samples(segment: 0, 0..<1, on: Machine.engine).columns.map { column in
      Column("\(column.name) (\(subject.unitText(column.unit, of: column.name)))")
    }
    try OutputFile(path: path).write(
      csv, [Column("segment"), Column("draw")] + head, stretches
    ) { stretch in
      let samples = plan.samples(segment: stretch.segment, stretch.months, on: Machine.engine)
      progress.advance(by: stretch.months.count)
      return rows(samples, csv)
    }
  }

  private func rows(_ samples: MonthSamples, _ csv: CSVRenderer) -> [UInt8] {
    var bytes: [UInt8] = []
    for (row, month) in samples.months.enumerated() {
      csv.writeRow(
        [.text(samples.segment), .number(Double(month), .count)]
          + samples.columns.map { .number($0.values[row], .quantity()) },
        into: &bytes)
    }
    return bytes
  }
}
