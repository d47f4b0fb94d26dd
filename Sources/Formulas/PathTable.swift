/// Where each named formula stands among the nodes of a graph.
///
///     graph.positions["grossMargin"]   // 412
///
/// A model of many plans has ten thousand names, long ones that begin alike, and is copied when it is
/// widened. So this is a plain table of open addresses: a copy of it copies numbers, and hashes none.
public struct PathTable: Sendable {
  /// A name by its place among all of them; none where the slot is free.
  private struct Slot {
    var hash: UInt32 = 0
    var index: Int32 = -1
  }

  /// The names in the order in which they came.
  private(set) var paths: [String] = []
  private var positions: [Int32] = []
  private var slots = [Slot](repeating: Slot(), count: 16)

  /// The position of the node that a name belongs to; nil where there is none of the name.
  public subscript(path: String) -> Int? {
    let slot = slots[slot(of: path, path.spreadHash)]
    return slot.index < 0 ? nil : Int(positions[Int(slot.index)])
  }

  /// Makes room for so many names.
  mutating func reserveCapacity(_ count: Int) {
    paths.reserveCapacity(count)
    positions.reserveCapacity(count)
    if count * 2 > slots.count { rehash(count * 2) }
  }

  /// Adds a name, unless it is there already.
  ///
  /// - Returns: whether it was added.
  mutating func insert(_ path: String, at position: Int) -> Bool {
    if (paths.count + 1) * 2 > slots.count { rehash(slots.count * 2) }
    let hash = path.spreadHash
    let slot = slot(of: path, hash)
    guard slots[slot].index < 0 else { return false }
    slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash), index: Int32(paths.count))
    paths.append(path)
    positions.append(Int32(position))
    return true
  }

  /// The slot that holds a name, or the free one where it belongs.
  private func slot(of path: String, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].index >= 0 {
      let other = slots[slot]
      if other.hash == UInt32(truncatingIfNeeded: hash), paths[Int(other.index)] == path { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func rehash(_ least: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: least.nextPowerOf2)
    let mask = slots.count - 1
    for entry in old where entry.index >= 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot].index >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

extension Int {
  /// The least power of two that reaches this number, which is at least 1.
  var nextPowerOf2: Int { 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}

extension String {
  /// Bits that equal texts share, and that others share by chance alone; taken eight bytes at a time.
  var spreadHash: UInt64 {
    let known = utf8.withContiguousStorageIfAvailable { UnsafeRawBufferPointer($0).spreadHash }
    let hash = known ?? Array(utf8).withUnsafeBytes(\.spreadHash)
    // One text can be spelt in several ways beyond ASCII.
    return hash ?? UInt64(truncatingIfNeeded: hashValue)
  }
}

extension UnsafeRawBufferPointer {
  /// The bits; nil where there is more than ASCII.
  fileprivate var spreadHash: UInt64? {
    var hash = UInt64(count)
    var all: UInt64 = 0
    var place = 0
    while place + 8 <= count {
      let bytes = loadUnaligned(fromByteOffset: place, as: UInt64.self)
      all |= bytes
      hash = mixed(hash ^ bytes)
      place += 8
    }
    var rest: UInt64 = 0
    while place < count {
      rest = rest << 8 | UInt64(self[place])
      place += 1
    }
    return (all | rest) & 0x8080_8080_8080_8080 == 0 ? mixed(hash ^ rest) : nil
  }
}

/// Spreads all bits of a number over all others.
func mixed(_ value: UInt64) -> UInt64 {
  var value = value &* 0x9E37_79B9_7F4A_7C15
  value ^= value >> 32
  value = value &* 0xD6E8_FEB8_6659_FD93
  return value ^ value >> 32
}
