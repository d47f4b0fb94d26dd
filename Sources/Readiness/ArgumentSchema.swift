/// What the arguments of a tool may be: a JSON Schema, as far as it is judged here.
///
/// Judged are `type`, `properties`, `required`, `additionalProperties`, `items`, `enum`, `const`, the limits of
/// numbers, texts and lists, `allOf`, `anyOf`, `oneOf`, `not`, `if`, and `$ref` within the same file. Other keywords
/// are told when the schema is read, and not judged.
///
/// - Source: JSON Schema, draft 2020-12.
public struct ArgumentSchema: Sendable {
  /// The schema itself.
  public let root: PlainJSON
  /// Keywords that change what is valid and are not judged.
  public let unjudged: [String]
  private let rule: SchemaRule
  /// What references lead to.
  private let targets: [String: SchemaRule]

  /// - Returns: nil where it is neither an object nor a truth value.
  public init?(_ root: PlainJSON) {
    switch root {
    case .object, .truth: break
    default: return nil
    }
    self.root = root
    var look = SchemaLook()
    look.look(at: root, isSchema: true, depth: 0)
    unjudged = look.unjudged.sorted()
    rule = SchemaRule(root)
    targets = look.references.reduce(into: [:]) { targets, reference in
      targets[reference] = Self.target(of: reference, in: root).map { SchemaRule($0) }
    }
  }

  /// What is wrong with a value, and where: `amount: is no number`; nil where nothing is.
  public func fault(in value: PlainJSON) -> String? { fault(value, rule, "", depth: 0) }

  private func fault(
    _ value: PlainJSON, _ rule: SchemaRule, _ path: @autoclosure () -> String, depth: Int
  ) -> String? {
    // A schema that refers to itself without end says nothing.
    guard depth < 64 else { return nil }
    if let verdict = rule.verdict { return verdict ? nil : Self.at(path(), Wording.notAllowed) }
    if let reference = rule.reference, let target = targets[reference],
      let fault = fault(value, target, path(), depth: depth + 1)
    {
      return fault
    }
    if let words = rule.bareFault(value) { return Self.at(path(), words) }
    if let fault = combined(value, rule, path(), depth) { return fault }
    switch value {
    case .object(let members): return fault(members, rule, path(), depth)
    case .list(let items):
      guard let own = rule.items else { return nil }
      for (index, item) in items.enumerated() {
        if let fault = fault(item, own, "\(path())[\(index)]", depth: depth + 1) { return fault }
      }
      return nil
    default: return nil
    }
  }

  private func fault(
    _ members: [String: PlainJSON], _ rule: SchemaRule, _ path: @autoclosure () -> String,
    _ depth: Int
  ) -> String? {
    for name in rule.required where members[name] == nil {
      return Self.at(path(), Wording.lacks(name))
    }
    func fault(of name: String, _ value: PlainJSON) -> String? {
      guard let own = rule.properties[name] ?? rule.others else { return nil }
      return self.fault(
        value, own, path().isEmpty ? name : "\(path()).\(name)", depth: depth + 1)
    }
    // Which of several faults is told must not depend on how a dictionary is laid out.
    let hasFault = members.contains { fault(of: $0.key, $0.value) != nil }
    guard hasFault else { return nil }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      if let fault = fault(of: name, value) { return fault }
    }
    return nil
  }

  private func combined(
    _ value: PlainJSON, _ rule: SchemaRule, _ path: @autoclosure () -> String, _ depth: Int
  ) -> String? {
    for own in rule.all {
      if let fault = fault(value, own, path(), depth: depth + 1) { return fault }
    }
    func fits(_ own: SchemaRule) -> Bool { fault(value, own, "", depth: depth + 1) == nil }
    if let any = rule.any, !any.contains(where: fits) { return Self.at(path(), Wording.fitsNone) }
    if let one = rule.one {
      let count = one.count(where: fits)
      if count != 1 { return Self.at(path(), count == 0 ? Wording.fitsNone : Wording.fitsSeveral) }
    }
    if let test = rule.test, let own = fits(test) ? rule.then : rule.otherwise,
      let fault = fault(value, own, path(), depth: depth + 1)
    {
      return fault
    }
    if let not = rule.not, fits(not) { return Self.at(path(), Wording.notAllowed) }
    return nil
  }

  /// Where `#/$defs/amount` leads.
  private static func target(of reference: String, in root: PlainJSON) -> PlainJSON? {
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
