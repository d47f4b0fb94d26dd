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

  /// As many bytes as are read at a time: few enough to stay near the core that works on them.
  static let blockSize = 1 << 20
  /// As long as a line may be, or a document that is one value over many lines.
  static let longest = 256 << 20

  private let descriptor: Int32
  private var child: pid_t = 0
  /// What came after the last line that was handed over.
  private var rest: [UInt8] = []
  private(set) var isEnded = false
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
    if rest.isEmpty {
      var block: [UInt8] = []
      try fill(&block, upTo: Self.blockSize)
      rest = block
    }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    return rest.first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
  }

  /// The next whole lines; empty at the end.
  ///
  /// - Parameters:
  ///   - isCSV: line ends within quotes end no row.
  ///   - block: what it held is gone; its memory is used again.
  mutating func nextBlock(isCSV: Bool, into block: inout [UInt8]) throws(Failure) {
    block.removeAll(keepingCapacity: true)
    block += rest
    rest.removeAll(keepingCapacity: true)
    var size = max(Self.blockSize, block.count)
    while !isEnded {
      try fill(&block, upTo: size)
      if isEnded { return }
      if let cut = isCSV ? Self.lastRowEnd(block) : Self.last(UInt8(ascii: "\n"), in: block) {
        rest += block[(cut + 1)...]
        block.removeSubrange((cut + 1)...)
        return
      }
      guard block.count < Self.longest else {
        throw Failure(reason: "a line of it is longer than \(Self.longest >> 20) MB")
      }
      size = 2 * block.count
    }
  }

  /// Takes back what was handed over last, or the end of it.
  mutating func takeBack(_ block: [UInt8]) { rest = block + rest }

  /// Everything that is left, for a document over many lines.
  mutating func remainder(after start: [UInt8]) throws(Failure) -> [UInt8] {
    var all = start + rest
    rest = []
    while !isEnded {
      guard all.count < Self.longest else {
        throw Failure(reason: "it is one document of over \(Self.longest >> 20) MB")
      }
      try fill(&all, upTo: all.count + Self.blockSize)
    }
    return all
  }

  /// Reads on behind some bytes until there are so many, or the log ends.
  private mutating func fill(_ block: inout [UInt8], upTo size: Int) throws(Failure) {
    while block.count < size, !isEnded {
      var (got, problem) = (0, Int32(0))
      block.append(addingCapacity: size - block.count) { free in
        free.withUnsafeMutableBufferPointer { buffer, count in
          got = read(descriptor, buffer.baseAddress, buffer.count)
          problem = errno
          count = max(0, got)
        }
      }
      if got < 0, problem == EINTR { continue }
      if got < 0 { throw Failure(reason: Self.reason(problem)) }
      isEnded = got == 0
      byteCount += got
    }
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
