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
      let seen = paths.map(State.init)
      Terminal.standardError.write(Wording.watching(paths))
      while paths.map(State.init) == seen { usleep(200_000) }
      // An editor may write a file in several goes; what it is after them is meant.
      var last = paths.map(State.init)
      while true {
        usleep(50_000)
        let now = paths.map(State.init)
        if now == last { break }
        last = now
      }
    }
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
