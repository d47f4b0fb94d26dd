import ScenarioFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers anew whenever a file that had a part in the answer is other than it was.
///
/// Files are looked at a few times a second, which works on every kind of file system. One that is missing
/// counts too: when it comes, there may be an answer.
enum Watch {
  /// Answers again and again, until an interruption ends the program.
  static func run(_ answer: () -> Void) -> Never {
    while true {
      if Terminal.standardOutput.isTerminal {
        // Clears the screen and goes to its first line.
        _ = Terminal.standardOutput.write(Array("\u{1B}[2J\u{1B}[H".utf8))
      }
      FileReading.forgetPaths()
      answer()
      let paths = FileReading.paths
      Terminal.standardError.write(Wording.watching(paths))
      let seen = texts(paths)
      var state = paths.map(State.init)
      repeat { state = next(paths, after: state) } while texts(paths) == seen
    }
  }

  /// How files stand once they are other than they were, and stay so for a moment: an editor may write one in
  /// several goes.
  private static func next(_ paths: [String], after state: [State]) -> [State] {
    var now = state
    while now == state {
      usleep(200_000)
      now = paths.map(State.init)
    }
    while true {
      usleep(50_000)
      let later = paths.map(State.init)
      if later == now { return now }
      now = later
    }
  }

  /// What files say: one that is only touched says the same.
  private static func texts(_ paths: [String]) -> [String?] {
    paths.map { path in (try? FileReading.read(path: path).get()).map { sha256($0) } }
  }

  /// What tells one state of a file from another.
  private struct State: Equatable {
    private var facts: [Int] = []

    init(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      facts = [
        Int(truncatingIfNeeded: status.st_ino), Int(status.st_size), Int(time.tv_sec),
        Int(time.tv_nsec),
      ]
    }
  }
}
