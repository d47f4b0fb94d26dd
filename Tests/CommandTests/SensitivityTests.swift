import Foundation
import Testing

@Suite("sensitivity says what matters, and how far it can go")
struct SensitivityTests {
  @Test("without a plan it asks of the cost of a completed task")
  func defaultFigure() throws {
    let command = try Command(
      shell: "$unitecon sensitivity \(Command.desk) --set plans=null "
        + "--set checks.margin=null --format json")
    #expect(command.status == 0, "\(command.errors)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
    #expect(answer["version"] as? Int == 1)
    #expect(answer["output"] as? String == "costPerCompletedTask")
    #expect(answer["unit"] as? String == "EUR / task")
    let inputs = try #require(answer["inputs"] as? [[String: Any]])
    let rate = try #require(inputs.first { $0["path"] as? String == "humanReview.rate" })
    #expect(rate["range"] as? String == "assumed" && rate["low"] as? Double == 27)
    let price = try #require(
      inputs.first { $0["path"] as? String == "inference.prices.main.output" })
    let rising = try #require(price["rising"] as? [String: Any])
    let limit = try #require(rising["limit"] as? [String: Any])
    #expect(limit["check"] as? String == "cost" && limit["kind"] as? String == "reached")
    let setting = try #require(limit["set"] as? String)
    #expect(setting.hasPrefix("inference.prices.main.output=") && setting.hasSuffix(" USD / Mtok"))
    let again = try Command(
      shell: "$unitecon run \(Command.desk) --set '\(setting)' --format csv "
        + "| grep base,output,,costPerCompletedTask")
    let cost = try #require(again.output.split(separator: ",").dropFirst(5).first)
    #expect(abs((Double(cost) ?? 0) - 0.7) < 1e-9, "\(again.output)")
  }

  @Test("the command that it prints shows the check on its limit")
  func printedCommand() throws {
    let page = try Command(shell: "$unitecon sensitivity \(Command.desk) --width 1000")
    #expect(page.status == 0)
    let line = try #require(
      page.output.split(separator: "\n").first { $0.hasPrefix("To see that case: ") })
    let words = line.dropFirst("To see that case: unitecon run ".count)
    let run = try Command(shell: "$unitecon run \(words) --format csv | grep base,check,tsr,")
    let rows = run.output.split(separator: "\r\n")
    let distance = try #require(rows.first { $0.contains(",distance,") })
    let figure = try #require(Double(distance.split(separator: ",")[6]))
    #expect(abs(figure) < 1e-9)
  }

  @Test("a stress is the case that inputs move around, and nothing is printed to put back")
  func underStress() throws {
    let page = try Command("sensitivity", Command.desk, "--under", "fewer")
    #expect(page.output.hasPrefix("Sensitivity of gross margin under fewer: A small desk\n"))
    #expect(!page.output.contains("To see that case"))
    #expect(page.output.contains("Each comes on top of fewer."))
  }

  @Test("--top sets how many are listed, and CSV lists all")
  func top() throws {
    let page = try Command("sensitivity", Command.desk, "--top", "2", "--format", "md")
    let rows = page.output.components(separatedBy: "**What 1 %")[0].split(separator: "\n")
    #expect(rows.filter { $0.hasPrefix("| ") }.count == 4, "head, rule and two inputs")
    #expect(page.output.contains("the 2 that do so most are shown"))
    let file = try Command("sensitivity", Command.desk, "--top", "2", "--format", "csv")
    let listed = file.output.split(separator: "\r\n").filter { $0.contains(",input,") }
    #expect(listed.count == 52)
  }

  @Test("a figure without a value, an unknown one and an unknown stress are no answers")
  func noAnswer() throws {
    let words = [
      ("--of grossMargin --set plans=null --set checks=null", "grossMargin has no value to move"),
      ("--of grossMargn", "did you mean grossMargin?"), ("--under slowTool", "slowTools"),
    ]
    for (flags, message) in words {
      let command = try Command(shell: "$unitecon sensitivity \(Command.desk) \(flags)")
      #expect(command.status == 2)
      #expect(command.output.isEmpty)
      #expect(command.errors.contains(message), "\(command.errors)")
    }
  }

  @Test("the command line is held to one file and a number of inputs")
  func usage() throws {
    for line in ["", "a.json5 b.json5", "a.json5 --top 0", "a.json5 --top many"] {
      let command = try Command(shell: "$unitecon sensitivity \(line)")
      #expect(command.status == 64)
    }
  }
}
