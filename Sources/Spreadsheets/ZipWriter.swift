/// Packs files into one, each written as its bytes come.
///
/// Nothing is compressed: an entry is a deflate stream of plain blocks, which every reader takes, and
/// its size and checksum follow it, so that nobody has to know them before.
///
/// Source: PKWARE's APPNOTE 6.3, RFC 1951 for the blocks.
public struct ZipWriter<Failure: Error> {
  private let sink: ([UInt8]) throws(Failure) -> Void
  private var entries: [Entry] = []
  private var open: Entry?
  private var offset = 0
  private var block: [UInt8] = []

  private struct Entry {
    let name: [UInt8]
    let offset: Int
    var size = 0
    var packedSize = 0
    var checksum = Checksum()
  }

  /// As many bytes as a plain block can have.
  private static var blockSize: Int { 65535 }
  /// Names are UTF-8, and sizes follow the bytes.
  private static var flags: Int { 0x0808 }
  /// The first of January 1980, the zero of its clock.
  private static var date: Int { 0x0021 }

  public init(sink: @escaping ([UInt8]) throws(Failure) -> Void) {
    self.sink = sink
    block.reserveCapacity(Self.blockSize)
  }

  /// Begins a file; the one before must have ended.
  public mutating func begin(_ name: String) throws(Failure) {
    precondition(open == nil, "an entry ends before the next begins")
    let entry = Entry(name: Array(name.utf8), offset: offset)
    var header: [UInt8] = []
    header.append(0x0403_4B50, bytes: 4)
    header.append(20, bytes: 2)
    header += common(entry, isEnded: false)
    header += entry.name
    open = entry
    try put(header)
  }

  /// Adds bytes to the file that is open.
  public mutating func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      if block.count == Self.blockSize { try putBlock(isLast: false) }
      let part = rest.prefix(Self.blockSize - block.count)
      block += part
      rest = rest.dropFirst(part.count)
    }
  }

  /// Ends the file that is open.
  public mutating func end() throws(Failure) {
    try putBlock(isLast: true)
    guard let entry = open else { return }
    var trailer: [UInt8] = []
    trailer.append(0x0807_4B50, bytes: 4)
    trailer.append(Int(entry.checksum.value), bytes: 4)
    trailer.append(entry.packedSize, bytes: 4)
    trailer.append(entry.size, bytes: 4)
    entries.append(entry)
    open = nil
    try put(trailer)
  }

  /// Ends the archive with the list of what is in it.
  public mutating func finish() throws(Failure) {
    let start = offset
    for entry in entries {
      var record: [UInt8] = []
      record.append(0x0201_4B50, bytes: 4)
      record.append(20, bytes: 2)
      record.append(20, bytes: 2)
      record += common(entry, isEnded: true)
      // The length of a comment, the disk and attributes.
      record.append(0, bytes: 10)
      record.append(entry.offset, bytes: 4)
      try put(record + entry.name)
    }
    var ending: [UInt8] = []
    ending.append(0x0605_4B50, bytes: 4)
    ending.append(0, bytes: 4)
    ending.append(entries.count, bytes: 2)
    ending.append(entries.count, bytes: 2)
    ending.append(offset - start, bytes: 4)
    ending.append(start, bytes: 4)
    ending.append(0, bytes: 2)
    try put(ending)
  }

  /// What the header and the list have in common: from the flags to the lengths of name and extras.
  private func common(_ entry: Entry, isEnded: Bool) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append(Self.flags, bytes: 2)
    fields.append(8, bytes: 2)
    fields.append(0, bytes: 2)
    fields.append(Self.date, bytes: 2)
    fields.append(isEnded ? Int(entry.checksum.value) : 0, bytes: 4)
    fields.append(isEnded ? entry.packedSize : 0, bytes: 4)
    fields.append(isEnded ? entry.size : 0, bytes: 4)
    fields.append(entry.name.count, bytes: 2)
    fields.append(0, bytes: 2)
    return fields
  }

  private mutating func putBlock(isLast: Bool) throws(Failure) {
    var head: [UInt8] = [isLast ? 1 : 0]
    head.append(block.count, bytes: 2)
    head.append(~block.count & 0xFFFF, bytes: 2)
    open?.checksum.add(block)
    open?.size += block.count
    open?.packedSize += head.count + block.count
    try put(head)
    try put(block)
    block.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ bytes: [UInt8]) throws(Failure) {
    offset += bytes.count
    try sink(bytes)
  }
}

extension [UInt8] {
  /// Adds a number, its lowest byte first.
  fileprivate mutating func append(_ number: Int, bytes: Int) {
    for index in 0..<bytes {
      append(UInt8(truncatingIfNeeded: index < 8 ? number >> (8 * index) : 0))
    }
  }
}

/// CRC-32, as archives and pictures use it.
struct Checksum {
  private var state: UInt32 = 0xFFFF_FFFF

  var value: UInt32 { ~state }

  mutating func add(_ bytes: [UInt8]) {
    var state = state
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes { state = state >> 8 ^ table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] }
    }
    self.state = state
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
