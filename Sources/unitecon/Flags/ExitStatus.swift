/// What the exit code tells a script.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case checkFailed = 1
  case noAnswer = 2
  case usage = 64
  case interrupted = 130

  var meaning: String {
    switch self {
    case .done: "done, and every check passed"
    case .checkFailed: "answered, and a check failed"
    case .noAnswer: "could not answer: a bad file, a missing price, a full disk"
    case .usage: "the command line was wrong"
    case .interrupted: "interrupted"
    }
  }
}
