import Reporting
import ScenarioFiles

extension Verb {
  static let schemaVerb = Verb(
    "schema", .shell, "the keys of a file, for editors to complete and explain",
    usage: "schema [scenario|checklist] [-o FILE]",
    details: """
      Prints a JSON Schema of scenarios, or of readiness checklists, made from what the reader itself \
      asks for: every key with what it means, an example and its default. Name it in the file, \
      $schema: "./scenario.schema.json", or in the editor's settings. The schema knows keys and words; \
      units, and what goes with what, are said by the program when it reads the file.
      """,
    examples: [
      "unitecon schema -o scenario.schema.json",
      "unitecon schema checklist -o checklist.schema.json",
    ],
    flags: [Flags.output], words: FileSchema.all.keys.sorted(), writesResults: false
  ) { invocation in
    guard let kind = invocation.operands.isEmpty ? "scenario" : invocation.operands.first,
      let schema = FileSchema.all[kind], invocation.operands.count <= 1
    else {
      throw UsageError(Wording.whichSchema(FileSchema.all.keys.sorted()), verb: invocation.verb)
    }
    let destination = try Destination(invocation, usual: .json)
    guard destination.format == .json else {
      throw UsageError(Wording.schemaIsJSON, verb: invocation.verb)
    }
    try destination.write(page: JSONWriter().render(JSON(schema().root.value)))
    return .done
  }
}

extension FileSchema {
  /// What there is a schema of.
  fileprivate static let all: [String: @Sendable () -> FileSchema] = [
    "scenario": { scenario }, "checklist": { checklist },
  ]
}

extension JSON {
  /// What a file says, as it can be written.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .number(let number): self = .number(number.value)
    case .string(let text): self = .string(text)
    case .array(let items): self = .array(items.map { JSON($0.value) })
    case .object(let members):
      self = .object(members.map { Member($0.key, JSON($0.value.value)) })
    }
  }
}
