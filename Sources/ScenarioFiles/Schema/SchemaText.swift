import UnitEconomics

/// Writes what may stand at a place as a JSON Schema.
struct SchemaText {
  /// Whether a file has to state what is needed, and does not leave it to one that it extends.
  let isWhole: Bool
  /// Whether quantities have units of their own, and not those of whatever input they are part of.
  var hasUnit = true

  func schema(of declared: Declared) -> JSONNode {
    var members: [(String, JSONNode)] = []
    let words = description(of: declared)
    if !words.isEmpty { members.append(("description", .text(words))) }
    let forms = forms(of: declared)
    // null takes away what an extended file states, and stands for nothing elsewhere.
    if forms.count == 1, let form = Self.orNull(forms[0]) {
      members += form
    } else {
      let all = forms + [[("type", .text("null"))]]
      members.append(("anyOf", .list(all.map(JSONNode.object))))
    }
    if let fallback = declared.fallback {
      members.append(("default", Double(fallback).map(JSONNode.number) ?? .text(fallback)))
    }
    return .object(members)
  }

  /// The form with null allowed beside it, where its type or its words say what it is.
  private static func orNull(_ form: Form) -> Form? {
    let null = JSONNode(span: JSONNode.nothing.span, value: .null)
    guard let index = form.firstIndex(where: { $0.0 == "type" || $0.0 == "enum" }) else {
      return nil
    }
    var form = form
    switch form[index].1.value {
    case .array(let items):
      form[index].1 = .list(items + [form[index].0 == "enum" ? null : .text("null")])
    default: form[index].1 = .list([form[index].1, .text("null")])
    }
    return form
  }

  /// The sentence, and how a quantity is written.
  private func description(of declared: Declared) -> String {
    let sentences = declared.sentences.joined(separator: "; ")
    guard hasUnit, !declared.examples.isEmpty else { return sentences }
    let examples = declared.examples.prefix(4).joined(separator: ", ")
    let fallback = declared.fallback.map { "; by default \($0)" } ?? ""
    return sentences.isEmpty
      ? "such as \(examples)" : "\(sentences), such as \(examples)\(fallback)"
  }

  typealias Form = [(String, JSONNode)]

  private func forms(of declared: Declared) -> [Form] {
    // A place with members of its own is an object, whatever else it may be.
    var isObject = !declared.members.isEmpty || declared.named != nil || declared.isOpen
    var result: [Form] = []
    for form in declared.forms {
      switch form {
      case .text: result.append([("type", .text("string"))])
      case .texts:
        result.append([("type", .list([.text("string"), .text("array")]))])
      case .truth: result.append([("type", .text("boolean"))])
      case .day: result.append([("type", .text("string")), ("format", .text("date"))])
      case .term:
        result.append([
          ("type", .text("string")), ("examples", .list([.text("12 months"), .text("90 days")])),
        ])
      case .words(let words): result.append([("enum", .list(words.map(JSONNode.text)))])
      case .suggested(let words):
        result.append([("enum", .list(words.map(JSONNode.text)))])
        result.append([("type", .text("string"))])
      case .version(let version): result.append([("const", .number(version))])
      case .quantity: result += quantity(declared)
      case .input:
        result += quantity(declared)
        result.append([("$ref", .text("#/$defs/\(isWhole ? "input" : "inputPart")"))])
      case .object: isObject = true
      case .list:
        result.append([
          ("type", .text("array")), ("items", declared.item.map(schema) ?? .truth(true)),
        ])
      }
    }
    if isObject { result.append(object(declared)) }
    return result
  }

  private func quantity(_ declared: Declared) -> [Form] {
    var text: Form = [("type", .text("string"))]
    if hasUnit {
      text.append(("examples", .list(declared.examples.map(JSONNode.text))))
    }
    guard hasUnit else { return [text, [("type", .text("number"))]] }
    guard let numbers = declared.numbers else { return [text] }
    var number: Form = [("type", .text(numbers.isWhole ? "integer" : "number"))]
    if numbers.low > -Domain.largest {
      number.append((numbers.excludesLow ? "exclusiveMinimum" : "minimum", .number(numbers.low)))
    }
    if numbers.high < Domain.largest {
      number.append((numbers.excludesHigh ? "exclusiveMaximum" : "maximum", .number(numbers.high)))
    }
    return [text, number]
  }

  /// An object with these members.
  func object(_ declared: Declared) -> Form {
    var result: Form = [("type", .text("object"))]
    let members = declared.members
    if !members.isEmpty {
      result.append(("properties", .object(members.map { ($0.key, schema(of: $0.value)) })))
    }
    let required = members.map(\.key).filter { declared.required?.contains($0) ?? false }
    if isWhole, !required.isEmpty {
      result.append(("required", .list(required.map(JSONNode.text))))
    }
    let others = declared.named.map(schema) ?? .truth(declared.isOpen)
    result.append(("additionalProperties", others))
    return result
  }
}
