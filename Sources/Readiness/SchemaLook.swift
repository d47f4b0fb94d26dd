/// Goes through a schema once: which keywords are not judged, and what it refers to.
struct SchemaLook {
  private(set) var unjudged: Set<String> = []
  private(set) var references: Set<String> = []

  private static let judged: Set<String> = [
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "minimum",
    "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems",
    "maxItems", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$ref", "$defs",
    "definitions",
  ]
  /// Keywords that say nothing of what is valid.
  private static let silent: Set<String> = [
    "$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated",
    "readOnly", "writeOnly", "format", "strict", "name",
  ]

  mutating func look(at schema: PlainJSON, isSchema: Bool, depth: Int) {
    guard depth < 64 else { return }
    switch schema {
    case .object(let members):
      for (key, value) in members {
        if isSchema, !Self.judged.contains(key), !Self.silent.contains(key) { unjudged.insert(key) }
        if isSchema, key == "$ref", let reference = value.text { references.insert(reference) }
        switch key {
        case "properties" where isSchema, "$defs" where isSchema, "definitions" where isSchema:
          look(at: value, isSchema: false, depth: depth + 1)
        case "enum" where isSchema, "const" where isSchema, "default" where isSchema,
          "examples" where isSchema:
          break
        default: look(at: value, isSchema: true, depth: depth + 1)
        }
      }
    case .list(let items):
      for item in items { look(at: item, isSchema: true, depth: depth + 1) }
    default: break
    }
  }
}
