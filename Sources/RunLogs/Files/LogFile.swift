#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A log as it comes from a file, a pipe or `gzip`, in blocks that end where lines do.
struct LogFile: ~Copyable {
  /// Why a log could not be read: what the system says.
  struct Failure: Error {
    let reason: String
  }

  /// As many bytes as are read at a time.
  static let blockSize = 4 << 20
  /// As long as a line may be, or a document that is one value over many lines.
  static let longest = 256 << 20

  private let descriptor: Int32
  private var child: pid_t = 0
  /// What came after the last line that was handed over.
  private var rest: [UInt8] = []
  private var isEnded = false
  private(set) var byteCount = 0

  /// Opens a log, or standard input by the name `-`.
  ///
  /// What `gzip` packed is unpacked by it.
  init(path: String) throws(Failure) {
    if path == "-" {
      descriptor = 0
      return
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw Failure(reason: Self.reason(errno)) }
    var facts = stat()
    guard fstat(opened, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw Failure(reason: Self.reason(EISDIR))
    }
    var magic: (UInt8, UInt8) = (0, 0)
    let isPacked =
      facts.st_mode & S_IFMT == S_IFREG
      && withUnsafeMutableBytes(of: &magic) { pread(opened, $0.baseAddress, 2, 0) } == 2
      && magic == (0x1F, 0x8B)
    guard isPacked else {
      descriptor = opened
      return
    }
    let unpacking: (descriptor: Int32, child: pid_t)
    do throws(Failure) {
      unpacking = try Self.unpack(opened)
    } catch {
      close(opened)
      throw error
    }
    close(opened)
    descriptor = unpacking.descriptor
    child = unpacking.child
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
    if child > 0 {
      var status: Int32 = 0
      waitpid(child, &status, 0)
    }
  }

  private static func unpack(
    _ packed: Int32
  ) throws(Failure) -> (descriptor: Int32, child: pid_t) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(reason: reason(errno)) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, packed, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var child: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("gzip"), strdup("-dc"), nil]
    defer { for word in words { free(word) } }
    let result = posix_spawnp(&child, "gzip", &actions, nil, words, environ)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      throw Failure(reason: "it is packed, and there is no gzip to unpack it")
    }
    return (ends[0], child)
  }

  private static func reason(_ error: Int32) -> String { String(cString: strerror(error)) }

  /// The first byte that is no blank, before anything else is read; nil where there is none.
  ///
  /// A byte-order mark is left out.
  mutating func firstSign() throws(Failure) -> UInt8? {
    if rest.isEmpty, !isEnded { rest = try filled(after: []) }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    return rest.first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
  }

  /// The next whole lines; empty at the end.
  ///
  /// - Parameter isCSV: line ends within quotes end no row.
  mutating func nextBlock(isCSV: Bool) throws(Failure) -> [UInt8] {
    var block = rest
    rest = []
    while !isEnded {
      block = try filled(after: block)
      if isEnded { break }
      if let cut = isCSV ? Self.lastRowEnd(block) : Self.last(UInt8(ascii: "\n"), in: block) {
        rest = Array(block[(cut + 1)...])
        block.removeSubrange((cut + 1)...)
        return block
      }
      guard block.count < Self.longest else {
        throw Failure(reason: "a line of it is longer than \(Self.longest >> 20) MB")
      }
    }
    return block
  }

  /// Everything that is left, for a document over many lines.
  mutating func remainder(after start: [UInt8]) throws(Failure) -> [UInt8] {
    var all = start + rest
    rest = []
    while !isEnded {
      guard all.count < Self.longest else {
        throw Failure(reason: "it is one document of over \(Self.longest >> 20) MB")
      }
      all = try filled(after: all)
    }
    return all
  }

  /// The same bytes and one block more behind them.
  private mutating func filled(after start: [UInt8]) throws(Failure) -> [UInt8] {
    var (isEnded, problem) = (false, Int32(0))
    let descriptor = descriptor
    let block = [UInt8](unsafeUninitializedCapacity: start.count + Self.blockSize) {
      buffer, count in
      _ = buffer.initialize(from: start)
      count = start.count
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          (isEnded, problem) = (true, got < 0 ? errno : 0)
          break
        }
        count += got
      }
    }
    if problem != 0 { throw Failure(reason: Self.reason(problem)) }
    self.isEnded = isEnded
    byteCount += block.count - start.count
    return block
  }

  private static func last(_ byte: UInt8, in block: [UInt8]) -> Int? {
    block.withUnsafeBufferPointer { $0.lastIndex(of: byte) }
  }

  /// The last end of a line that is no part of a field in quotes.
  private static func lastRowEnd(_ block: [UInt8]) -> Int? {
    let (quote, newline) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    return block.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, memchr(start, Int32(quote), bytes.count) != nil else {
        return bytes.lastIndex(of: newline)
      }
      var isQuoted = false
      var last: Int?
      for (index, byte) in bytes.enumerated() {
        if byte == quote { isQuoted.toggle() } else if byte == newline, !isQuoted { last = index }
      }
      return last
    }
  }
}
