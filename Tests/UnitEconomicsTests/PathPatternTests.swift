import Testing
import UnitEconomics

@Suite("A path pattern stands for inputs, a star for any one part")
struct PathPatternTests {
  @Test(
    "A star matches one part, neither none nor two",
    arguments: [
      ("tools.crm.latency.p50", "tools.crm.latency.p50", true),
      ("tools.crm.latency.p50", "tools.crm.latency.p95", false),
      ("tools.*.latency.p50", "tools.crm.latency.p50", true),
      ("tools.*.latency.*", "tools.crm.latency.p95", true), ("tools.*", "tools.crm", true),
      ("tools.*", "tools.crm.price", false), ("tools.*", "tools", false), ("*", "tools", true),
      ("*.*", "tools", false), ("tools.*.price", "tools.price", false),
      ("tools.crm", "tools.crm.price", false), ("tools.crm.price", "tools.crm", false),
      ("tools.c*", "tools.crm", false), ("tools.c*", "tools.c*", true),
      ("tools.*.priceByTime", "tools.portal.price", false),
      // A name with a dot in it is one part.
      ("inference.prices.*.input", #"inference.prices["gpt-4.1"].input"#, true),
      (#"inference.prices["gpt-4.1"].*"#, #"inference.prices["gpt-4.1"].input"#, true),
      (#"inference.prices["gpt-4.1"].*"#, #"inference.prices["gpt-4.2"].input"#, false),
      (#"inference.prices["gpt-4.1"].input"#, #"inference.prices["gpt-4.1"].input"#, true),
      ("inference.prices.*.*.input", #"inference.prices["gpt-4.1"].input"#, false),
      // And so is one with a bracket.
      ("inference.prices.*.input", #"inference.prices["sonnet[1m]"].input"#, true),
      ("inference.prices.*.*.input", #"inference.prices["sonnet[1m]"].input"#, false),
    ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(PathPattern(pattern).matches(path) == expected)
  }

  @Test(
    "A name is put into a path and taken out again as it was",
    arguments: [
      ("crm", "tools.crm"), ("gpt-4.1", #"tools["gpt-4.1"]"#), ("", #"tools[""]"#),
      ("a b", "tools.a b"), ("sonnet[1m]", #"tools["sonnet[1m]"]"#), ("a]b.c", #"tools["a]b.c"]"#),
      (#"say "hi""#, #"tools["say "hi""]"#), ("日本", "tools.日本"),
    ])
  func roundTrip(name: String, path: String) {
    #expect(InputPath.appending(name, to: "tools") == path)
    #expect(InputPath.parts(path) == ["tools", name])
    #expect(InputPath.parts(path + ".price") == ["tools", name, "price"])
    #expect(InputPath.parent(of: path + ".price") == path)
    #expect(InputPath.parent(of: path) == "tools")
  }

  @Test("A name at the top stands alone")
  func top() {
    #expect(InputPath.appending("volume", to: "") == "volume")
    #expect(InputPath.parts("volume") == ["volume"])
    #expect(InputPath.parts("") == [])
    #expect(InputPath.parent(of: "volume") == "")
  }
}
