import Foundation
import TestSupport
import Testing

@Suite("What simulate is asked is answered, or refused in words")
struct SimulateTests {
  private static let pilot = SimulationGoldenTests.pilot

  @Test(
    "64 where the command line is wrong",
    arguments: [
      ("--draws 0", "--draws is 0, and it must be a whole number from 2 to 1,000,000,000,000"),
      ("--draws 2.5", "--draws is 2.5"), ("--draws many", "--draws is many"),
      ("--seed x", "x is no seed; write a whole number from 0"), ("--seed -1", "-1 is no seed"),
      ("--precision 0", "0 is no precision; write a part of the mean: 0.1%"),
      ("--precision 100%", "100% is no precision"), ("--precision x", "x is no precision"),
      ("--sampling sobl", "did you mean sobol?"), ("--quantiles some", "--quantiles is one of"),
      ("--quantiles exact --draws 1e9", "50,000,000 draws are the most that are kept"),
      ("other.json5", "simulate needs a scenario file"),
    ])
  func usage(flags: String, words: String) throws {
    let command = try Command(shell: "$unitecon simulate \(Self.pilot) \(flags)")
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    #expect(command.errors.contains(words), "\(command.errors)")
  }

  @Test(
    "2 where there is no answer",
    arguments: [
      ("--figure grossMargn", "has no figure grossMargn", "did you mean grossMargin?"),
      ("--under noSuchStress", "there is no stress noSuchStress", "slowTools"),
      (
        "--set outcomes.wrongResult=1% --set humanReview.rate='€30 / h' "
          + "--set 'humanReview.handleTime.ambiguity=8 min' --set exchangeRates.USD='0.9 EUR' "
          + "--set volume.segments.all.customers=20 --set outcomes.escalation.ambiguity=4% "
          + "--set correlations=null",
        "states no uncertain input, so there is nothing to draw",
        "state low and high beside a value"
      ),
    ])
  func noAnswer(flags: String, words: String, help: String) throws {
    let command = try Command(shell: "$unitecon simulate \(Self.pilot) \(flags)")
    #expect(command.status == 2)
    #expect(command.output.isEmpty)
    #expect(command.errors.contains(words), "\(command.errors)")
    #expect(command.errors.contains(help), "\(command.errors)")
  }

  @Test("a net has so many dimensions, and more uncertain inputs are refused")
  func tooManyForNet() throws {
    let costs = (1...70).map {
      "c\($0): { value: '€9 / month', low: '€8 / month', high: '€12 / month' }"
    }
    let scratch = try Scratch()
    let base = Command.root.appending(path: Command.desk).path
    let text = """
      { extends: "\(base)", infrastructure: { monthly: { \(costs.joined(separator: ", ")) } } }
      """
    try Data(text.utf8).write(to: scratch.folder.appending(path: "many.json5"))
    let line = "$unitecon simulate \(scratch.path("many.json5")) --draws 2"
    let command = try Command(shell: "\(line) --sampling sobol")
    #expect(command.status == 64)
    #expect(
      command.errors.contains("73 inputs are uncertain, and the Sobol' net here has 64 dimensions"))
  }

  @Test("1 where a check fails in more than half of the draws")
  func failing() throws {
    let line = "$unitecon simulate \(Self.pilot) --draws 100 --figure tsr"
    #expect(try Command(shell: "\(line) --set checks.margin.min=-500%").status == 0)
    let failing = try Command(shell: "\(line) --set checks.margin.min=90%")
    #expect(failing.status == 1)
    #expect(failing.output.contains("margin fails in 100"))
  }

  @Test("interrupted, it says after how many draws, and what they say; the status is 130")
  func interrupted() throws {
    // Longer and longer waits, since nobody knows how soon a busy machine begins to draw.
    let ended = try Command(
      shell: """
        for wait in 1 2 4 8 16; do
          $unitecon simulate \(Self.pilot) --draws 1e9 --figure tsr > page & pid=$!
          sleep $wait; kill -TERM $pid; wait $pid; status=$?
          grep -q Interrupted page && break
        done
        cat page; rm -f page; exit $status
        """)
    #expect(ended.status == 130)
    let page = ended.output.replacing("\n", with: " ")
    let said = try #require(
      page.firstMatch(
        of: /Interrupted after ([0-9,]+) of 1,000,000,000 draws; what they say stands here\./))
    let draws = try #require(Int(said.1.replacing(",", with: "")))
    #expect(0..<1_000_000_000 ~= draws)
  }

  @Test("the same seed gives the same page, another another")
  func seeds() throws {
    let line = "$unitecon simulate \(Self.pilot) --draws 300 --format csv --figure tsr"
    let first = try Command(shell: "\(line) --seed 11").output
    #expect(try Command(shell: "\(line) --seed 11").output == first)
    #expect(try Command(shell: "\(line) --seed 12").output != first)
  }

  @Test("--set makes an uncertain input certain, and a factor moves its whole distribution")
  func settings() throws {
    let line = "$unitecon simulate \(Self.pilot) --draws 50 --figure tsr --width 100"
    let certain = try Command(shell: "\(line) --set volume.segments.all.customers=20").output
    #expect(!certain.contains("PERT, 12 to 30"))
    let doubled = try Command(shell: "\(line) --set 'volume.segments.all.customers=× 2'").output
    #expect(doubled.contains("PERT, 24 to 60 (assumed)"))
  }
}
