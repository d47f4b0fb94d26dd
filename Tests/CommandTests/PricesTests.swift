import Foundation
import TestSupport
import Testing

@Suite("prices says what models cost, and what they would have")
struct PricesTests {
  private static let own = "--prices \(Command.fixtures)/own-prices.json"
  private static let provider = "--prices \(Command.fixtures)/provider-prices.json"
  private static let traces = "\(Command.fixtures)/traces.jsonl"

  private static func prices(_ words: String) throws -> Command {
    try Command(shell: "$unitecon prices \(words)")
  }

  @Test(
    "as committed",
    arguments: [
      ("prices.txt", "--width 100"), ("prices-own.txt", "\(own) --width 80"),
      ("prices-find.csv", "find haiku --format csv"),
      ("prices-show.txt", "show vendor/assistant-latest other/small \(own)"),
      ("prices-show.json", "show assistant-1-20251120 \(provider) --format json"),
      ("prices-show-region.md", "show gpt-6-luna deepseek-v4-pro --region eu --format md"),
      (
        "prices-compare.txt",
        "compare assistant-1 vendor/small slips --cached 60% --written 10% \(own)"
      ),
      (
        "prices-compare.md", "compare claude-sonnet-5 gpt-5.6-terra --input-tokens 300k --format md"
      ),
      ("prices-compare.csv", "compare gpt-5.4 gpt-5 --service flex --region eu --format csv"),
      ("prices-check.txt", "check \(own)"), ("prices-check.csv", "check \(own) --format csv"),
      ("prices-check.json", "check \(own) --format json"),
      ("prices-reprice.txt", "reprice \(Command.desk) --on gpt-5.4 --on claude-haiku-5-5"),
      ("prices-reprice.csv", "reprice \(Command.desk) --on gpt-5.4 --format csv"),
      ("prices-reprice.json", "reprice \(Command.desk) --on gpt-5.4 --format json"),
      ("prices-reprice-log.txt", "reprice \(traces) --on small --on slips \(own)"),
    ])
  func golden(name: String, words: String) throws {
    let run = try Self.prices(words)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, name)
  }

  @Test("measure takes books of every format, by the time of each call")
  func measured() throws {
    func computed(_ words: String) throws -> String? {
      let run = try Command(
        shell: "$unitecon measure \(Command.fixtures)/runs.csv --format csv \(words)")
      #expect(run.status == 0, "\(run.errors)")
      return run.output.split(separator: "\r\n").first { $0.hasPrefix(",computed,,cost,") }
        .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[4]) }
    }
    let plain = try computed("--prices \(Command.fixtures)/token-prices.json")
    #expect(plain != nil)
    #expect(try plain == computed(Self.own))
    #expect(try plain == computed(Self.provider))
    let dear = try computed("\(Self.own) --region eu")
    let value = try #require(plain.flatMap(Double.init))
    #expect(abs((dear.flatMap(Double.init) ?? 0) - value * 1.1) < 1e-12)
    let warned = try Command(
      shell: "$unitecon measure \(Command.fixtures)/runs.csv --on slips \(Self.own)")
    #expect(warned.output.contains("! Doubtful price of slips: a cache read dearer than input"))
    #expect(warned.output.contains("The same tokens on other models"))
  }

  @Test("a scenario takes books of every format, and the shipped one by its name")
  func scenarios() throws {
    let text = try HouseTests.text(Command.desk)
    let scratch = try Scratch()
    func cost(_ model: String, _ book: String) throws -> Command {
      var own = text.replacing(/model: "main"/) { _ in "model: \"\(model)\"" }
      own = own.replacing("inference: {", with: "inference: { priceBook: \"\(book)\",")
      try Data(own.utf8).write(to: scratch.folder.appending(path: "desk.json5"))
      for name in ["own-prices.json", "provider-prices.json", "token-prices.json"] {
        let copy = scratch.folder.appending(path: name)
        if !FileManager.default.fileExists(atPath: copy.path) {
          try Data(try HouseTests.text("\(Command.fixtures)/\(name)").utf8).write(to: copy)
        }
      }
      return try Command("run", "desk.json5", "--format", "csv", in: scratch.folder)
    }
    func figure(_ run: Command) -> Substring? {
      #expect(run.status == 0, "\(run.errors)")
      return run.output.split(separator: "\r\n").first { $0.contains("costPerCompletedTask") }
    }
    #expect(try figure(cost("assistant-1", "own-prices.json")) != nil)
    #expect(try figure(cost("assistant-1", "provider-prices.json")) != nil)
    #expect(try figure(cost("claude-sonnet-5", "shipped")) != nil)
    let unknown = try cost("claude-sonet-5", "shipped")
    #expect(unknown.status == 2 && unknown.errors.contains("claude-sonnet-5"), "\(unknown.errors)")
    try Data("{\"unitecon-prices\": 1,\n \"modles\": {}}".utf8).write(
      to: scratch.folder.appending(path: "broken.json"))
    let broken = try cost("assistant-1", "broken.json")
    #expect(broken.status == 2 && broken.errors.contains("broken.json:2:"), "\(broken.errors)")
    #expect(broken.errors.contains("did you mean models?"))
    try Data("{}".utf8).write(to: scratch.folder.appending(path: "empty.json"))
    let empty = try Command("prices", "--prices", "empty.json", in: scratch.folder)
    #expect(empty.status == 2 && empty.errors.contains("has no model with a price"))
  }

  @Test("a scenario on another model is what the scenario says that asks for it")
  func repriced() throws {
    let text = try HouseTests.text(Command.desk).replacing(/model: "main"/) { _ in
      "model: \"gpt-5.4\""
    }.replacing("inference: {", with: "inference: { priceBook: \"shipped\",")
    let scratch = try Scratch()
    try Data(text.utf8).write(to: scratch.folder.appending(path: "desk.json5"))
    let run = try Command("run", "desk.json5", "--format", "csv", in: scratch.folder).output
    let repriced = try Self.prices("reprice \(Command.desk) --on openai/gpt-5.4 --format csv")
      .output
    for figure in ["costPerCompletedTask", "inferenceCost", "grossMargin"] {
      let row = try #require(
        repriced.split(separator: "\r\n").first { $0.contains(",gpt-5.4,\(figure),") })
      let value = row.split(separator: ",")[3]
      #expect(run.contains(",\(value),"), "\(figure) \(value)")
    }
    // Prices of its own stay as they are, whatever book the others are of.
    let asItStands = try #require(repriced.split(separator: "\r\n").dropFirst().first)
    let own = try Command("run", Command.desk, "--format", "csv").output
    #expect(
      own.contains(",\(asItStands.split(separator: ",", omittingEmptySubsequences: false)[3]),"))
  }

  @Test(
    "what cannot be meant is refused with words",
    arguments: [
      ("shw", 64, "did you mean show?"), ("show", 64, "needs a model"),
      ("find", 64, "needs a word"), ("find nothing-like-it", 2, "no model of shipped has"),
      ("compare gpt-5", 64, "at least two"), ("show gpt-5.6-so", 2, "did you mean gpt-5.6-sol"),
      ("compare gpt-5 gpt-4.1 --cached 70% --written 40%", 64, "more than all of the input"),
      ("compare gpt-5 gpt-4.1 --input-tokens many", 64, "such as 10k"),
      ("compare gpt-5 gpt-4.1 --cached 2", 64, "a share from 0% to 100%"),
      ("check gpt-5", 64, "the whole book"), ("check --on gpt-5", 64, "belongs to prices reprice"),
      ("reprice", 64, "needs a scenario"), ("reprice \(Command.desk)", 64, "--on MODEL"),
      ("reprice \(Command.desk) --on gpt-5 --map cost=x", 64, "this is a scenario"),
      ("reprice \(traces) --on gpt-5 --set a=1", 64, "these are logs"),
      ("--prices missing.json", 2, "there is no file missing.json"),
      ("--prices Package.swift", 2, "Package.swift:1:1: an object should stand here"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let run = try Self.prices(words)
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("no name in a book steers what shows it", arguments: ["txt", "md", "csv", "json"])
  func harmless(format: String) throws {
    let scratch = try Scratch()
    let name = #"\u001b[31m=cmd()|x\u202e"#
    try Data(
      """
      {"unitecon-prices": 1, "name": "\(name)", "checked": "\(name)", "models": {"m\(name)":
      {"aliases": ["\(name)"], "source": "\(name)", "regions": {"\(name)": 2},
      "prices": [{"input": 0, "output": 1, "source": "\(name)"}]}}}
      """.utf8
    ).write(to: URL(filePath: scratch.path("book.json")))
    for part in ["", "find cmd", "show \"$(printf 'm\\033[31m=cmd()|x\\342\\200\\256')\"", "check"]
    {
      let run = try Self.prices("\(part) --prices \(scratch.path("book.json")) --format \(format)")
      #expect(run.status == 0 && run.output.contains("cmd()"), "\(part): \(run.errors)")
      let signs = ["\u{1B}"] + (format == "json" ? [] : ["\u{202E}"])
      for sign in signs { #expect(!run.output.contains(sign), "\(part) \(run.output)") }
    }
  }
}
