import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens on Ctrl-C: the file that is being written goes, and the exit code says so.
enum Interruption {
  /// The temporary file's path, in memory that a signal handler may read.
  nonisolated(unsafe) private static var temporary: UnsafeMutablePointer<CChar>?
  /// Whether the work at hand looks for an interruption itself, so as to say what it has.
  private static let awaited = Atomic(false)
  private static let happened = Atomic(false)

  /// Whether the first interruption is left to the work at hand; the second ends the program.
  static var isAwaited: Bool {
    get { awaited.load(ordering: .relaxed) }
    set { awaited.store(newValue, ordering: .relaxed) }
  }

  /// Whether an interruption has come that was waited for.
  static var hasHappened: Bool { happened.load(ordering: .relaxed) }

  /// From now on an interruption ends the program with 130, and a closed pipe is an error to handle.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow further is an error like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    // A parent that blocks signals hands its mask down; an interruption must still reach us.
    var kinds = sigset_t()
    sigemptyset(&kinds)
    for kind in [SIGINT, SIGTERM] {
      sigaddset(&kinds, kind)
      signal(kind) { _ in
        if Interruption.isAwaited, !Interruption.hasHappened {
          return Interruption.happened.store(true, ordering: .relaxed)
        }
        if let path = Interruption.temporary { unlink(path) }
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
    sigprocmask(SIG_UNBLOCK, &kinds, nil)
  }

  /// Says which file an interruption removes; nil for none.
  static func removes(_ path: String?) {
    let old = temporary
    temporary = path.flatMap { strdup($0) }
    free(old)
  }
}
