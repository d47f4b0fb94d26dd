/// A schema as it is judged: what its keywords say, found once and not looked up for each value.
final class SchemaRule: Sendable {
  /// Types, a bit each.
  struct Types: OptionSet {
    let rawValue: UInt8

    static let null = Types(rawValue: 1)
    static let truth = Types(rawValue: 2)
    static let integer = Types(rawValue: 4)
    static let number = Types(rawValue: 8)
    static let text = Types(rawValue: 16)
    static let list = Types(rawValue: 32)
    static let object = Types(rawValue: 64)

    private static let byName: [String: Types] = [
      "null": .null, "boolean": .truth, "integer": .integer, "number": .number, "string": .text,
      "array": .list, "object": .object,
    ]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(names: [String]) {
      self = names.reduce(into: []) { $0.formUnion(Self.byName[$1] ?? []) }
    }
  }

  /// A schema that is true or false; nil for one that is an object.
  let verdict: Bool?
  let types: Types
  let typeNames: [String]
  let allowed: [PlainJSON]?
  let only: PlainJSON?
  let least: Double?
  let most: Double?
  let above: Double?
  let below: Double?
  /// How long texts and lists may be.
  let lengths: (texts: Bounds, lists: Bounds)
  let required: [String]
  let properties: [String: SchemaRule]
  let others: SchemaRule?
  let items: SchemaRule?
  let all: [SchemaRule]
  let any: [SchemaRule]?
  let one: [SchemaRule]?
  let not: SchemaRule?
  /// What decides between two further rules, of which either may be absent.
  let test: SchemaRule?
  let then: SchemaRule?
  let otherwise: SchemaRule?
  /// Where it refers to, as a path of names from the root.
  let reference: String?

  /// The least and the most of something.
  struct Bounds: Sendable {
    var least: Double?
    var most: Double?
  }

  /// - Parameter depth: how deep it lies; what lies too deep says nothing.
  init(_ schema: PlainJSON, depth: Int = 0) {
    if case .truth(let isAllowed) = schema { verdict = isAllowed } else { verdict = nil }
    var rules: [String: PlainJSON] = [:]
    if case .object(let members) = schema, depth < 64 { rules = members }
    func number(_ key: String) -> Double? {
      if case .number(let number)? = rules[key] { number } else { nil }
    }
    func rule(_ key: String) -> SchemaRule? { rules[key].map { SchemaRule($0, depth: depth + 1) } }
    func ruleList(_ key: String) -> [SchemaRule]? {
      guard case .list(let schemas)? = rules[key] else { return nil }
      return schemas.map { SchemaRule($0, depth: depth + 1) }
    }
    typeNames =
      switch rules["type"] {
      case .text(let name): [name]
      case .list(let names): names.compactMap(\.text)
      default: []
      }
    types = Types(names: typeNames)
    if case .list(let values)? = rules["enum"] { allowed = values } else { allowed = nil }
    only = rules["const"]
    (least, most) = (number("minimum"), number("maximum"))
    (above, below) = (number("exclusiveMinimum"), number("exclusiveMaximum"))
    lengths = (
      Bounds(least: number("minLength"), most: number("maxLength")),
      Bounds(least: number("minItems"), most: number("maxItems"))
    )
    if case .list(let names)? = rules["required"] {
      required = names.compactMap(\.text)
    } else {
      required = []
    }
    if case .object(let members)? = rules["properties"] {
      properties = members.mapValues { SchemaRule($0, depth: depth + 1) }
    } else {
      properties = [:]
    }
    (others, items, not) = (rule("additionalProperties"), rule("items"), rule("not"))
    (all, any, one) = (ruleList("allOf") ?? [], ruleList("anyOf"), ruleList("oneOf"))
    (test, then, otherwise) = (rule("if"), rule("then"), rule("else"))
    reference = rules["$ref"]?.text
  }
}

extension PlainJSON {
  /// The text that it is; nil where it is something else.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// What JSON Schema calls its type; a number without a fraction is an integer too.
  var types: SchemaRule.Types {
    switch self {
    case .null: .null
    case .truth: .truth
    case .number(let value): value == value.rounded() ? [.integer, .number] : .number
    case .text: .text
    case .list: .list
    case .object: .object
    }
  }
}
