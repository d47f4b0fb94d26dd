import Foundation
import Testing

@Suite("What a run replaces is written on its results")
struct SettingTests {
  @Test("text, JSON and CSV name every setting")
  func provenance() throws {
    let words = ["run", Command.example, "--set", "humanReview.rate=$90/h", "--format"]
    func output(_ format: String) throws -> String {
      try Command(words[0], words[1], words[2], words[3], words[4], format).output
    }
    #expect(try output("txt").contains("with --set humanReview.rate=$90/h."))
    #expect(try output("json").contains("\"settings\": [\n      \"humanReview.rate=$90/h\""))
    #expect(try output("csv").contains(",humanReview.rate=$90/h\r\n"))
    #expect(try !Command("run", Command.example).output.contains("--set"))
  }

  @Test("a factor says so where the input is explained, and where it had to be held back")
  func factor() throws {
    let command = try Command(
      "explain", Command.example, "outcomes.wrongDetected", "--set", "outcomes.wrongDetected=× 2")
    #expect(command.output.contains("then × 2 by --set"))
    #expect(command.errors.contains("would be 120 % and is held at 100 %"))
  }

  @Test("an input that shapes the model is explained as any other")
  func shape() throws {
    let command = try Command("explain", Command.example, "tools.crm.maxRetries")
    #expect(command.status == 0)
    #expect(command.output.contains("tools.crm.maxRetries 2 · tries after the first"))
  }

  @Test("a check of nothing is no answer")
  func noChecks() throws {
    let command = try Command("check", Command.example, "--set", "checks={}")
    #expect(command.status == 2)
    #expect(command.errors.contains("states no checks"))
  }

  @Test("work that nobody's time is stated for is not free once a stress makes it happen")
  func unstatedWork() throws {
    let command = try Command(
      shell: """
        $unitecon run \(Command.example) --set outcomes.escalation.dataMissing=0% \
        --set humanReview.handleTime.dataMissing=null \
        --set 'stresses={ s: { "outcomes.escalation.dataMissing": "+ 20%" } }'
        """)
    #expect(command.output.contains("no handle time is stated for them"))
    #expect(command.status == 1)
  }
}
