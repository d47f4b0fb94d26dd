import Readiness

/// What tools are called in logs, and what they are given.
enum ToolName {
  static func logged(_ rule: ToolRule) -> String {
    rule.names.first { !$0.contains("*") } ?? rule.name
  }

  /// Arguments that fit a schema, others for each number.
  static func arguments(_ schema: ArgumentSchema?, _ number: Int) -> String {
    guard let schema else { return "{\"id\":\(number)}" }
    return text(example(schema.root, number))
  }

  private static func example(_ schema: PlainJSON, _ number: Int) -> PlainJSON {
    guard case .object(let rules) = schema else { return .null }
    if case .list(let values)? = rules["enum"], let first = values.first { return first }
    func bound(_ key: String) -> Double? {
      if case .number(let value)? = rules[key] { value } else { nil }
    }
    switch rules["type"] {
    case .text("object"):
      guard case .object(let properties)? = rules["properties"] else { return .object([:]) }
      return .object(properties.mapValues { example($0, number) })
    case .text("array"): return .list([])
    case .text("string"): return .text("X-\(number)")
    case .text("integer"), .text("number"):
      let low = bound("minimum") ?? 1
      let room = (bound("maximum") ?? low + 1000) - low
      return .number((low + Double(number % 89) / 89 * room).rounded(.up))
    case .text("boolean"): return .truth(true)
    default: return .null
    }
  }

  private static func text(_ value: PlainJSON) -> String {
    switch value {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .text(let text): SyntheticRun.quoted(text)
    case .list(let items): "[\(items.map(text).joined(separator: ","))]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }
        .map { "\(SyntheticRun.quoted($0.key)):\(text($0.value))" }.joined(separator: ",") + "}"
    }
  }
}
