import Formulas
import UnitEconomics

/// The points of a sweep as rows of CSV, made a stretch at a time so that any number of them can be
/// streamed.
public struct SweepRows: Sendable {
  private let form: SweepColumns
  private let sweep: Sweep
  private let csv: CSVRenderer
  /// The fields behind those of each point, by its position on the first axis.
  private let ends: [[UInt8]]

  /// - Parameter frontier: the first break along the second of two axes, from every position of the
  ///   first; empty where that was not solved.
  public init(_ sweep: Sweep, of subject: Subject, frontier: [SweepBreak?], csv: CSVRenderer) {
    form = SweepColumns(sweep, of: subject, frontier: frontier)
    self.sweep = sweep
    self.csv = csv
    ends = form.ends.map { cells in
      var bytes: [UInt8] = []
      csv.writeFields([.empty] + cells, into: &bytes)
      return bytes
    }
  }

  /// Writes the heading.
  public func writeHead(into sink: inout [UInt8]) { csv.writeHead(form.columns, into: &sink) }

  /// Writes some rows.
  ///
  /// - Parameter number: an output of the sweep at a row; not a number where it has no value.
  public func write(
    _ rows: Range<Int>, into sink: inout [UInt8], number: (_ output: Int, _ row: Int) -> Double
  ) {
    var place = Place(sweep, csv, row: rows.lowerBound)
    sink.reserveCapacity(rows.count * 24 * form.columns.count)
    var failing: [Int] = []
    var said: (failing: [Int], field: [UInt8]) = ([], [])
    // What is the same for a million rows is fetched once.
    let (csv, figures, limits) = (csv, sweep.figures.count, sweep.limits)
    for row in rows {
      place.write(into: &sink)
      for figure in 0..<figures {
        csv.write(number(figure, row), into: &sink)
        sink.append(csv.delimiterByte)
      }
      failing.removeAll(keepingCapacity: true)
      for check in limits.indices where !limits[check].holds(number(limits[check].output, row)) {
        failing.append(check)
      }
      // Neighbours mostly fail alike.
      if failing != said.failing {
        said = (failing, [])
        csv.write(form.words(failing), into: &said.field)
      }
      sink += said.field
      if !ends.isEmpty { sink += ends[place.positions[0]] }
      csv.endRow(&sink)
      place.advance()
    }
  }
}

/// The fields that say where a point is, from row to row.
private struct Place {
  private(set) var positions: [Int]
  private let sweep: Sweep
  private let csv: CSVRenderer
  private let counts: [Int]
  /// The fields of all axes but the last, which stay the same for many rows.
  private var slow: [UInt8] = []
  /// Those of the last axis as far as they have been needed, each position's own.
  private var fast: [[UInt8]?]

  init(_ sweep: Sweep, _ csv: CSVRenderer, row: Int) {
    self.sweep = sweep
    self.csv = csv
    positions = sweep.positions(ofRow: row)
    counts = sweep.axes.map(\.count)
    // A long axis is written once only and not kept.
    fast = Array(repeating: nil, count: min(counts[counts.count - 1], 1024))
    writeSlow()
  }

  func fields(_ axis: Int) -> [Cell] {
    sweep.axes[axis].lanes.map { .number($0.amounts[positions[axis]], .quantity()) }
  }

  private mutating func writeSlow() {
    slow.removeAll(keepingCapacity: true)
    let cells = positions.indices.dropLast().flatMap(fields)
    if !cells.isEmpty { csv.writeFields(cells + [.empty], into: &slow) }
  }

  mutating func write(into sink: inout [UInt8]) {
    sink += slow
    let last = positions.count - 1
    let position = positions[last]
    guard fast.indices.contains(position) else {
      return csv.writeFields(fields(last) + [.empty], into: &sink)
    }
    if fast[position] == nil {
      var bytes: [UInt8] = []
      csv.writeFields(fields(last) + [.empty], into: &bytes)
      fast[position] = bytes
    }
    if let bytes = fast[position] { sink += bytes }
  }

  /// Goes on to the next row.
  mutating func advance() {
    var axis = positions.count - 1
    positions[axis] += 1
    while axis > 0, positions[axis] == counts[axis] {
      positions[axis] = 0
      axis -= 1
      positions[axis] += 1
    }
    if axis < positions.count - 1, positions[0] < counts[0] { writeSlow() }
  }
}
