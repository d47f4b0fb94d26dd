import Readiness
import Testing

@Suite("Arguments are held against the schema of their tool")
struct ArgumentSchemaTests {
  private static let refund = PlainJSON.object([
    "type": .text("object"),
    "required": .list([.text("order"), .text("amount")]),
    "additionalProperties": .truth(false),
    "properties": .object([
      "order": .object(["type": .text("string"), "minLength": .number(1)]),
      "amount": .object(["$ref": .text("#/$defs/money")]),
      "lines": .object([
        "type": .text("array"), "items": .object(["type": .text("integer")]),
        "maxItems": .number(2),
      ]),
      "kind": .object(["enum": .list([.text("goodwill"), .text("return")])]),
      "contact": .object([
        "anyOf": .list([
          .object(["type": .text("null")]), .object(["type": .text("string")]),
        ])
      ]),
    ]),
    "$defs": .object([
      "money": .object([
        "type": .text("number"), "exclusiveMinimum": .number(0), "maximum": .number(500),
      ])
    ]),
  ])

  @Test(
    "what does not fit is told by its place, and never by its value",
    arguments: [
      ([:], "lacks order"),
      (["order": .text("A")], "lacks amount"),
      (["order": .text(""), "amount": .number(3)], "order: has fewer characters than allowed"),
      (["order": .text("A"), "amount": .text("3")], "amount: is no number"),
      (["order": .text("A"), "amount": .number(0)], "amount: is smaller than allowed"),
      (["order": .text("A"), "amount": .number(501)], "amount: is greater than allowed"),
      (
        ["order": .text("A"), "amount": .number(3), "note": .text("secret")],
        "note: is not allowed"
      ),
      (
        ["order": .text("A"), "amount": .number(3), "lines": .list([.number(1.5)])],
        "lines[0]: is no integer"
      ),
      (
        [
          "order": .text("A"), "amount": .number(3),
          "lines": .list([.number(1), .number(2), .number(3)]),
        ], "lines: has more entries than allowed"
      ),
      (
        ["order": .text("A"), "amount": .number(3), "kind": .text("gift")],
        "kind: is none of the values that are allowed"
      ),
      (
        ["order": .text("A"), "amount": .number(3), "contact": .number(1)],
        "contact: fits none of what is allowed"
      ),
    ] as [([String: PlainJSON], String)])
  func faults(arguments: [String: PlainJSON], words: String) throws {
    let schema = try #require(ArgumentSchema(Self.refund))
    #expect(schema.fault(in: .object(arguments)) == words)
  }

  @Test("what fits has no fault")
  func fits() throws {
    let schema = try #require(ArgumentSchema(Self.refund))
    let arguments: PlainJSON = .object([
      "order": .text("A"), "amount": .number(500), "lines": .list([.number(1), .number(2)]),
      "kind": .text("return"), "contact": .null,
    ])
    #expect(schema.fault(in: arguments) == nil)
  }

  @Test("a schema that refers to itself ends")
  func circles() throws {
    let schema = try #require(ArgumentSchema(.object(["$ref": .text("#")])))
    #expect(schema.fault(in: .number(1)) == nil)
  }

  @Test("keywords that are not judged are told, and names of properties are none")
  func unjudged() throws {
    let schema = try #require(
      ArgumentSchema(
        .object([
          "properties": .object(["pattern": .object(["pattern": .text("^a")])]),
          "contains": .truth(true), "title": .text("x"),
        ])))
    #expect(schema.unjudged == ["contains", "pattern"])
    #expect(ArgumentSchema(.number(1)) == nil)
  }

  @Test("if decides between two further schemas, of which either may be absent")
  func conditions() throws {
    let isRefund: PlainJSON = .object([
      "properties": .object(["kind": .object(["const": .text("refund")])])
    ])
    let schema = try #require(
      ArgumentSchema(
        .object([
          "if": isRefund, "then": .object(["required": .list([.text("amount")])]),
          "else": .object(["required": .list([.text("note")])]),
        ])))
    #expect(schema.fault(in: .object(["kind": .text("refund"), "amount": .number(1)])) == nil)
    #expect(schema.fault(in: .object(["kind": .text("refund"), "note": .text("x")])) != nil)
    #expect(schema.fault(in: .object(["kind": .text("reply"), "note": .text("x")])) == nil)
    #expect(schema.fault(in: .object(["kind": .text("reply")])) != nil)
    let alone = try #require(ArgumentSchema(.object(["if": isRefund])))
    #expect(alone.fault(in: .object(["kind": .text("reply")])) == nil)
  }

  @Test("oneOf takes exactly one, and not takes what does not fit")
  func combinations() throws {
    let number: PlainJSON = .object(["type": .text("number")])
    let integer: PlainJSON = .object(["type": .text("integer")])
    let one = try #require(ArgumentSchema(.object(["oneOf": .list([number, integer])])))
    #expect(one.fault(in: .number(1.5)) == nil)
    #expect(one.fault(in: .number(1)) == "fits more than one of what excludes each other")
    #expect(one.fault(in: .text("x")) == "fits none of what is allowed")
    let other = try #require(ArgumentSchema(.object(["not": integer])))
    #expect(other.fault(in: .number(1)) == "is not allowed")
    #expect(other.fault(in: .number(1.5)) == nil)
    let all = try #require(ArgumentSchema(.object(["allOf": .list([number, integer])])))
    #expect(all.fault(in: .number(1.5)) == "is no integer")
  }
}
