import Foundation
import TestSupport
import Testing

@Suite("measure joins people's work and bills with runs")
struct MeasureAllInTests {
  private static let fixtures = Command.fixtures
  private static let traces =
    "\(fixtures)/traces.jsonl --prices \(fixtures)/token-prices.json"
  private static let people =
    "--helpdesk \(fixtures)/helpdesk.csv --map helpdesk.task=run --approvals \(fixtures)/approvals.jsonl"
  private static let bill = "--bill \(fixtures)/bill.csv --bill-only application=support"

  private static func measure(_ words: String) throws -> Command {
    try Command(shell: "$unitecon measure \(words)")
  }

  @Test(
    "as committed",
    arguments: [
      ("measure-all-in.txt", "\(traces) \(people) --rate '$38 / h' \(bill) --width 100"),
      ("measure-all-in.csv", "\(traces) \(people) --rate '$38 / h' \(bill) --format csv"),
      ("measure-bill.md", "\(bill) --format md"),
    ])
  func golden(name: String, words: String) throws {
    let run = try Self.measure(words)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, name)
  }

  @Test("every minute and every cent that is joined can be worked out by hand")
  func byHand() throws {
    let facts = try Self.measure(
      "\(Self.traces) \(Self.people) --rate '60 USD / h' \(Self.bill) --format csv"
    ).output
    for fact in [
      // 9.5 + 12 + 20 + 2 + 1.5 minutes, a dollar each.
      ",allIn,people,cost,45,", ",allIn,infrastructure,cost,0.03,", ",allIn,,completedTasks,11,",
      ",handling,escalated.ambiguity,minutesPerTask,9.5,",
      ",handling,escalated.dataMissing,tasks,1,", ",approval,success,p95,1,",
      ",bill,2025-11 models Web Usage,effectiveCost,0.1,", ",reading,,unreadLines,2,",
    ] {
      #expect(facts.contains(fact), "\(fact)")
    }
    #expect(!facts.contains("Tax"))
    let unpriced = try Self.measure("\(Self.traces) \(Self.people)").output
    #expect(unpriced.contains("What people's hours cost is not told"))
    #expect(!unpriced.contains("all in"))
  }

  @Test(
    "what cannot be joined is refused with words",
    arguments: [
      ("TRACES --helpdesk HELP", 2, "no row of it says which task"),
      ("--bill HELP", 2, "no column EffectiveCost, BillingCurrency, ChargePeriodStart"),
      ("TRACES --bill-only a=b", 64, "says more about --bill"),
      ("--bill BILL --bill-only a", 64, "--bill-only"),
      ("--bill BILL --strict", 2, "bill.csv:11:1: BilledCost is no amount"),
      ("TRACES --rate 38", 2, "--rate"), ("TRACES --rate 'a lot'", 2, "--rate"),
      ("--helpdesk HELP", 64, "measure needs a log"), ("--bill missing", 2, "No such file"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let line = words.replacing("TRACES", with: Self.traces)
      .replacing("BILL", with: "\(Self.fixtures)/bill.csv")
      .replacing("HELP", with: "\(Self.fixtures)/helpdesk.csv")
    let run = try Self.measure(line)
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("amounts of unlike currencies are never added")
  func currencies() throws {
    let scratch = try Scratch()
    let heading =
      "EffectiveCost,BillingCurrency,ChargePeriodStart,ChargeCategory,ServiceCategory\n"
    let euro = scratch.path("euro.csv")
    let mixed = scratch.path("mixed.csv")
    try Data((heading + "1e-3,EUR,4/1/25,Usage,Compute\n").utf8).write(
      to: URL(filePath: euro))
    try Data((heading + "1,EUR,4/1/25,Usage,Compute\n1,USD,4/1/25,Usage,Compute\n").utf8).write(
      to: URL(filePath: mixed))
    let alone = try Self.measure("--bill \(euro) --format csv")
    #expect(alone.output.contains("bill,2025-04 infrastructure Compute Usage,effectiveCost,0.001,"))
    #expect(try Self.measure("--bill \(mixed)").errors.contains("amounts in EUR and USD"))
    let joined = try Self.measure("\(Self.traces) --bill \(euro)")
    #expect(joined.status == 2 && joined.errors.contains("the bill is in EUR"))
  }

  @Test(
    "a real bill comes to its known sums",
    .enabled(if: MeasureTests.data != nil, "real bills are not here"))
  func known() throws {
    let data = try #require(MeasureTests.data)
    let facts = try Self.measure("--bill \(data)/focus_1.0_sample.csv --format csv").output
    var sums: [String: Decimal] = [:]
    for row in facts.split(whereSeparator: \.isNewline) where row.contains(",bill,") {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let use = fields[2].contains(" models ") ? "models" : "infrastructure"
      sums["\(use) \(fields[3])", default: 0] += try #require(Decimal(string: fields[4]))
    }
    #expect(sums["models effectiveCost"] == Decimal(string: "-0.15189756178"))
    #expect(sums["infrastructure effectiveCost"] == Decimal(string: "15.12841174764"))
    let billed = try #require(sums["models billedCost"]) + (sums["infrastructure billedCost"] ?? 0)
    #expect(billed == Decimal(string: "20.52022672899"))
    #expect(sums["models rows"].map { $0 + (sums["infrastructure rows"] ?? 0) } == 1000)
  }
}
