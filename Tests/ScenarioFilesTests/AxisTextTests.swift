import Formulas
import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Axes of a sweep are read as they are typed")
struct AxisTextTests {
  private static let scenario = ScenarioLoader().load(WorkedExample.path).model!.scenario

  private func read(_ texts: String...) -> AxisText.Reading {
    AxisText.read(texts, of: Self.scenario)
  }

  private func lane(_ text: String) throws -> StatedAxis.Lane {
    let reading = read(text)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.axes.first?.lanes.first)
  }

  @Test(
    "ranges and lists, with every sign",
    arguments: [
      ("humanReview.rate=×1..×3:3", Stress.Change.Kind.multiply, [1, 2, 3]),
      ("humanReview.rate = × 1 .. × 3 : 3", .multiply, [1, 2, 3]),
      ("humanReview.rate=x1..* 3:3", .multiply, [1, 2, 3]),
      ("humanReview.rate=×4..×1:4", .multiply, [4, 3, 2, 1]),
      ("humanReview.rate=×1..×4:3 log", .multiply, [1, 2, 4]),
      ("humanReview.rate=×.5...75:2", .multiply, []),
      ("humanReview.rate=×.5..×.75:2", .multiply, [0.5, 0.75]),
      ("humanReview.rate=$20 / h..$60 / h:3", .set, [20, 40, 60]),
      ("humanReview.rate== $20 / h..= $60/h:2", .set, [20, 60]),
      ("humanReview.rate=- $10 / h..+ $10 / h:3", .add, [-10, 0, 10]),
      ("outcomes.wrongResult=+ 0%..+ 5%:2", .add, [0, 0.05]),
      ("outcomes.wrongResult=2%, 4%, 8%", .set, [0.02, 0.04, 0.08]),
      ("humanReview.rate=×3, ×2,×1", .multiply, [3, 2, 1]),
      ("humanReview.handleTime.ambiguity=300 s / ticket..9 min:2", .set, [5, 9]),
      ("outcomes.maxAttempts=1..4", .set, [1, 2, 3, 4]),
      ("outcomes.maxAttempts=9..1:3", .set, [9, 5, 1]),
      ("tools.*.maxRetries=0, 3", .set, [0, 3]),
    ])
  func positions(text: String, kind: Stress.Change.Kind, amounts: [Double]) throws {
    guard !amounts.isEmpty else {
      #expect(read(text).axes.isEmpty && read(text).diagnostics.count == 1)
      return
    }
    let lane = try lane(text)
    #expect(lane.kind == kind)
    #expect(Array(lane.amounts) == amounts)
  }

  @Test("a range has 13 positions, unless it moves along with another")
  func defaultCount() throws {
    #expect(try lane("humanReview.rate=×1..×4").amounts.count == 13)
    #expect(try lane("humanReview.rate=×1..×4").amounts[4] == 2)
    let joined = try #require(
      read("humanReview.rate=×1..×4 & outcomes.maxAttempts=1, 2, 5").axes.first)
    #expect(joined.count == 3 && joined.shapesModel)
    #expect(joined.lanes.map { Array($0.amounts) } == [[1, 2.5, 4], [1, 2, 5]])
  }

  @Test("a pattern moves every input that it matches, in the unit they share")
  func patterns() throws {
    let escalation = try lane("outcomes.escalation.*=×1..×2")
    #expect(escalation.paths.count == 4 && escalation.unit == .one)
    let latency = try lane("tools.*.latency.p50=100 ms..2 s:2")
    #expect(
      latency.paths == [
        "tools.crm.latency.p50", "tools.billing.latency.p50",
        "tools.portal.latency.p50",
      ])
    #expect(Array(latency.amounts) == [0.1, 2])
  }

  @Test("an & within a name belongs to it, and what stands in quotes and brackets too")
  func ampersand() throws {
    let text = WorkedExample.text.replacing("crm: {", with: "\"R&D\": {")
      .replacing("billing: {", with: "\"a.b\": {")
    let folder = try ScenarioFolder(["a.json5": text])
    let scenario = try #require(folder.load().model).scenario
    let reading = AxisText.read(
      ["tools.R&D.price=×1..×2 & tools[\"a.b\"].price=×1..×3"], of: scenario)
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.axes.first?.lanes.map(\.paths) == [["tools.R&D.price"], ["tools[\"a.b\"].price"]])
  }

  @Test("whether an axis builds the model anew is known")
  func shape() {
    #expect(read("outcomes.maxAttempts=1..2").axes[0].shapesModel)
    #expect(!read("humanReview.rate=×1..×2").axes[0].shapesModel)
  }

  @Test("all mistakes of all axes are said at once, each where it stands")
  func allAtOnce() {
    let reading = read(
      "humanReview.rat=×1..×2 & tools.*.price=×1..×1", "volume.peakFactor=×1..×2:x",
      "humanReview.rate=×1..×2")
    #expect(reading.axes.isEmpty)
    #expect(reading.diagnostics.count == 3)
    #expect(reading.diagnostics.map { $0.span?.file } == [0, 0, 1])
    #expect(reading.diagnostics[0].help == ["did you mean humanReview.rate?"])
  }

  @Test("an input is moved once, by one axis or another")
  func twice() {
    let reading = read("humanReview.*=×1..×2", "humanReview.rate=×1..×2")
    #expect(reading.axes.isEmpty)
    #expect(
      reading.diagnostics.map(\.message) == [Wording.movesTwice("humanReview.rate")])
  }

  @Test(
    "no text takes long or does harm",
    arguments: [
      "", "=", "&", "=&=&=", "a=..", "a=..:..", "×=×", "humanReview.rate=:13", " = ..  & = , ,",
      "humanReview.rate=×1..×2:-3", "humanReview.rate=×1..×2:99999999999999999999999 log",
      "humanReview.rate= log", "humanReview.rate=..", "humanReview.rate=,", "[=]", "[\"=\"]=1..2",
      "humanReview.rate=×1..×2 log log", "humanReview.rate=×1..×2 log:13", "*=×1..×2:2:2",
      "*.*.*=×1..×2",
    ])
  func strange(text: String) {
    let reading = read(text)
    #expect(reading.axes.isEmpty != reading.diagnostics.isEmpty)
  }
}
