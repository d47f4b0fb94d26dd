import Foundation
import Readiness
import Testing

@testable import ScenarioFiles

@Suite("The schema for editors is what the reader asks for")
struct SchemaTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let schema = FileSchema.scenario

  /// The tree of a file, or nil where it is not grammatical.
  private static func tree(_ path: String) throws -> PlainJSON? {
    try tree(bytes: Array(Data(contentsOf: root.appending(path: path))))
  }

  private static func tree(bytes: [UInt8]) -> PlainJSON? {
    var sources = SourceMap()
    var faults: [Diagnostic] = []
    let file = sources.add(name: "a.json5", bytes: bytes)
    let node = JSON5.read(sources, file: file, into: &faults)
    return faults.isEmpty ? node?.plain : nil
  }

  @Test(
    "no scenario that can be read is refused",
    arguments: [
      "Scenarios/support-ticket.json5", "Scenarios/pr-triage.json5",
      "Scenarios/invoice-coding.json5", "Scenarios/plans/market-shapes.json5",
      "Tests/Outside/every-feature.json5", "Tests/Outside/impatient-queue.json5",
    ])
  func accepts(path: String) throws {
    let judge = try #require(ArgumentSchema(Self.schema.root.plain))
    #expect(judge.unjudged.isEmpty)
    let tree = try #require(try Self.tree(path))
    #expect(judge.fault(in: tree) == nil)
  }

  @Test("what extends another file needs to state nothing, and nothing else may lack its version")
  func extending() throws {
    let judge = try #require(ArgumentSchema(Self.schema.root.plain))
    func fault(_ text: String) -> String? {
      Self.tree(bytes: Array(text.utf8)).flatMap(judge.fault)
    }
    #expect(
      fault("{ extends: 'a.json5', tools: { search: null }, volume: { peakFactor: 4 } }") == nil)
    #expect(fault("{ extends: 'a.json5', volume: { peekFactor: 4 } }") != nil)
    #expect(fault("{ name: 'nothing else' }") != nil)
  }

  @Test("a checklist of one's own is known, and the shipped one is refused nothing")
  func checklists() throws {
    let judge = try #require(ArgumentSchema(FileSchema.checklist.root.plain))
    let shipped = try #require(Self.tree(bytes: Array(ShippedChecklist.text.utf8)))
    #expect(judge.fault(in: shipped) == nil)
    for name in ["touchless-checklist.json5", "triage-checklist.json5"] {
      let tree = try #require(try Self.tree("Scenarios/readiness/\(name)"))
      #expect(judge.fault(in: tree) == nil, "\(name)")
    }
    let slip = Self.tree(
      bytes: Array("{ extends: 'shipped', sections: { a: { items: { b: { saus: 'x' } } } } }".utf8))
    #expect(slip.flatMap(judge.fault) != nil)
  }

  @Test("each key that the error gallery says is unknown, it refuses too")
  func refuses() throws {
    let judge = try #require(ArgumentSchema(Self.schema.root.plain))
    var refused = 0
    for prefix in ["meaning", "problem", "distribution", "check", "rollback"] {
      for entry in try ErrorGallery.entries(prefix) {
        let words = entry.diagnostics.map(\.message).joined(separator: "\n")
        guard words.contains(" has no \""), !words.contains("has no \"charge") else { continue }
        guard let tree = try Self.tree("Tests/ErrorGallery/\(entry.name).json5") else { continue }
        #expect(judge.fault(in: tree) != nil, "\(entry.name)")
        refused += 1
      }
    }
    #expect(refused >= 3)
  }

  @Test("every key is explained, and an input says how it is written")
  func explains() throws {
    let share = try #require(
      Self.schema.root.member("$defs")?.member("whole")?.member("properties")?.member("outcomes"))
    guard case .string("how tasks end")? = share.member("description")?.value else {
      Issue.record("outcomes is not explained")
      return
    }
    var unexplained: [String] = []
    func look(_ node: JSONNode, _ path: String) {
      guard case .object(let members) = node.value else {
        if case .array(let items) = node.value { for item in items { look(item, path) } }
        return
      }
      for member in members {
        if member.key == "properties", case .object(let properties) = member.value.value {
          for property in properties where property.value.member("description") == nil {
            unexplained.append("\(path).\(property.key)")
          }
        }
        look(member.value, "\(path).\(member.key)")
      }
    }
    look(Self.schema.root, "")
    look(FileSchema.checklist.root, "checklist")
    #expect(unexplained == [])
  }
}
