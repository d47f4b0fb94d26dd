/// A bracket that is not closed yet, with what it holds so far.
struct OpenBracket {
  let isObject: Bool
  let start: Int
  /// The braces around the file were forgotten, and are read as if they stood there.
  var isImplied = false
  /// The key whose value comes next; nil drops that value.
  private(set) var key: Key?

  private var items: [JSONNode] = []
  private var members: [JSONMember] = []
  private var keys = KeyIndex()

  init(isObject: Bool, start: Int, isImplied: Bool = false) {
    self.isObject = isObject
    self.start = start
    self.isImplied = isImplied
  }

  mutating func add(_ node: JSONNode) {
    guard isObject else { return items.append(node) }
    guard let key else { return }
    self.key = nil
    keys.add(key)
    members.append(JSONMember(key: key.name, keySpan: key.span, value: node))
  }

  /// Keeps a key for the value that comes next.
  ///
  /// - Returns: where the key stands already, and then its value is dropped; nil when it is new.
  mutating func expect(_ name: String, at span: Span) -> Span? {
    let next = Key(name: name, span: span)
    if let place = keys.place(of: next, in: members) { return members[place].keySpan }
    key = next
    return nil
  }

  mutating func dropKey() { key = nil }

  func node(_ span: Span) -> JSONNode {
    JSONNode(span: span, value: isObject ? .object(members) : .array(items))
  }
}
