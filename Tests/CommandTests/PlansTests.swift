import Foundation
import TestSupport
import Testing

@Suite("Plans are compared as the command is asked")
struct PlansTests {
  /// The worked example with other plans.
  private func file(_ plans: String, plan: String, in scratch: Scratch) throws {
    let example = try HouseTests.text(Command.example)
    let start = try #require(example.range(of: "  plans: {"))
    let end = try #require(example.range(of: "  plan: \"growth\","))
    let text = example[..<start.lowerBound] + plans + plan + example[end.upperBound...]
    try Data(String(text).utf8).write(to: scratch.folder.appending(path: "ticket.json5"))
  }

  @Test("the exit code says whether a plan can be chosen, and what no plan changes holds")
  func status() throws {
    #expect(try Command("plans", "Scenarios/support-ticket.json5").status == 0)
    let none = try Command("plans", Command.example)
    #expect(none.status == 1)
    #expect(none.output.contains("✗ No plan to choose: none meets the rule below."))
  }

  @Test("of the market's price shapes none carries the support agent, as Scenarios/README says")
  func market() throws {
    let command = try Command(
      "plans", "Scenarios/plans/market-shapes.json5", "--format", "json")
    let page = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    let choice = try #require((page as? [String: Any])?["choice"] as? [String: Any])
    #expect(choice["plan"] as? String == "payAsYouGo")
    #expect(choice["behind"] as? [String] == ["growth"])
    let out = try #require(choice["out"] as? [String])
    let shapes: Set = ["perOutcome", "allowance", "graduated", "credits", "packs", "seats"]
    #expect(Set(out).isSuperset(of: shapes))
  }

  @Test("without plans there is nothing to compare")
  func noPlans() throws {
    let scratch = try Scratch()
    let example = try HouseTests.text(Command.example)
    try file("", plan: "", in: scratch)
    let text = try String(
      contentsOf: scratch.folder.appending(path: "ticket.json5"), encoding: .utf8)
    // The check of the margin has nothing to speak of either.
    let bare = text.replacing("    margin: { output: \"grossMargin\", min: \"60%\" },\n", with: "")
    #expect(bare != example)
    try Data(bare.utf8).write(to: scratch.folder.appending(path: "ticket.json5"))
    let command = try Command("plans", "ticket.json5", in: scratch.folder)
    #expect(command.status == 2)
    #expect(command.output.isEmpty)
    #expect(command.errors.contains("ticket.json5 states no plan, so there is nothing to compare"))
    #expect(command.errors.contains("state one: plans: {"))
  }

  @Test("one plan is judged alone")
  func onePlan() throws {
    let scratch = try Scratch()
    try file(
      """
        plans: { only: { platformFee: "$3000 / month",
                         charges: { use: { metric: "submitted", price: "$1.40" } } } },

      """, plan: "  plan: \"only\",", in: scratch)
    let command = try Command(
      shell: "$unitecon plans ticket.json5 --set checks.margin.min=20% --over tasks",
      in: scratch.folder)
    #expect(command.errors.isEmpty)
    #expect(command.output.contains("✓ Choose only: the only plan there is"))
    #expect(!command.output.contains("Who wins at which use"))
  }

  @Test(
    "a command line that cannot be meant is refused",
    arguments: [
      ("--from 2", "--from says more about --over"),
      ("--over tasks --from ×5 --to ×2", "--from is below --to"),
      ("--over tasks --to ten", "--to is a factor from 0.000001 to 1000000"),
      ("--over sales", "--over is one of tasks customers both"),
      ("--solve margn=5%", "plans have no figure \"margn\""), ("--solve margin", "--solve"),
    ])
  func refused(words: String, message: String) throws {
    let command = try Command(shell: "$unitecon plans \(Command.example) \(words)")
    #expect(command.status == 64)
    #expect(command.errors.contains(message))
  }

  @Test("a target in a wrong unit and a stress that is not there are answered with what is known")
  func unknown() throws {
    let unit = try Command(shell: "$unitecon plans \(Command.example) --solve 'margin=$5'")
    #expect(unit.status == 2)
    let stress = try Command(shell: "$unitecon plans \(Command.example) --under slowTool")
    #expect(stress.status == 2)
    #expect(stress.errors.contains("did you mean slowTools?"))
  }

  @Test("a lever of the answer, given back with --set, takes the margin to the target")
  func lever() throws {
    struct Answer: Decodable {
      struct Target: Decodable {
        let plan: String
        let levers: [Lever]
      }
      struct Lever: Decodable {
        let lever: String
        let inputs: [String]
        let unit: String
        let stress: String?
        let values: [Double]
      }
      let targets: [Target]
    }
    let command = try Command(
      shell: "$unitecon plans \(Command.example) --solve margin=55% --format json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(command.output.utf8))
    let growth = try #require(answer.targets.first { $0.plan == "growth" })
    for lever in growth.levers where lever.stress == nil && !lever.values.isEmpty {
      let value = lever.unit == "×" ? "× \(lever.values[0])" : "\(lever.values[0]) \(lever.unit)"
      let settings = lever.inputs.map { "--set '\($0)=\(value)'" }
      let run = try Command(
        shell: "$unitecon run \(Command.example) \(settings.joined(separator: " ")) --format csv"
          + " | grep ',base,plan,growth,grossMargin,'")
      let margin = run.output.split(separator: ",").compactMap { Double($0) }.first
      #expect(abs((margin ?? 0) - 0.55) < 1e-9, "\(lever.lever)")
    }
    #expect(growth.levers.count { $0.stress == nil && !$0.values.isEmpty } >= 2)
  }
}
