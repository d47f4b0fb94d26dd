import Foundation
import TestSupport
import Testing

@Suite("A comparison adds up, whichever way it is asked for")
struct CompareTests {
  /// What a comparison says as JSON.
  private struct Answer: Decodable {
    struct Figure: Decodable {
      let before: Double
      let after: Double
      let difference: Double
    }
    struct Driver: Decodable {
      let name: String
      let share: Double
      let alone: Double
      let last: Double
      let inputs: [Input]
    }
    struct Input: Decodable {
      let path: String
      let kind: String
    }
    struct Tie: Decodable { let drivers: [String] }
    let figure: Figure
    let drivers: [Driver]
    let ties: [Tie]
    let warnings: [String]
    let idle: [Input]

    var sum: Double { drivers.reduce(0) { $0 + $1.share } }
  }

  private func answer(_ line: String, in folder: URL = Command.root) throws -> Answer {
    let command = try Command(shell: "$unitecon compare \(line) --format json", in: folder)
    #expect(command.status == 0, "\(command.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(command.output.utf8))
  }

  @Test(
    "shares add up under every stress of every shipped scenario",
    arguments: ["support-ticket", "invoice-coding", "pr-triage"])
  func shippedStresses(name: String) throws {
    let file = "Scenarios/\(name).json5"
    let page = try HouseTests.text(file)
    let rest = try #require(page.split(separator: "  stresses: {").last)
    let stresses = try #require(rest.split(separator: "\n  },").first)
    let names = stresses.matches(of: /\n    (\w+): \{/).map { String($0.1) }
    #expect(names.count >= 3)
    for (index, stress) in names.enumerated() {
      let figure = ["costPerCompletedTask", "grossMargin"][index % 2]
      let level = ["", "--by group"][index / 2 % 2]
      let found = try answer("\(file) --stress \(stress) --of \(figure) \(level)")
      let gap = abs(found.sum - found.figure.difference)
      #expect(gap <= 1e-9 * abs(found.figure.difference), "\(stress) \(figure) \(level)")
      #expect(!found.drivers.isEmpty)
      #expect(abs(found.figure.after - found.figure.before - found.figure.difference) < 1e-12)
    }
  }

  @Test("of two files, values and parts are drivers, and the other way round is the negative")
  func files() throws {
    let there = try answer("\(Command.example) \(Command.nextMonth)")
    let back = try answer("\(Command.nextMonth) \(Command.example)")
    #expect(abs(there.sum - there.figure.difference) <= 1e-9 * abs(there.figure.difference))
    #expect(there.drivers.map(\.name) == back.drivers.map(\.name))
    for (one, other) in zip(there.drivers, back.drivers) {
      #expect(abs(one.share + other.share) <= 1e-12)
      #expect(abs(one.alone + other.last) <= 1e-12)
    }
    let kinds = Dictionary(
      there.drivers.flatMap(\.inputs).map { ($0.path, $0.kind) }, uniquingKeysWith: { $1 })
    #expect(kinds["tools.search"] == "added")
    #expect(kinds["tools.portal"] == "removed")
    #expect(kinds["infrastructure.canary"] == "removed")
    #expect(kinds["inference.calls.triage.model"] == "word")
    #expect(kinds["tools.billing.maxRetries"] == "value")
    #expect(there.idle.map(\.path) == ["plans.growth.platformFee"])
  }

  @Test("one input at a time is sampled, and by groups exact; both add up")
  func levels() throws {
    let line = "\(Command.example) \(Command.nextMonth) --of totalCost"
    for level in ["group", "input", "section"] {
      let found = try answer("\(line) --by \(level)")
      #expect(abs(found.sum - found.figure.difference) <= 1e-9 * abs(found.figure.difference))
    }
  }

  @Test("settings are drivers one by one, and make the second case")
  func settings() throws {
    let found = try answer(
      """
      \(Command.example) --set 'humanReview.rate=$45 / h' --set 'tools.*.latency.*=× 2' \
      --of humanReviewCost
      """)
    #expect(
      Set(found.drivers.map(\.name)) == ["humanReview.rate=$45 / h", "tools.*.latency.*=× 2"])
    let run = try Command(
      shell: """
        $unitecon run \(Command.example) --set 'humanReview.rate=$45 / h' \
        --set 'tools.*.latency.*=× 2' --format csv | grep ',base,output,,humanReviewCost,'
        """)
    let cost = try #require(run.output.split(separator: ",").dropFirst(5).first)
    #expect(Double(cost) == found.figure.after)
  }

