/// Names, each once, known by small numbers: a log says the same few names a million times.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var numbers = HashTable<Int32>()

  /// No name.
  static let none: Int32 = -1

  init() {}

  subscript(number: Int32) -> String? {
    number >= 0 ? names[Int(number)] : nil
  }

  /// The number of a name that stands as bytes of JSON; nil where they are no valid UTF-8.
  mutating func number(_ text: JSONText) -> Int32? {
    let hash = text.bytes.tableHash
    if let known = numbers[hash], text.isEscaped || text.isSame(names[Int(known)]) { return known }
    guard let name = text.string else { return nil }
    return add(name, hash)
  }

  mutating func number(_ name: String) -> Int32 {
    add(name, name.tableHash)
  }

  private mutating func add(_ name: String, _ hash: UInt64) -> Int32 {
    var hash = hash
    // Two names of one hash stand at neighbouring numbers.
    while let known = numbers[hash] {
      if names[Int(known)] == name { return known }
      hash &+= 1
    }
    let number = Int32(names.count)
    numbers.set(hash, number)
    names.append(name)
    return number
  }

  /// Takes in another table's names.
  ///
  /// - Returns: the number here of each name there.
  mutating func merge(_ other: NameTable) -> [Int32] { other.names.map { number($0) } }
}

extension JSONText {
  fileprivate func isSame(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { known in
      known.count == count && (count == 0 || start.begins(with: known.baseAddress!, count))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number that other bytes hardly have, and by which identities go: it is the same in every version, for
  /// the order of steps is that of their identities.
  ///
  /// - Source: Fowler, Noll and Vo, FNV-1a, its halves mixed once more.
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in self { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension String {
  /// The fingerprint of its bytes.
  var fingerprint: UInt64 {
    var text = self
    return text.withUTF8 { $0.fingerprint }
  }
}
