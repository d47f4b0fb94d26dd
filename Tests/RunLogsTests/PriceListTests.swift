import Foundation
import RunLogs
import Testing

@Suite("Price books of every format say the same of a call")
struct PriceListTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "CommandTests/Fixtures")

  private static func list(_ name: String) throws -> PriceList {
    try PriceList(Array(try Data(contentsOf: fixtures.appending(path: name))))
  }

  private static func list(text: String) throws -> PriceList { try PriceList(Array(text.utf8)) }

  /// Nanoseconds since 1970.
  private static func time(_ text: String) throws -> Int64 {
    let formatter = ISO8601DateFormatter()
    return Int64(try #require(formatter.date(from: text)).timeIntervalSince1970) * 1_000_000_000
  }

  @Test("a book is known by what stands in it")
  func formats() throws {
    #expect(try Self.list("token-prices.json").format == .liteLLM)
    #expect(try Self.list("own-prices.json").format == .own)
    #expect(try Self.list("provider-prices.json").format == .genAIPrices)
    #expect(try Self.list(text: "{}").models.isEmpty)
  }

  @Test("the book that the room's README shows can be read")
  func readme() throws {
    let root = Self.fixtures.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Sources/RunLogs/README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "{\"unitecon-prices\"")).lowerBound
    let end = try #require(text.range(of: "}]}}}", range: start..<text.endIndex)).upperBound
    let list = try Self.list(text: String(text[start..<end]))
    #expect(list.entry(of: "assistant-latest")?.periods.count == 3)
  }

  @Test("a price of a million is exact for one token, and 1/12 is the nearest that there is")
  func exact() throws {
    let own = try #require(Self.list("own-prices.json").entry(of: "other/small")).rates()
    #expect(own.rate(.cacheRead, input: 1) == Amount("0.000000025"))
    let maker = try #require(Self.list("provider-prices.json").entry(of: "assistant-1")).rates()
    #expect(maker.rate(.cacheWrite, input: 1) == Amount("0.000000083333333"))
  }

  @Test("a call is priced by what held when it was made; without a time, by the newest")
  func dates() throws {
    for (name, first, day) in [
      ("own-prices.json", "0.000003", "2025-11-01"),
      ("provider-prices.json", "0.000004", "2025-11-20"),
    ] {
      let entry = try #require(Self.list(name).entry(of: "assistant-1"))
      func input(_ time: Int64?) -> Amount? { entry.rates(at: time).rate(.input, input: 1) }
      let start = try Self.time("\(day)T00:00:00Z")
      #expect(input(start - 1) == Amount(first))
      #expect(input(start) == Amount("0.000002") || name.hasPrefix("own"))
      #expect(input(nil) == Amount("0.000002"))
      let later = try Self.time("2025-11-20T12:00:00Z")
      #expect(input(later) == Amount("0.000002"))
    }
  }

  @Test(
    "hours are of the week in universal time, over midnight too",
    arguments: [
      ("2025-11-24T21:59:59Z", false), ("2025-11-24T22:00:00Z", true),  // a Monday
      ("2025-11-25T03:59:59Z", true), ("2025-11-25T04:00:00Z", false),
      ("2025-11-27T23:00:00Z", false), ("2025-10-27T23:00:00Z", false),
    ])
  func hours(text: String, isCheap: Bool) throws {
    let entry = try #require(Self.list("own-prices.json").entry(of: "assistant-1"))
    let rate = entry.rates(at: try Self.time(text)).rate(.output, input: 1)
    #expect((rate == Amount("0.000005")) == isCheap)
  }

  @Test("LiteLLM's off-peak hours, regions and thresholds of xAI are as its calculator has them")
  func litellm() throws {
    let list = try Self.list(
      text: """
        {"d": {"input_cost_per_token": 1.32e-06, "output_cost_per_token": 3.96e-06,
        "input_cost_per_token_above_200k_tokens": 5e-06, "mode": "chat", "off_peak_pricing":
        {"input_cost_per_token": 6.6e-07, "windows": [{"hours_utc": ["10:00-00:00"], "weekdays": [1]},
        {"hours_utc": "00:00-00:00", "weekdays": [6, 7]}]},
        "regional_processing_uplift_multiplier_eu": 1.1, "provider_specific_entry": {"us": 1.2, "fast": 2}},
        "x": {"litellm_provider": "xai", "input_cost_per_token": 2e-06, "output_cost_per_token": 6e-06,
        "input_cost_per_token_above_200k_tokens": 4e-06, "mode": "chat",
        "regional_endpoint_uplift_multiplier": 1.5}}
        """)
    let entry = try #require(list.entry(of: "d"))
    func input(_ time: String, _ size: Int = 1) throws -> Amount? {
      entry.rates(at: try Self.time(time)).rate(.input, input: size)
    }
    // A Monday, a Tuesday, a Sunday.
    #expect(try input("2026-11-23T09:59:00Z") == Amount("0.00000132"))
    #expect(try input("2026-11-23T23:59:00Z", 300_000) == Amount("0.00000066"))
    #expect(try input("2026-11-24T11:00:00Z", 300_000) == Amount("0.000005"))
    #expect(try input("2026-11-29T00:00:00Z") == Amount("0.00000066"))
    #expect(entry.rates(in: "eu").rate(.input, input: 300_000) == Amount("0.0000055"))
    #expect(entry.rates(in: "us").rate(.output, input: 1) == Amount("0.000004752"))
    let xai = try #require(list.entry(of: "x"))
    #expect(xai.rates().rate(.input, input: 199_999) == Amount("0.000002"))
    #expect(xai.rates(in: "eu").rate(.input, input: 200_000) == Amount("0.000006"))
  }

  @Test(
    "names lead to models by aliases, rules, providers and without dates",
    arguments: [
      ("own-prices.json", "vendor/assistant-latest", "assistant-1"),
      ("own-prices.json", "assistant-1-2025-11-01", "assistant-1"),
      ("own-prices.json", "small", "other/small"), ("own-prices.json", "assistant-9", nil),
      ("provider-prices.json", "assistant-1-20251120", "maker/assistant-one"),
      ("provider-prices.json", "Assistant-1", "maker/assistant-one"),
      ("provider-prices.json", "maker/assistant-one", "maker/assistant-one"),
      ("provider-prices.json", "eu-shop/assistant-1", "maker/assistant-one"),
      ("provider-prices.json", "assistant-2", nil),
    ])
  func names(book: String, name: String, wanted: String?) throws {
    #expect(try Self.list(book).entry(of: name)?.name == wanted)
  }

  @Test(
    "a mistake in a book of our own is one, and is placed",
    arguments: [
      (
        #""models": {"m": {"prices": [{"inptu": 1}]}}"#,
        LineFault.Problem.unknownKey("inptu", near: "input")
      ),
      (#""models": {"m": {"prices": [{"input": "much"}]}}"#, .notAmount(field: "input")),
      (#""models": {"m": {"prices": [{"input": -1}]}}"#, .notAmount(field: "input")),
      (#""models": {"m": {"prices": [{"input": 1e-10}]}}"#, .notAmount(field: "input")),
      (#""models": {"m": {"prices": [{"from": "May"}]}}"#, .notTime(field: "from")),
      (#""models": {"m": {"prices": [{"hours": ["9-5"]}]}}"#, .notTime(field: "hours")),
      (#""models": {"m": {"prices": [{"weekdays": [8]}]}}"#, .notCount(field: "weekdays")),
      (#""models": {"m": {"prices": [{"above": {"many": {}}}]}}"#, .notCount(field: "above")),
      (#""models": {"m": {"regions": {"eu": 0}}}"#, .notAmount(field: "regions")),
      (#""moddels": {}"#, .unknownKey("moddels", near: "models")), (#""models": ["#, .endsEarly),
    ])
  func mistakes(text: String, problem: LineFault.Problem) throws {
    let fault = #expect(throws: LineFault.self) {
      try Self.list(text: "{\"unitecon-prices\": 1, \(text)}")
    }
    let isEnd = problem == .endsEarly
    #expect(isEnd ? fault != nil : fault?.problem == problem)
    #expect(throws: LineFault.self) { try Self.list(text: "{\"unitecon-prices\": 2}") }
  }

  @Test("no rule can take long, and none that is not known matches")
  func rules() throws {
    for rule in [#"{"regex": "^(a+)+$"}"#, #"{"regex": "("}"#, #"{"sounds_like": "a"}"#, "5"] {
      let list = try Self.list(
        text: """
          [{"id": "p", "model_match": {"contains": "a"}, "models": [
          {"id": "m", "match": \(rule), "prices": {"input_mtok": 1, "output_mtok": 1}}]}]
          """)
      #expect(list.entry(of: String(repeating: "a", count: 60) + "b") == nil)
      #expect(list.entry(of: "p/m") != nil)
    }
    let deep = String(repeating: #"{"or": ["#, count: 40)
    #expect(throws: LineFault.self) { try Self.list(text: #"[{"model_match": "# + deep) }
  }

  @Test("every slip is found, once a model")
  func doubts() throws {
    let list = try Self.list("own-prices.json")
    #expect(try #require(list.entry(of: "assistant-1")).doubts.isEmpty)
    #expect(
      try #require(list.entry(of: "slips")).doubts.map(\.kind) == [
        .zeroOutput, .writeBelowRead, .writeHalfOfInput, .hourBelowWrite, .readAboveInput,
        .batchAboveStandard,
      ])
    let other = try Self.list(
      text: """
        {"a": {"mode": "chat", "input_cost_per_token": 0, "cache_creation_input_token_cost": 0},
        "b": {"mode": "chat", "max_tokens": 5}, "e": {"mode": "embedding", "input_cost_per_token": 1e-07},
        "f": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06,
        "cache_creation_input_token_cost_above_200k_tokens": 1e-07, "input_cost_per_token_flex": 2e-06}}
        """)
    #expect(try #require(other.entry(of: "a")).doubts.map(\.kind) == [.noOutput, .zeroInput])
    #expect(other.unpriced == ["b"])
    #expect(try #require(other.entry(of: "e")).doubts.isEmpty)
    let far = try #require(other.entry(of: "f")).doubts
    #expect(
      far.map(\.kind) == [.writeFarBelowInput, .flexAboveStandard] && far[0].above == 200_000)
  }
}
