/// A value of JSON, as schemas and arguments are.
public indirect enum PlainJSON: Sendable, Hashable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([PlainJSON])
  case object([String: PlainJSON])

  /// What JSON Schema calls its type; a number without a fraction is an integer too.
  var typeNames: [String] {
    switch self {
    case .null: ["null"]
    case .truth: ["boolean"]
    case .number(let value): value == value.rounded() ? ["integer", "number"] : ["number"]
    case .text: ["string"]
    case .list: ["array"]
    case .object: ["object"]
    }
  }
}
