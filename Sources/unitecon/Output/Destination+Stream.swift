#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Destination {
  /// Writes a result as it is made, a stretch of bytes at a time; a file comes whole or not at all.
  func stream(
    _ fill: (OutputFile.Sink) throws(NoAnswer) -> Void
  ) throws(NoAnswer) {
    guard let file else {
      return try fill { (bytes) throws(NoAnswer) in try Destination.writeToStandardOutput(bytes) }
    }
    try OutputFile(path: file).write(fill)
  }

  /// Writes to whoever reads the command's output.
  static func writeToStandardOutput(_ bytes: [UInt8]) throws(NoAnswer) {
    let failure = Terminal.standardOutput.write(bytes)
    // A reader that has seen enough is no failure.
    if failure == EPIPE { exit(ExitStatus.done.rawValue) }
    if failure != 0 {
      throw NoAnswer([.error(Wording.cannotWrite("standard output", systemError(failure)))])
    }
  }
}
