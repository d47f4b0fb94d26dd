import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

/// How large a sweep is, and whether it runs without being asked for twice.
struct SweepSize {
  /// No sweep has more points than this.
  static let most = 1e12
  /// Rows of a file, and points that are only looked at, that nobody is asked about.
  private static let (fewRows, fewPoints) = (10_000_000, 1_000_000_000)
  /// How many points are tried to tell how long all will take.
  private static let tried = 100_000.0

  static func tooMany(_ points: Double) -> NoAnswer {
    NoAnswer([.error(Wording.tooManyPoints(points, most), help: Wording.fewerPoints)])
  }

  let sweep: Sweep
  let subject: Subject
  let destination: Destination

  private var writesRows: Bool { destination.format == .csv }

  /// Lets a sweep of the usual size pass, and asks about any larger one.
  ///
  /// - Parameter isWanted: whether the command line says that it shall run.
  func confirm(isWanted: Bool) throws(NoAnswer) {
    guard !isWanted, sweep.count > (writesRows ? Self.fewRows : Self.fewPoints) else { return }
    let (seconds, bytes) = try estimate()
    let size = Wording.sweepSize(sweep.count, seconds: seconds, bytes: bytes)
    let errors = Terminal.standardError
    guard Terminal.standardInput.isTerminal, errors.isTerminal else {
      throw NoAnswer([.error(size, help: Wording.yesRunsIt)])
    }
    errors.write(Wording.goOn(size))
    guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else {
      throw NoAnswer([.error(Wording.notRun, help: Wording.yesRunsIt)])
    }
  }

  /// How long all points take and how many bytes their rows have, from a few of them.
  private func estimate() throws(NoAnswer) -> (seconds: Double, bytes: Double?) {
    var each = 2
    while sweep.axes.reduce(1, { points, _ in points * Double(each + 1) }) <= Self.tried {
      each += 1
    }
    let few = sweep.picked(sweep.axes.map { evenlySpaced(each, of: $0.count) })
    let start = ContinuousClock.now
    var written: Int?
    if writesRows {
      var count = 0
      let rows = SweepRows(few, of: subject, frontier: [], csv: destination.csv)
      try few.write(rows, Progress(total: few.count, isWanted: false)) { count += $0.count }
      written = count
    } else {
      _ = try few.summary(Progress(total: few.count, isWanted: false))
    }
    let scale = Double(sweep.count) / Double(few.count)
    return ((ContinuousClock.now - start).seconds * scale, written.map { Double($0) * scale })
  }
}
