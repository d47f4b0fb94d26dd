import Formulas
import Machine
import Reporting
import Spreadsheets
import Synchronization
import UnitEconomics

// A sweep read on all cores, in memory that does not grow with its points.
extension Sweep {
  /// What all points come to.
  func summary(_ progress: Progress) throws(NoAnswer) -> SweepSummary {
    defer { progress.end() }
    // As many summaries as workers are at it at once; each block goes to whichever is free.
    let idle = Mutex<[SweepSummary]>([])
    let empty = SweepSummary(self)
    for box in boxes() {
      try readOnAllCores(box) { part, start, count, blocks in
        var summary = idle.withLock { $0.popLast() } ?? empty
        summary.add(part, start, count, blocks)
        idle.withLock { $0.append(summary) }
        progress.advance(by: count)
      }
    }
    return idle.withLock { $0 }.reduce(into: empty) { $0.merge($1) }
  }

  /// What all outputs are at a row that is being written.
  typealias Numbers = @Sendable (_ output: Int, _ row: Int) -> Double

  /// Writes all points as rows of CSV in order, head and all.
  func write(
    _ rows: SweepRows, _ progress: Progress, to sink: OutputFile.Sink
  ) throws(NoAnswer) {
    var head: [UInt8] = []
    rows.writeHead(into: &head)
    try sink(head)
    try write(progress, to: sink) { range, numbers in
      var bytes: [UInt8] = []
      rows.write(range, into: &bytes, number: numbers)
      return bytes
    }
  }

  /// Writes all points as a workbook.
  func write(
    _ book: SweepBook, _ progress: Progress, to sink: OutputFile.Sink
  ) throws(NoAnswer) {
    let rows = StreamedRows<NoAnswer>(count: count, styles: book.styles) {
      (writer, sink) throws(NoAnswer) in
      try write(progress, to: sink) { range, numbers in
        var bytes: [UInt8] = []
        book.write(range, with: writer, into: &bytes, number: numbers)
        return bytes
      }
    }
    try withoutActuallyEscaping(sink) { (sink) throws(NoAnswer) in
      try WorkbookWriter.write(book.workbook, to: sink, more: rows)
    }
  }

  /// Writes all points in order, as rows that are made on all cores.
  private func write(
    _ progress: Progress, to sink: OutputFile.Sink,
    _ made: @escaping @Sendable (Range<Int>, Numbers) -> [UInt8]
  ) throws(NoAnswer) {
    defer { progress.end() }
    let window = SweepWindow(outputs: outputs.count)
    try WriteBehind.write(to: sink) { (writer) throws(NoAnswer) in
      for box in boxes(rows: SweepWindow.rows) {
        window.start = box.rows.lowerBound
        try readOnAllCores(box) { part, start, count, blocks in
          window.take(part, start, count, blocks)
        }
        try writer.write(box.rows.pieces(of: OutputFile.stretch)) { range in
          defer { progress.advance(by: range.count) }
          return made(range, window.number)
        }
      }
    }
  }

  private func readOnAllCores(
    _ box: SweepBox, consumer: @escaping Sweep.Consumer
  ) throws(NoAnswer) {
    do throws(ModelFaults) {
      try read(box, by: Machine.crew, consumer: consumer)
    } catch {
      throw NoAnswer(error)
    }
  }
}

/// The numbers of the rows that are being written, wherever in them their points were read.
private final class SweepWindow: @unchecked Sendable {
  /// The most rows that are held.
  static let rows = 1 << 16

  /// The first row that is held.
  var start = 0
  private let memory: UnsafeMutablePointer<Double>

  init(outputs: Int) {
    memory = .allocate(capacity: Swift.max(1, outputs * Self.rows))
    memory.initialize(repeating: .nan, count: outputs * Self.rows)
  }

  deinit { memory.deallocate() }

  func take(_ part: SweepPart, _ point: Int, _ count: Int, _ blocks: [UnsafePointer<Double>?]) {
    for (output, block) in blocks.enumerated() {
      let column = memory + output * Self.rows - start
      if let block, part.isStraight {
        (column + part.row(of: point)).update(from: block, count: count)
      } else {
        for index in 0..<count { column[part.row(of: point + index)] = block?[index] ?? .nan }
      }
    }
  }

  @Sendable func number(_ output: Int, _ row: Int) -> Double {
    memory[output * Self.rows + row - start]
  }
}
