/// A key, and a number that is equal for equal keys.
struct Key {
  let name: String
  let span: Span
  let fingerprint: UInt64

  init(name: String, span: Span) {
    self.name = name
    self.span = span
    // All keys outside ASCII share one number, for é can be spelled in two ways.
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    var seen: UInt8 = 0
    for byte in name.utf8 {
      seen |= byte
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    fingerprint = seen < 0x80 ? value : 0
  }
}

/// Which keys an object has, so that a repeated one is seen at once.
///
/// A few keys are told apart by a cheap fingerprint of their letters; from the 65th on a dictionary
/// answers, which no choice of keys makes slow.
struct KeyIndex {
  private static let few = 64
  private var fingerprints: [UInt64] = []
  private var places: [String: Int] = [:]
  private var count = 0

  mutating func add(_ key: Key) {
    if count < Self.few { fingerprints.append(key.fingerprint) } else { places[key.name] = count }
    count += 1
  }

  func place(of key: Key, in members: [JSONMember]) -> Int? {
    for place in fingerprints.indices
    where fingerprints[place] == key.fingerprint && members[place].key == key.name {
      return place
    }
    return places.isEmpty ? nil : places[key.name]
  }
}
