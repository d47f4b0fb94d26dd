import Dispatch
import Formulas
import Foundation
import RunLogs
import TestSupport
import Testing

@Suite("What a log says depends neither on who reads it nor on how it is written")
struct ReadingTests {
  private static let crew = Crew(pieces: 8) { pieces, work in
    DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
  }

  private static func measured(
    _ text: String, by crew: Crew
  ) throws -> RunMeasurement {
    let scratch = try Scratch()
    let path = scratch.path("log.jsonl")
    try Data(text.utf8).write(to: URL(filePath: path))
    var settings = MeasureSettings()
    settings.grouping = .version
    var measurement = RunMeasurement(settings)
    try measurement.read(path, by: crew)
    measurement.finish(by: crew)
    return measurement
  }

  @Test("blocks are read by whoever is free, and taken in their order")
  func blocks() throws {
    // Traces whose root stands in the first block and whose calls stand in the last, broken lines between
    // them, and lines longer than a block.
    let roots = (1...300).map {
      MeasurementTests.line(
        MeasurementTests.span("1", ["service.version": "v\($0 % 3)"], trace: "\($0)"))
    }
    let calls = (1...300).map {
      MeasurementTests.line(
        MeasurementTests.span(
          "2", parent: "1", ["gen_ai.usage.input_tokens": "\($0)", "gen_ai.usage.cost": "0.1"],
          trace: "\($0)"))
    }
    let filler = String(repeating: "x", count: 700_000)
    let long = #"{"resourceSpans":[],"note":"\#(filler)\#(filler)"}"# + "\n"
    let between = (1...6).flatMap {
      [long, #"{"resourceSpans":[],"note":"\#(filler)"}"# + "\n", "{\($0)\n"]
    }
    let text = (roots + between + calls).joined()
    let alone = try Self.measured(text, by: .alone())
    let together = try Self.measured(text, by: Self.crew)
    #expect(alone.unread.count == 6)
    #expect(alone.unread.first.map(\.line) == (1...6).map { 300 + 3 * $0 })
    #expect(together.unread.first.map(\.line) == alone.unread.first.map(\.line))
    #expect(together.unread.first.map(\.excerpt) == alone.unread.first.map(\.excerpt))
    for file in together.files + alone.files {
      #expect(file.bytes == text.utf8.count && file.lines == 618)
    }
    #expect(alone.notes.traces == 300 && alone.notes.orphans == 0)
    #expect(together.notes == alone.notes)
    #expect(alone.total.usage.input == 45_150 && alone.total.recorded.total == Amount("30"))
    #expect(together.total.usage == alone.total.usage)
    #expect(together.total.recorded == alone.total.recorded)
    #expect(together.groups.map(\.name) == ["v0", "v1", "v2"])
    #expect(together.groups.map(\.tally.usage) == alone.groups.map(\.tally.usage))
  }

  /// One attribute, as it is written by one exporter or another.
  private static let writings = [
    #"{"key":"KEY","value":{"KIND":VALUE}}"#,
    #"{ "key": "KEY", "value": { "KIND": VALUE } }"#,
    #"{"key":"KEY","value":{"KIND": VALUE}}"#,
    #"{"key":"KEY","value":{"KIND":VALUE },"more":[1]}"#,
    #"{"key":"KEY","value":{"KIND":VALUE},"more":[{"a":"}}"}]}"#,
    #"{"value":{"KIND":VALUE},"key":"KEY"}"#,
    #"{"key":"KEY","value":VALUE}"#,
    #"{"key":"KEY","value":{"KIND":VALUE}},{"key":"other","value":{"KIND":[[VALUE]]}}"#,
    #"{"key":"other","value":{"KIND":VALUE}},{"key":"KEY","value":{"KIND":VALUE}}"#,
  ]

  @Test("an attribute says the same in whatever way it is written", arguments: writings)
  func writing(_ writing: String) throws {
    func attribute(_ key: String, _ kind: String, _ value: String) -> String {
      writing.replacing("KEY", with: key).replacing("KIND", with: kind)
        .replacing("VALUE", with: value)
    }
    let call = #"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c1\"}]}]"#
    let attributes = [
      attribute("gen_ai.operation.name", "stringValue", #""CHAT""#),
      attribute("gen_ai.response.model", "stringValue", #""m\u002d1""#),
      attribute("gen_ai.usage.input_tokens", "intValue", #""1234567890""#),
      attribute("gen_ai.usage.output_tokens", "intValue", "20"),
      attribute("gen_ai.usage.cost", "doubleValue", "0.0015625"),
      attribute("gen_ai.input.messages", "stringValue", #""[]""#),
      attribute("gen_ai.output.messages", "stringValue", "\"\(call)\""),
      attribute("task.outcome", "boolValue", "true"),
    ]
    let log =
      #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"AbCdEf0123456789aBcDeF0123456789","#
      + #""spanId":"00000000000000aF","startTimeUnixNano":"1763510516000000001","#
      + #""endTimeUnixNano":1763510517000000001,"attributes":[\#(attributes.joined(separator: ","))]}]}]}]}"#
    let measured = try Self.measured(log + "\n", by: .alone())
    #expect(measured.unread.count == 0, "\(measured.unread.first)")
    let total = measured.total
    #expect(total.calls == 1 && total.outcomes == [.success: 1])
    #expect(total.usage == TokenUsage(input: 1_234_567_890, output: 20))
    #expect(total.recorded.total == Amount("0.0015625"))
    #expect(total.runtime == 1_000_000_000)
    // It asks for one call of a tool, which nobody made: once, however often it was looked at.
    #expect(total.chains.gaps == [.callNotMade: 1])
    #expect(total.chains.captured.has(.context) && total.chains.captured.has(.output))
  }

  @Test("numbers are the same however many digits they have")
  func digits() throws {
    for digits in 1...12 {
      let number = String("123456789012".prefix(digits))
      let span = MeasurementTests.span(
        "1", ["gen_ai.usage.input_tokens": number, "gen_ai.usage.cost": "0.\(number)"])
      let total = try Self.measured(MeasurementTests.line(span), by: .alone()).total
      #expect(total.usage.input == Int(number))
      #expect(total.recorded.total == Amount("0.\(number)"))
    }
  }
}
