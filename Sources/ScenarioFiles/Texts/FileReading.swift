import Synchronization
import UnitEconomics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read.
public struct FileProblem: Error, Equatable {
  public let diagnostic: Diagnostic
}

/// Reads whole files, and never more of one than a scenario may have.
public enum FileReading {
  private static let asked = Mutex<Set<String>>([])

  /// The files that were asked for since the last ``forgetPaths()``, in the order of their names.
  public static var paths: [String] { asked.withLock { $0.sorted() } }

  /// Begins to keep the files that are asked for anew.
  public static func forgetPaths() { asked.withLock { $0 = [] } }

  /// The bytes of a file; `-` is standard input.
  ///
  /// A file that never ends is read no farther than one byte over the limit.
  ///
  /// - Parameter kind: what it is said to be where it is none.
  public static func read(
    path: String, limit: Int = 16_000_000, as kind: String = "a scenario"
  ) -> Result<[UInt8], FileProblem> {
    asked.withLock { _ = $0.insert(path) }
    if path == "-" { return read(descriptor: 0, path: path, limit: limit, as: kind) }
    guard !path.isEmpty, !path.utf8.contains(0) else { return fail(Wording.noSuchName(path)) }
    // To open a named pipe would wait for someone who writes, perhaps for ever.
    let descriptor = repeating { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return fail(problem(errno, path: path, kind)) }
    defer { _ = close(descriptor) }
    guard let first = firstBytes(descriptor) else { return fail(Wording.emptyPipe(path)) }
    _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    return read(descriptor: descriptor, path: path, limit: limit, as: kind, after: first)
  }

  /// The bytes of a file that is named somewhere, where the message stands if there are none.
  static func read(
    path: String, at span: Span?, limit: Int = 16_000_000
  ) -> Result<[UInt8], FileProblem> {
    read(path: path, limit: limit).mapError { problem in
      var diagnostic = problem.diagnostic
      diagnostic.span = span
      return FileProblem(diagnostic: diagnostic)
    }
  }

  private static func read(
    descriptor: Int32, path: String, limit: Int, as name: String, after first: [UInt8] = []
  ) -> Result<[UInt8], FileProblem> {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return fail(problem(errno, path: path, name)) }
    let kind = facts.st_mode & S_IFMT
    if kind == S_IFDIR { return fail(Wording.isFolder(path, name)) }
    if kind == S_IFREG, facts.st_size > limit {
      return fail(Wording.tooLarge(path, bytes: Int(facts.st_size), limit: limit, name))
    }
    var bytes = first
    bytes.reserveCapacity(kind == S_IFREG ? Int(facts.st_size) : 0)
    // The file's own words about its size are not trusted: it may grow, and a device has none.
    while bytes.count <= limit {
      let (chunk, got) = nextChunk(descriptor)
      if got < 0 { return fail(problem(errno, path: path, name)) }
      if got == 0 { return .success(bytes) }
      bytes += chunk
    }
    return fail(Wording.endless(path, limit: limit, name))
  }

  private static func nextChunk(_ descriptor: Int32) -> (bytes: [UInt8], got: Int) {
    let step = 1 << 16
    var got = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
      got = repeating { systemRead(descriptor, buffer.baseAddress, step) }
      count = max(got, 0)
    }
    return (chunk, got)
  }

  /// What a named pipe gives at once; empty for any other file, nil where nobody writes into the pipe.
  private static func firstBytes(_ descriptor: Int32) -> [UInt8]? {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFIFO else { return [] }
    for _ in 0..<longestWait {
      let (bytes, got) = nextChunk(descriptor)
      // A pipe that someone holds open and has not written into yet says so by an error.
      if got != 0 { return bytes }
      usleep(10_000)
    }
    return nil
  }

  /// How many hundredths of a second someone has to open a pipe for writing.
  private static let longestWait = 50

  /// Asks again while a signal interrupts the call.
  private static func repeating<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
    while true {
      let answer = call()
      if answer >= 0 || errno != EINTR { return answer }
    }
  }

  private static func fail(_ diagnostic: Diagnostic) -> Result<[UInt8], FileProblem> {
    .failure(FileProblem(diagnostic: diagnostic))
  }

  private static func problem(_ code: Int32, path: String, _ kind: String) -> Diagnostic {
    switch code {
    case ENOENT, ENOTDIR: missing(path)
    case EACCES, EPERM: Wording.noPermission(path)
    case EISDIR: Wording.isFolder(path, kind)
    case ENAMETOOLONG: Wording.nameTooLong(path)
    default: Wording.unreadable(path, code: code)
    }
  }

  /// What stands where the file should: the name most like it, or not even the folder.
  private static func missing(_ path: String) -> Diagnostic {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let names = FolderListing.names(in: folder) else {
      return Wording.noSuchFolder(path, folder: folder)
    }
    let near = nearestWord(to: name, among: names)
    let beginning = slash.map { String(path[...$0]) } ?? ""
    return Wording.noSuchFile(path, near: near.map { beginning + $0 })
  }
}

// Inside the type its own `read` would be meant.
private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
