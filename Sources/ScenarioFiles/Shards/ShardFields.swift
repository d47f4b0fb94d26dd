/// The members of an object that a program wrote: each is as it should be, or the object is damaged.
struct ShardFields {
  let node: JSONNode
  private let members: [String: JSONNode]

  init(_ node: JSONNode, _ key: String) throws(FileProblem) {
    guard case .object(let members) = node.value else {
      throw Self.damaged(key, "an object", node)
    }
    self.node = node
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// The number that a node is, where it is whole and lies in a range that doubles count exactly.
  static func count(
    _ node: JSONNode, _ key: String, _ range: ClosedRange<Int>
  ) throws(FileProblem) -> Int {
    guard case .number(let number) = node.value, number.value == number.value.rounded(),
      Double(range.lowerBound)...Double(range.upperBound) ~= number.value
    else {
      throw damaged(key, "a whole number from \(range.lowerBound) to \(range.upperBound)", node)
    }
    return Int(number.value)
  }

  static func damaged(_ key: String, _ need: String, _ node: JSONNode) -> FileProblem {
    FileProblem(diagnostic: Wording.damagedShard(key, need, at: node.span))
  }

  func damaged(_ key: String, _ need: String) -> FileProblem {
    Self.damaged(key, need, members[key] ?? node)
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  func node(_ key: String) throws(FileProblem) -> JSONNode {
    guard let member = members[key] else { throw damaged(key, "there") }
    return member
  }

  func fields(_ key: String) throws(FileProblem) -> ShardFields {
    try ShardFields(try node(key), key)
  }

  func text(_ key: String) throws(FileProblem) -> String {
    guard case .string(let text) = try node(key).value else { throw damaged(key, "a text") }
    return text
  }

  /// A text that may be null.
  func optionalText(_ key: String) throws(FileProblem) -> String? {
    if case .null = try node(key).value { return nil }
    return try text(key)
  }

  func count(_ key: String, in range: ClosedRange<Int>) throws(FileProblem) -> Int {
    try Self.count(try node(key), key, range)
  }

  /// A list; of a certain length where one is told.
  func list(_ key: String, of length: Int? = nil) throws(FileProblem) -> [JSONNode] {
    guard case .array(let nodes) = try node(key).value else { throw damaged(key, "a list") }
    if let length, nodes.count != length { throw damaged(key, "a list of \(length)") }
    return nodes
  }

  func texts(_ key: String) throws(FileProblem) -> [String] {
    var texts: [String] = []
    for node in try list(key) {
      guard case .string(let text) = node.value else {
        throw Self.damaged(key, "a list of texts", node)
      }
      texts.append(text)
    }
    return texts
  }
}
