/// What the arguments of a tool may be: a JSON Schema, as far as it is judged here.
///
/// Judged are `type`, `properties`, `required`, `additionalProperties`, `items`, `enum`, `const`, the limits of
/// numbers, texts and lists, `allOf`, `anyOf`, `oneOf`, `not`, and `$ref` within the same file. Other keywords
/// are told when the schema is read, and not judged.
///
/// - Source: JSON Schema, draft 2020-12.
public struct ArgumentSchema: Sendable {
  /// The schema itself.
  public let root: PlainJSON
  /// Keywords that change what is valid and are not judged.
  public let unjudged: [String]

  /// - Returns: nil where it is neither an object nor a truth value.
  public init?(_ root: PlainJSON) {
    switch root {
    case .object, .truth: break
    default: return nil
    }
    self.root = root
    var unjudged: Set<String> = []
    Self.look(at: root, isSchema: true, depth: 0, &unjudged)
    self.unjudged = unjudged.sorted()
  }

  /// What is wrong with a value, and where: `amount: is no number`; nil where nothing is.
  public func fault(in value: PlainJSON) -> String? {
    fault(value, root, "", depth: 0)
  }

  private static let judged: Set<String> = [
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "minimum",
    "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems",
    "maxItems", "allOf", "anyOf", "oneOf", "not", "$ref", "$defs", "definitions",
  ]
  /// Keywords that say nothing of what is valid.
  private static let silent: Set<String> = [
    "$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated",
    "readOnly", "writeOnly", "format", "strict", "name",
  ]

  private static func look(
    at schema: PlainJSON, isSchema: Bool, depth: Int, _ unjudged: inout Set<String>
  ) {
    guard depth < 64 else { return }
    switch schema {
    case .object(let members):
      for (key, value) in members {
        if isSchema, !judged.contains(key), !silent.contains(key) { unjudged.insert(key) }
        switch key {
        case "properties" where isSchema, "$defs" where isSchema, "definitions" where isSchema:
          look(at: value, isSchema: false, depth: depth + 1, &unjudged)
        case "enum" where isSchema, "const" where isSchema, "default" where isSchema,
          "examples" where isSchema:
          break
        default: look(at: value, isSchema: true, depth: depth + 1, &unjudged)
        }
      }
    case .list(let items):
      for item in items { look(at: item, isSchema: true, depth: depth + 1, &unjudged) }
    default: break
    }
  }

  private func fault(
    _ value: PlainJSON, _ schema: PlainJSON, _ path: String, depth: Int
  ) -> String? {
    // A schema that refers to itself without end says nothing.
    guard depth < 64 else { return nil }
    if case .truth(let isAllowed) = schema {
      return isAllowed ? nil : Self.at(path, Wording.notAllowed)
    }
    guard case .object(let rules) = schema else { return nil }
    if case .text(let reference)? = rules["$ref"], let target = target(of: reference),
      let fault = fault(value, target, path, depth: depth + 1)
    {
      return fault
    }
    if let words = Self.bareFault(value, rules) { return Self.at(path, words) }
    if let fault = combined(value, rules, path, depth) { return fault }
    switch value {
    case .object(let members): return fault(members, rules, path, depth)
    case .list(let items):
      guard let rule = rules["items"] else { return nil }
      for (index, item) in items.enumerated() {
        if let fault = fault(item, rule, "\(path)[\(index)]", depth: depth + 1) { return fault }
      }
      return nil
    default: return nil
    }
  }

  private func fault(
    _ members: [String: PlainJSON], _ rules: [String: PlainJSON], _ path: String, _ depth: Int
  ) -> String? {
    if case .list(let names)? = rules["required"] {
      for case .text(let name) in names where members[name] == nil {
        return Self.at(path, Wording.lacks(name))
      }
    }
    var known: [String: PlainJSON] = [:]
    if case .object(let all)? = rules["properties"] { known = all }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      let place = path.isEmpty ? name : "\(path).\(name)"
      if let rule = known[name] {
        if let fault = fault(value, rule, place, depth: depth + 1) { return fault }
      } else if let rule = rules["additionalProperties"],
        let fault = fault(value, rule, place, depth: depth + 1)
      {
        return fault
      }
    }
    return nil
  }

  private func combined(
    _ value: PlainJSON, _ rules: [String: PlainJSON], _ path: String, _ depth: Int
  ) -> String? {
    func faults(_ key: String) -> [String?]? {
      guard case .list(let schemas)? = rules[key] else { return nil }
      return schemas.map { fault(value, $0, path, depth: depth + 1) }
    }
    if let first = faults("allOf")?.compactMap({ $0 }).first { return first }
    if let any = faults("anyOf"), !any.contains(nil) { return Self.at(path, Wording.fitsNone) }
    if let one = faults("oneOf"), one.count(where: { $0 == nil }) != 1 {
      return Self.at(path, one.contains(nil) ? Wording.fitsSeveral : Wording.fitsNone)
    }
    if let rule = rules["not"], fault(value, rule, path, depth: depth + 1) == nil {
      return Self.at(path, Wording.notAllowed)
    }
    return nil
  }

  /// Where `#/$defs/amount` leads.
  private func target(of reference: String) -> PlainJSON? {
    guard reference.hasPrefix("#") else { return nil }
    var place = root
    for part in reference.dropFirst().split(separator: "/") {
      guard case .object(let members) = place, let next = members[String(part)] else { return nil }
      place = next
    }
    return place
  }

  private static func at(_ path: String, _ words: String) -> String {
    path.isEmpty ? words : "\(path): \(words)"
  }
}
