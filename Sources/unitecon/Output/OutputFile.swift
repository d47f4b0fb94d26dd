import ScenarioFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written whole or not at all: first beside its place, then moved there.
struct OutputFile {
  /// What takes the bytes of a file one after the other.
  typealias Sink = (_ bytes: [UInt8]) throws(NoAnswer) -> Void

  let path: String

  func write(_ bytes: [UInt8]) throws(NoAnswer) {
    try write { (sink) throws(NoAnswer) in try sink(bytes) }
  }

  /// Writes what comes, a stretch at a time; where that ends in a mistake, nothing stays.
  func write(_ fill: (Sink) throws(NoAnswer) -> Void) throws(NoAnswer) {
    // A link stays a link: what it points to is replaced.
    let place = resolved(path)
    var facts = stat()
    if stat(place, &facts) == 0 {
      let kind = facts.st_mode & S_IFMT
      if kind == S_IFDIR { throw failure(EISDIR) }
      if kind != S_IFREG { return try writeThrough(place, fill) }
    }
    let (temporary, descriptor) = create(besides: place)
    defer { Interruption.removes(nil) }
    guard descriptor >= 0 else { throw failure(errno) }

    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, facts.st_mode & 0o777 != 0 ? facts.st_mode & 0o777 : 0o666 & ~mask)
    do throws(NoAnswer) {
      try fill(sink(descriptor))
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    var error: Int32 = 0
    if fsync(descriptor) != 0 { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    if error == 0, rename(temporary, place) != 0 { error = errno }
    if error != 0 {
      unlink(temporary)
      throw failure(error)
    }
  }

  /// Creates a file under a name that no other has; its number is negative where that cannot be.
  ///
  /// An interruption knows the name before there is such a file, or one that came at once would leave it.
  private func create(besides place: String) -> (name: String, descriptor: Int32) {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    while true {
      let ending = String((0..<8).map { _ in letters[Int.random(in: letters.indices)] })
      let name = "\(place).\(ending)"
      Interruption.removes(name)
      let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 || errno != EEXIST { return (name, descriptor) }
    }
  }

  /// A device or a pipe takes bytes as they come.
  private func writeThrough(
    _ place: String, _ fill: (Sink) throws(NoAnswer) -> Void
  ) throws(NoAnswer) {
    let descriptor = open(place, O_WRONLY)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    try fill(sink(descriptor))
  }

  private func sink(_ descriptor: Int32) -> Sink {
    { (bytes) throws(NoAnswer) in
      let error = Terminal(descriptor: descriptor).write(bytes)
      // A reader that has seen enough is no failure.
      if error == EPIPE { exit(ExitStatus.done.rawValue) }
      if error != 0 { throw failure(error) }
    }
  }

  private func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private func failure(_ error: Int32) -> NoAnswer {
    NoAnswer([.error(Wording.cannotWrite(path, systemError(error)))])
  }
}
