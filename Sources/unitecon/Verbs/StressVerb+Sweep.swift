import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  /// `stress --axis`: figures at every combination of positions, and where the checks break.
  static func sweep(_ invocation: Invocation, _ file: String) throws -> ExitStatus {
    if invocation.has(Flags.pack), !invocation.has(Flags.under) {
      throw UsageError(Wording.packNeedsUnder, verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.xlsx])
    let stated = try Subject.load(invocation, files: [file])[0]
    let subject = try stated.packed(besideOwn: invocation.has(Flags.pack))
    let request = try SweepRequest(invocation, subject)
    let sweep = request.sweep
    try SweepSize(sweep: sweep, subject: subject, destination: destination)
      .confirm(isWanted: invocation.has(Flags.yes))
    let isPassed =
      try destination.isOfRows
      ? request.writeRows(to: destination) : request.writePage(to: destination)
    return isPassed ? .done : .checkFailed
  }
}

extension SweepRequest {
  /// How much a page shows: positions of an axis one below the other, and side by side.
  private static let (shownRows, shownColumns) = (25, 25)
  /// The most points that JSON carries, and the most positions from which breaks are solved.
  private static let (mostPoints, mostRows) = (10_000, 1_000)

  /// Writes every point as a row of CSV or of a sheet.
  ///
  /// - Returns: whether every check holds where the axes begin.
  fileprivate func writeRows(to destination: Destination) throws -> Bool {
    if destination.format == .xlsx, sweep.count > SweepBook.mostPoints {
      throw NoAnswer([
        .error(Wording.tooManyForSheet(sweep.count, SweepBook.mostPoints), help: Wording.asCSV)
      ])
    }
    let frontier = try self.frontier()
    var notes = try sweep.notes() + alike
    if sweep.axes.count == 2, !sweep.checks.isEmpty, frontier.isEmpty {
      notes.append(Wording.frontierLeftOut(Self.mostRows))
    }
    tell(notes)
    let progress = Progress(
      total: sweep.count, isWanted: destination.file != nil || !Terminal.standardOutput.isTerminal)
    if destination.format == .xlsx {
      let book = SweepBook(sweep, of: subject, frontier: frontier, asked: asked, program: .this)
      try destination.stream { (sink) throws(NoAnswer) in
        try sweep.write(book, progress, to: sink)
      }
    } else {
      let rows = SweepRows(sweep, of: subject, frontier: frontier, csv: destination.csv)
      try destination.stream { (sink) throws(NoAnswer) in
        try sweep.write(rows, progress, to: sink)
      }
    }
    return try sweep.firstPoint().isPassed
  }

  /// Patterns that set several inputs to the same value, with what to do where that is not meant.
  private var alike: [String] { SweepAlike.all(of: sweep, subject).map(\.sentence) }

  private func tell(_ notes: [String]) {
    Terminal.standardError.write(
      DiagnosticPrinter().text(
        notes.map { .note($0) }, in: SourceMap(), color: Terminal.standardError.takesColor))
  }

  /// Writes what all points come to, and a part of them.
  ///
  /// - Returns: whether every check holds where the axes begin.
  fileprivate func writePage(to destination: Destination) throws -> Bool {
    let findings = try SweepFindings(sweep, sweep.summary(Progress(total: sweep.count)))
    if destination.format == .json {
      tell(alike)
      let points =
        sweep.count <= Self.mostPoints
        ? try sweep.points(sweep.axes.map { Array(0..<$0.count) }) : nil
      let frontier = try self.frontier()
      try destination.write(
        json: .sweep(
          findings, points: points, frontier: frontier, hint: Wording.pointsAsCSV(Self.mostPoints),
          of: subject, program: .this))
    } else {
      let settings = sweep.axes.indices.map { setting(findings.first(along: $0), along: $0) }
      try destination.write(
        .sweep(
          findings, try maps(), of: subject, settings: settings, asked: asked, program: .this))
    }
    return findings.base.isPassed
  }

  /// What a page draws: the first two axes, with the others where they begin and where they end.
  private func maps() throws -> [SweepMap] {
    let axes = sweep.axes
    let rows = evenlySpaced(axes.count == 1 ? 41 : Self.shownRows, of: axes[0].count)
    let columns = axes.count > 1 ? evenlySpaced(Self.shownColumns, of: axes[1].count) : [0]
    let ends = axes.map { [0, $0.count - 1] }
    return try (0..<(axes.count > 2 ? 2 : 1)).map { end in
      try SweepMap(sweep, rows: rows, columns: columns, others: ends.map { $0[end] })
    }
  }

  /// The first break along the second of two axes, from every position of the first where those are
  /// not too many to be solved one by one.
  private func frontier() throws -> [SweepBreak?] {
    guard sweep.axes.count == 2, !sweep.checks.isEmpty, sweep.axes[0].count <= Self.mostRows else {
      return []
    }
    return try sweep.frontier(
      along: 1, from: 0, at: Array(0..<sweep.axes[0].count), others: [0, 0])
  }

  /// A break as settings that lead to it.
  private func setting(_ found: SweepBreak?, along axis: Int) -> [String] {
    guard let found, !found.amounts.isEmpty else { return [] }
    return zip(sweep.axes[axis].lanes, found.amounts).flatMap { lane, amount -> [String] in
      switch lane.kind {
      case .multiply: ["--set '\(lane.pattern)=× \(amount)'"]
      case .set, .add, .subtract:
        found.inputs.filter { lane.paths.contains($0.path) }.map { input in
          let text = QuantityText.text(
            input.value, in: input.unit, currency: subject.currency(of: input))
          return "--set '\(input.path)=\(text)'"
        }
      }
    }
  }
}

extension Destination {
  /// Whether every point becomes a row.
  fileprivate var isOfRows: Bool { format == .csv || format == .xlsx }
}
