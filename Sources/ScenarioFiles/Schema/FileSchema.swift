import Readiness
import UnitEconomics

/// A JSON Schema of the files that are read here, for editors that complete keys and explain them.
///
/// It is what the reader declares while it reads, so that there is no second list of keys to keep true. It
/// refuses no file that the reader takes; what only the reader knows, such as units and what goes with what, it
/// leaves to the reader. Of a file that `extends` another nothing is asked for, since the other may state it.
///
///     FileSchema.scenario.root.member("$schema")
///
/// - Source: JSON Schema, draft 2020-12.
public struct FileSchema: Sendable {
  /// The schema.
  public let root: JSONNode

  /// The schema of scenarios.
  public static var scenario: FileSchema {
    FileSchema("unitecon scenario") { decoding, nothing in
      _ = decoding.scenario(nothing, book: nil)
      _ = decoding.stresses(nothing)
      _ = decoding.correlations(nothing)
      _ = decoding.checks(nothing, graph: nil, stresses: [])
      _ = decoding.rollback(nothing)
      let shipped = ScenarioLoader.checklist(ShippedChecklist.name).checklist
      _ = decoding.readinessBlock(nothing, checklist: shipped, [])
    }
  }

  /// The schema of readiness checklists.
  public static var checklist: FileSchema {
    FileSchema("unitecon readiness checklist") { decoding, nothing in
      _ = ChecklistReader(decoding).checklist(nothing)
    }
  }

  private init(_ title: String, _ read: (Decoding, JSONNode) -> Void) {
    let file = Self.declared(read)
    file.below("extends").add(.text, "another file, of which this one states what differs")
    let statement = Self.declared { decoding, nothing in
      _ = decoding.statement("", "", nothing, .one, .any, impliesMonth: false)
    }
    func schema(_ declared: Declared, isWhole: Bool, hasUnit: Bool = true) -> JSONNode {
      .object(SchemaText(isWhole: isWhole, hasUnit: hasUnit).object(declared))
    }
    var shared = SharedSchemas()
    let definitions = shared.definitions([
      ("whole", schema(file, isWhole: true)), ("part", schema(file, isWhole: false)),
      ("input", schema(statement, isWhole: true, hasUnit: false)),
      ("inputPart", schema(statement, isWhole: false, hasUnit: false)),
    ])
    func reference(_ name: String) -> JSONNode {
      .object([("$ref", .text("#/$defs/\(name)"))])
    }
    root = .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(title)),
      ("if", .object([("required", .list([.text("extends")]))])),
      ("then", reference("part")), ("else", reference("whole")),
      ("$defs", .object(definitions)),
    ])
  }

  /// What a reader declares that reads nothing.
  private static func declared(_ read: (Decoding, JSONNode) -> Void) -> Declared {
    let probe = Probe()
    let decoding = Decoding(SourceMap(), root: nil, isPartial: false, probe: probe)
    let nothing = JSONNode(span: JSONNode.nothing.span, value: .object([]))
    probe.everyWay(through: "") { read(decoding, nothing) }
    return probe.root
  }
}

extension JSONNode {
  static func object(_ members: [(String, JSONNode)]) -> JSONNode {
    JSONNode(
      span: nothing.span,
      value: .object(members.map { JSONMember(key: $0, keySpan: nothing.span, value: $1) }))
  }

  static func list(_ items: [JSONNode]) -> JSONNode {
    JSONNode(span: nothing.span, value: .array(items))
  }

  static func text(_ text: String) -> JSONNode {
    JSONNode(span: nothing.span, value: .string(text))
  }

  static func number(_ value: Double) -> JSONNode {
    JSONNode(span: nothing.span, value: .number(JSONNumber(value)))
  }

  static func truth(_ value: Bool) -> JSONNode {
    JSONNode(span: nothing.span, value: .bool(value))
  }
}
