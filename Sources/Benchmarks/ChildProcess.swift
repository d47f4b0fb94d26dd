#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command run to its end, with what it took.
struct ChildProcess {
  /// From its start to its end as the clock goes.
  let seconds: Double
  /// The most memory it held at once.
  let peakBytes: Int
  let status: Int32

  /// Runs a command, its output thrown away or put into a file; nil where it cannot be started.
  init?(_ words: [String], output: String = "/dev/null") {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }

    let start = Self.now
    var child = pid_t()
    guard posix_spawnp(&child, words[0], &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    seconds = Self.now - start
    #if canImport(Darwin)
      peakBytes = Int(usage.ru_maxrss)
    #else
      peakBytes = Int(usage.ru_maxrss) * 1024
    #endif
    self.status = status >> 8 & 0xFF
  }

  static var now: Double { time(CLOCK_MONOTONIC) }

  /// What all cores together have worked for this process.
  static var worked: Double { time(CLOCK_PROCESS_CPUTIME_ID) }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The middle one of several runs, so that one disturbance does not count.
struct Median {
  let seconds: Double
  let peakBytes: Int

  init?(of runs: Int, _ words: [String]) {
    _ = ChildProcess(words)
    let results = (0..<runs).compactMap { _ in ChildProcess(words) }
    guard results.count == runs, results.allSatisfy({ $0.status < 2 }) else { return nil }
    seconds = results.map(\.seconds).sorted()[runs / 2]
    peakBytes = results.map(\.peakBytes).max() ?? 0
  }
}