  @Test(
    "where plans alone differ the margin is compared, and else the cost of a completed task",
    arguments: [
      ("plans.growth.platformFee=$900 / month", "Gross margin"),
      ("humanReview.rate=$45 / h", "Cost per completed task"),
    ])
  func usualFigure(setting: String, figure: String) throws {
    let usual = try Command("compare", Command.example, "--set", setting, "--width", "140")
    #expect(usual.status == 0 && usual.output.contains(figure), "\(usual.output)")
    let told = try Command(
      "compare", Command.example, "--set", setting, "--width", "140", "--of",
      figure == "Gross margin" ? "grossMargin" : "costPerCompletedTask")
    #expect(told.output == usual.output)
  }

  @Test("a scenario and itself with settings on both sides do not differ")
  func same() throws {
    let command = try Command(
      "compare", Command.example, Command.example, "--set", "humanReview.rate=$45/h")
    #expect(command.status == 0)
    #expect(command.output.contains("alike: nothing differs."))
    #expect(!command.output.contains("Driver by driver"))
  }

  @Test("another currency is converted where a rate is stated, and refused where none is")
  func currencies() throws {
    let scratch = try Scratch()
    let example = try HouseTests.text(Command.example)
    try Data(example.utf8).write(to: scratch.folder.appending(path: "dollars.json5"))
    let euros = example.replacing("currency: \"USD\"", with: "currency: \"EUR\"")
      .replacing("\"$", with: "\"€")
    try Data(euros.utf8).write(to: scratch.folder.appending(path: "euros.json5"))
    let refused = try Command(
      shell: "$unitecon compare dollars.json5 euros.json5", in: scratch.folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("one scenario is in USD and the other in EUR"))
    #expect(refused.errors.contains("exchangeRates: { EUR: \"1.08 USD\" }"))

    let rates = example.replacing(
      "currency: \"USD\",", with: "currency: \"USD\", exchangeRates: { EUR: \"1.25 USD\" },")
    try Data(rates.utf8).write(to: scratch.folder.appending(path: "rates.json5"))
    let found = try answer("rates.json5 euros.json5 --by section", in: scratch.folder)
    #expect(found.warnings.count == 1)
    #expect(found.warnings[0].contains("one EUR is 1.25 USD"))
    // Every amount is a quarter more, and so is the cost.
    #expect(abs(found.figure.after - 1.25 * found.figure.before) < 1e-12)
    #expect(abs(found.sum - found.figure.difference) < 1e-12)
  }

  @Test("unlike tasks are compared with a warning")
  func unlikeTasks() throws {
    let scratch = try Scratch()
    let example = try HouseTests.text(Command.example)
    for (name, task) in [("tickets", "ticket resolved"), ("invoices", "invoice coded")] {
      let text = example.replacing("name: \"ticket resolved\"", with: "name: \"\(task)\"")
      try Data(text.utf8).write(to: scratch.folder.appending(path: "\(name).json5"))
    }
    let command = try Command(
      shell: "$unitecon compare tickets.json5 invoices.json5", in: scratch.folder)
    #expect(command.status == 0)
    #expect(
      command.output.contains("! A task is not the same: \"ticket resolved\" and \"invoice coded\"")
    )
  }

  @Test("no line is wider than the terminal", arguments: [40, 60, 80, 100, 120])
  func width(columns: Int) throws {
    let page = try Command(
      shell: """
        $unitecon compare \(Command.example) \(Command.nextMonth) --width \(columns)
        """
    ).output
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= columns })
    #expect(columns < 60 || page.contains("█"))
  }

  @Test("a misspelt stress or figure is answered with the one that was meant")
  func suggestions() throws {
    let stress = try Command("compare", Command.example, "--stress", "slowTool")
    #expect(stress.status == 2)
    #expect(stress.errors.contains("did you mean slowTools?"))
    let figure = try Command("compare", Command.example, "--stress", "both", "--of", "grossMargn")
    #expect(figure.status == 2)
    #expect(figure.errors.contains("did you mean grossMargin?"))
  }

  @Test("where the file states no stress, those of the pessimistic pack count")
  func pack() throws {
    let words = ["--set", "stresses={}", "--set", "checks={}"]
    let bare = words.map { "'\($0)'" }.joined(separator: " ")
    let found = try answer("\(Command.example) \(bare) --stress 'escalation × 2, tools 3 × slower'")
    #expect(
      Set(found.drivers.map(\.name)) == ["outcomes.escalation.* × 2", "tools.*.latency.* × 3"])
    let own = try Command("compare", Command.example, "--stress", "no cache reads")
    #expect(own.status == 2, "the file states stresses of its own")
    #expect(
      try Command("compare", Command.example, "--stress", "no cache reads", "--pack").status == 0)
  }
}
