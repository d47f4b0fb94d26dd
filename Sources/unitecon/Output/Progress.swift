import Reporting
import Synchronization

/// How far long work has come, on one line of standard error where that is a terminal.
///
/// Nothing is said of what is done within a tenth of a second.
final class Progress: Sendable {
  private let total: Int
  /// What is counted: points, draws.
  private let unit: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let done = Atomic(0)
  private let line = Mutex(Line())

  private struct Line {
    var drawn: ContinuousClock.Instant?
    var length = 0
  }

  /// - Parameters:
  ///   - total: how many points there are to do.
  ///   - isWanted: false where nobody waits for it, or where the result itself runs over the terminal.
  init(total: Int, unit: String = "points", isWanted: Bool = true) {
    self.total = total
    self.unit = unit
    isShown = isWanted && Terminal.standardError.isTerminal
  }

  /// Counts points that are done; any thread may.
  func advance(by count: Int) {
    guard isShown else { return }
    let (before, after) = done.add(count, ordering: .relaxed)
    // The clock costs more than the points of a block.
    if before >> 14 != after >> 14 { draw(after) }
  }

  /// Takes the line away.
  func end() {
    line.withLock { line in
      guard line.length > 0 else { return }
      Terminal.standardError.write("\r" + String(repeating: " ", count: line.length) + "\r")
      line.length = 0
    }
  }

  private func draw(_ done: Int) {
    let now = ContinuousClock.now
    let tenth = Duration.milliseconds(100)
    // Who finds the line busy has nothing newer to say.
    _ = line.withLockIfAvailable { line in
      guard now - (line.drawn ?? start) >= tenth else { return }
      let elapsed = (now - start).seconds
      let rate = Double(done) / elapsed
      let width = Terminal.standardError.width ?? 80
      let text = String(
        Wording.progress(
          done: done, of: total, unit, rate: rate, left: Double(max(0, total - done)) / rate
        )
        .prefix(width - 1))
      let blanks = String(repeating: " ", count: max(0, line.length - text.count))
      Terminal.standardError.write("\r" + text + blanks)
      line = Line(drawn: now, length: text.count)
    }
  }
}

extension Duration {
  /// The duration as a number of seconds.
  var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
