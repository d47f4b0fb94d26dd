import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("A file lays itself over the one it extends")
struct OverlayTests {
  private func folder(_ files: [String: String]) throws -> ScenarioFolder {
    try ScenarioFolder(files.merging(["base.json5": WorkedExample.text]) { own, _ in own })
  }

  private func input(
    _ path: String, _ overlay: String, in file: String = "a.json5"
  ) throws -> Input? {
    let folder = try folder([file: overlay])
    let loaded = folder.load(file)
    #expect(folder.messages(loaded) == [])
    return loaded.model?.scenario.inputs[path]
  }

  @Test("members are merged, and what the overlay does not mention stays")
  func merge() throws {
    let overlay = #"{ extends: "base.json5", tools: { crm: { price: "$0.1 / call" } } }"#
    #expect(try input("tools.crm.price", overlay)?.value == 0.1)
    #expect(try input("tools.crm.errorRate", overlay)?.value == 0.01)
    #expect(try input("tools.billing.price", overlay)?.value == 0.01)
  }

  @Test("null takes an entry away")
  func null() throws {
    let overlay = #"{ extends: "base.json5", tools: { portal: null, crm: { timeout: null } } }"#
    #expect(try input("tools.portal.errorRate", overlay) == nil)
    #expect(try input("tools.crm.timeout", overlay) == nil)
    #expect(try input("tools.crm.errorRate", overlay) != nil)
  }

  @Test("an input with a value of its own takes no range and no source from below")
  func wholeInput() throws {
    let path = "outcomes.wrongResult"
    let new = try input(
      path, #"{ extends: "base.json5", outcomes: { wrongResult: { value: "2%" } } }"#)
    #expect(new?.value == 0.02 && new?.range == nil && new?.source == nil)
    let note = try input(
      path, #"{ extends: "base.json5", outcomes: { wrongResult: { note: "new" } } }"#)
    #expect(note?.value == 0.01 && note?.range?.high == 0.025 && note?.note == "new")
  }

  @Test("a base may stand in another folder, and extend a third from there")
  func folders() throws {
    let folder = try folder([
      "b/middle.json5": #"{ extends: "../base.json5", volume: { peakFactor: 4 } }"#,
      "a.json5": #"{ extends: "b/middle.json5", outcomes: { maxAttempts: 3 } }"#,
    ])
    let loaded = folder.load()
    #expect(folder.messages(loaded) == [])
    #expect(loaded.model?.scenario.inputs["volume.peakFactor"]?.value == 4)
    #expect(loaded.model?.scenario.inputs["outcomes.maxAttempts"]?.value == 3)
    #expect(
      loaded.files.map { $0.name.replacing(folder.path + "/", with: "") } == [
        "a.json5", "b/middle.json5", "b/../base.json5",
      ])
  }

  @Test("a mistake is shown in the file it stands in")
  func place() throws {
    let folder = try folder([
      "base.json5": WorkedExample.replacing("peakFactor: 3,", "peakFactor: 0.5,"),
      "a.json5": "{\n  extends: \"base.json5\",\n  outcomes: { maxAttempts: 0 },\n}",
    ])
    #expect(
      folder.messages(folder.load()) == [
        "a.json5:3:28 outcomes.maxAttempts is 0, and it must be a whole number from 1 to 20",
        "base.json5:18:17 volume.peakFactor is 0.5, and it must be 1 or more",
      ])
  }

  @Test("a circle of files, a missing base and too long a chain are said where they are written")
  func faults() throws {
    var files = [
      "a.json5": #"{ extends: "c.json5" }"#, "c.json5": #"{ extends: "./a.json5" }"#,
      "d.json5": #"{ extends: "bse.json5" }"#, "e.json5": "{ extends: 3 }",
    ]
    for index in 0..<40 { files["\(index).json5"] = "{ extends: \"\(index + 1).json5\" }" }
    let folder = try folder(files)
    #expect(
      folder.messages(folder.load()) == [
        "c.json5:1:12 a file extends itself: a.json5 extends c.json5 extends ./a.json5"
      ])
    #expect(
      folder.messages(folder.load("d.json5")) == [
        "d.json5:1:12 there is no file bse.json5", "= did you mean base.json5?",
      ])
    #expect(
      folder.messages(folder.load("e.json5")) == [
        "e.json5:1:12 extends is a text in quotes, and this is not one"
      ])
    #expect(
      folder.messages(folder.load("0.json5")) == [
        "32.json5:1:12 files extend each other at most 32 deep, and this is one more"
      ])
  }
}
