extension UnsafeBufferPointer<UInt8> {
  /// A number that other bytes hardly have, by which names are looked up.
  ///
  /// Every eight bytes are multiplied in, and both halves of the product kept.
  ///
  /// - Source: Wang Yi and others, wyhash.
  var tableHash: UInt64 {
    guard let base = baseAddress else { return 0 }
    var hash = Self.mixed(0xA076_1D64_78BD_642F, UInt64(count))
    var at = 0
    while at + 8 < count {
      hash = Self.mixed(hash, EightBytes(at: base + at).word)
      at += 8
    }
    // The last eight, some of which may have been there before, or as many as there are.
    if count >= 8 { return Self.mixed(hash, EightBytes(at: base + count - 8).word) }
    var rest: UInt64 = 0
    for index in 0..<count { rest = rest << 8 | UInt64(base[index]) }
    return Self.mixed(hash, rest)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}

extension String {
  var tableHash: UInt64 {
    var text = self
    return text.withUTF8 { $0.tableHash }
  }
}

/// Values by hashes of names, which need no mixing before they are looked up.
struct HashTable<Value: Sendable>: Sendable {
  /// At least half of them are free, so that the next free one is near.
  private var slots: [Slot?]
  private var count = 0

  private struct Slot {
    let hash: UInt64
    let value: Value
  }

  init() { slots = Array(repeating: nil, count: 64) }

  init(_ values: [(UInt64, Value)]) {
    self.init()
    for (hash, value) in values { set(hash, value) }
  }

  subscript(hash: UInt64) -> Value? { slots[place(of: hash)]?.value }

  mutating func set(_ hash: UInt64, _ value: Value) {
    let place = place(of: hash)
    if slots[place] == nil { count += 1 }
    slots[place] = Slot(hash: hash, value: value)
    if 2 * count > slots.count { grow() }
  }

  /// Where a hash stands, or would stand.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while let slot = slots[place], slot.hash != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let all = slots
    slots = Array(repeating: nil, count: 2 * all.count)
    for case let slot? in all { slots[place(of: slot.hash)] = slot }
  }
}
