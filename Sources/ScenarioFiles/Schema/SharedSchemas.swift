import Readiness

/// Writes an object that a schema describes in several places once, and refers to it.
struct SharedSchemas {
  private var names: [PlainJSON: String] = [:]
  private var shared: [(name: String, schema: JSONNode)] = []
  private var uses: [String: Int] = [:]

  /// The definitions of a schema, with those first that are given.
  mutating func definitions(_ given: [(String, JSONNode)]) -> [(String, JSONNode)] {
    let kept = given.map { ($0.0, keep($0.1, as: $0.0, isTop: true)) }
    for (_, schema) in kept + shared.map({ ($0.name, $0.schema) }) { count(schema) }
    return (kept + shared.filter { uses[$0.name, default: 0] > 1 }.map { ($0.name, $0.schema) })
      .map { ($0.0, written($0.1)) }
  }

  /// The schema with every object below it kept under a name.
  private mutating func keep(_ node: JSONNode, as name: String, isTop: Bool = false) -> JSONNode {
    switch node.value {
    case .array(let items): return .list(items.map { keep($0, as: name) })
    case .object(let members):
      // Below `properties` stand names of members; what they are called is a good name.
      let isNames = name == "properties"
      let below = JSONNode.object(
        members.map { member in
          let own = Self.keywords.contains(member.key) && !isNames ? name : member.key
          let next = member.key == "properties" && !isNames ? "properties" : own
          return (member.key, keep(member.value, as: next))
        })
      guard !isTop, !isNames, case .object(let all) = below.value,
        below.member("properties") != nil
      else { return below }
      // What is said of it is said where it stands; what it is may be said elsewhere too.
      let own = all.filter { $0.key == "description" }.map { ($0.key, $0.value) }
      let rest = all.filter { $0.key != "description" }.map { ($0.key, $0.value) }
      let place = reference(to: .object(rest), as: name)
      return .object(own + [("$ref", .text("#/$defs/\(place)"))])
    default: return node
    }
  }

  /// Keywords of a schema, which say nothing of what an object is.
  private static let keywords: Set<String> = ["anyOf", "items", "additionalProperties"]

  private mutating func reference(to schema: JSONNode, as name: String) -> String {
    let key = schema.plain
    if let known = names[key] { return known }
    let taken = shared.filter { $0.name == name || $0.name.hasPrefix("\(name)-") }.count
    let own = "\(name)-\(taken + 1)"
    names[key] = own
    shared.append((own, schema))
    return own
  }

  private mutating func count(_ node: JSONNode) {
    switch node.value {
    case .array(let items): for item in items { count(item) }
    case .object(let members):
      if let name = Self.name(of: node) { uses[name, default: 0] += 1 }
      for member in members { count(member.value) }
    default: break
    }
  }

  /// The schema with what is used once put where it is used.
  private func written(_ node: JSONNode) -> JSONNode {
    switch node.value {
    case .array(let items): return .list(items.map(written))
    case .object(let members):
      if let name = Self.name(of: node), uses[name] == 1,
        let schema = shared.first(where: { $0.name == name })?.schema,
        case .object(let rest) = written(schema).value
      {
        let own = members.filter { $0.key != "$ref" }
        return .object((own + rest).map { ($0.key, $0.value) })
      }
      return .object(members.map { ($0.key, written($0.value)) })
    default: return node
    }
  }

  /// The name that a reference refers to.
  private static func name(of node: JSONNode) -> String? {
    guard case .string(let text)? = node.member("$ref")?.value else { return nil }
    return String(text.dropFirst("#/$defs/".count))
  }
}
