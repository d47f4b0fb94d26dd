import UnitEconomics

extension JSONNode {
  /// The value of a member of this object.
  func member(_ key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// This tree with another laid over it: objects are merged member by member, anything else is
  /// replaced, and null takes away.
  ///
  /// An input with a value of its own replaces the whole input below, so that no range and no source
  /// is kept that spoke of another value.
  func overlaid(with other: JSONNode) -> JSONNode {
    guard case .object(let below) = value, case .object(let above) = other.value,
      !above.contains(where: { $0.key == "value" })
    else { return other }
    var members = below
    let places = Dictionary(
      below.indices.map { (below[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    for member in above {
      guard let index = places[member.key] else {
        members.append(member)
        continue
      }
      members[index] = JSONMember(
        key: member.key, keySpan: member.keySpan,
        value: members[index].value.overlaid(with: member.value))
    }
    return JSONNode(span: other.span, value: .object(members))
  }

  /// The value at a path, where there is one; the first of them where `*` stands for several.
  func node(at parts: ArraySlice<String>) -> JSONNode? {
    guard let first = parts.first else { return self }
    switch value {
    case .object(let members):
      return members.lazy.filter { first == "*" || $0.key == first }
        .compactMap { $0.value.node(at: parts.dropFirst()) }.first
    case .array(let items):
      return items.enumerated().lazy.filter { first == "*" || "\($0.offset)" == first }
        .compactMap { $0.element.node(at: parts.dropFirst()) }.first
    default: return nil
    }
  }

  /// This tree with the value at a path replaced, or added where nothing stands there yet.
  ///
  /// `*` means every member.
  func setting(_ parts: ArraySlice<String>, to new: JSONNode, keySpan: Span) -> JSONNode {
    guard let first = parts.first else { return new }
    let rest = parts.dropFirst()
    switch value {
    case .object(var members):
      var isFound = false
      for index in members.indices where first == "*" || members[index].key == first {
        isFound = true
        members[index].value = members[index].value.setting(rest, to: new, keySpan: keySpan)
      }
      if !isFound, first != "*" {
        let empty = JSONNode(span: keySpan, value: .object([]))
        members.append(
          JSONMember(
            key: first, keySpan: keySpan, value: empty.setting(rest, to: new, keySpan: keySpan)))
      }
      return JSONNode(span: span, value: .object(members))
    case .array(var items):
      for index in items.indices where first == "*" || "\(index)" == first {
        items[index] = items[index].setting(rest, to: new, keySpan: keySpan)
      }
      return JSONNode(span: span, value: .array(items))
    default:
      return JSONNode(span: keySpan, value: .object([])).setting(parts, to: new, keySpan: keySpan)
    }
  }

  /// The same tree with its spans in another text.
  func moved(to file: Int) -> JSONNode {
    var result = self
    result.span.file = Int32(file)
    switch value {
    case .object(let members):
      result.value = .object(
        members.map { member in
          var moved = JSONMember(
            key: member.key, keySpan: member.keySpan, value: member.value.moved(to: file))
          moved.keySpan.file = Int32(file)
          return moved
        })
    case .array(let items): result.value = .array(items.map { $0.moved(to: file) })
    default: break
    }
    return result
  }
}
