import Foundation
import TestSupport
import Testing

@Suite(
  "Months as they happen are pages and tables a person would enjoy reading, or refused in words")
struct MonthTests {
  private static let small = "\(Command.fixtures)/small-customers.json5"

  @Test(
    "each page is as committed",
    arguments: [
      ("month.txt", "\(Self.small) --month --draws 4000 --seed 5 --width 100"),
      ("month-80.txt", "\(Command.desk) --month --draws 2000 --under slowTools --width 80"),
      ("month.md", "\(Command.queue) --month --draws 500 --format md"),
      ("month.csv", "\(Command.desk) --month --draws 1000 --seed 7 --format csv"),
      ("month.json", "\(Self.small) --month --draws 1000 --format json"),
    ])
  func golden(name: String, words: String) throws {
    let command = try Command(shell: "$unitecon simulate \(words)")
    #expect(command.errors.isEmpty)
    try expectGolden(command.output, name)
  }

  @Test("samples are the months of one customer, a row each, and the page stays as it is")
  func samples() throws {
    let scratch = try Scratch()
    let line = "$unitecon simulate \(Self.small) --month --draws 20"
    let command = try Command(shell: "\(line) --samples \(scratch.path("months.csv"))")
    #expect(command.errors.isEmpty)
    #expect(try command.output == Command(shell: line).output)
    let text = try String(contentsOfFile: scratch.path("months.csv"), encoding: .utf8)
    try expectGolden(text, "month-samples.csv")
  }

  @Test("the same seed gives the same bytes on one core and on all, another seed others")
  func seeds() throws {
    let line = "$unitecon simulate \(Self.small) --month --draws 3000 --format json"
    let first = try Command(shell: line).output
    #expect(try Command(shell: "\(line) --seed 1").output == first)
    #expect(try Command(shell: "\(line) --seed 2").output != first)
    // Where one core is all that the program may have.
    let alone = try Command(shell: "$(command -v taskset >/dev/null && echo taskset 1) \(line)")
    #expect(alone.output == first)
  }

  @Test(
    "64 where a flag is for uncertain inputs, or draws are none",
    arguments: [
      ("--precision 1%", "--precision is for draws of uncertain inputs"),
      ("--sampling latin", "--month draws what happens while every input is as stated"),
      ("--quantiles exact", "--quantiles is for"), ("--figure tsr", "leave one of both out"),
      ("--shard 1/2", "--shard is for"), ("--draws 1", "from 2 to 5,000,000"),
      ("--seed x", "x is no seed"),
    ])
  func usage(flags: String, words: String) throws {
    let command = try Command(shell: "$unitecon simulate \(Self.small) --month \(flags)")
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    #expect(command.errors.contains(words), "\(command.errors)")
  }

  @Test(
    "a figure that no draw has a value of is left out, and nothing ends",
    arguments: ["--month --draws 100", "--draws 500"], ["txt", "md", "csv", "json"])
  func noValue(draws: String, format: String) throws {
    let nothing = "--set 'volume.segments.*.tasksPerCustomer=0 / month'"
    let free = "--set 'plans.*.platformFee=$0 / month' --set 'plans.growth.minimum=$0 / month'"
    let command = try Command(
      shell: "$unitecon simulate \(Command.example) \(draws) \(nothing) \(free) --format \(format)")
    #expect(command.status <= 1 && command.errors.isEmpty)
    #expect(!command.output.contains(/\b(nan|inf)\b/))
  }

  @Test("2 where no month can be drawn, and why")
  func gap() throws {
    let scratch = try Scratch()
    let base = Command.root.appending(path: Command.desk).path
    let text = """
      { extends: "\(base)", stresses: { upsideDown: { "tools.crm.latency.p95": "= 0.1 s" } } }
      """
    try Data(text.utf8).write(to: scratch.folder.appending(path: "own.json5"))
    let command = try Command(
      shell: "$unitecon simulate \(scratch.path("own.json5")) --month --under upsideDown")
    #expect(command.status == 2 && command.output.isEmpty)
    #expect(command.errors.contains("tsr has no value, so no month can be drawn"))
    #expect(command.errors.contains("tools.crm.latency.p95 is below tools.crm.latency.p50"))
  }

  @Test(
    "very many customers are too many for whole months, no plan and no task are said as they are")
  func ends() throws {
    let line = "$unitecon simulate \(Command.desk) --month --draws 200"
    let many = try Command(
      shell: "\(line) --width 900 --set volume.segments.all.customers=1e6"
    ).output
    #expect(many.contains("A month has 1,000,000 customers, too many to draw whole months of"))
    #expect(many.contains("Revenue on growth is") && !many.contains("whole months are drawn"))
    let fewer = try Command(
      shell: "\(line) --width 900 --set volume.segments.all.customers=2e4"
    ).output
    #expect(fewer.contains("With --draws 200000 whole months are drawn too."))
    let unsold = try Command(
      shell: "\(line) --set plans=null --set plan=null --set checks=null")
    #expect(unsold.output.contains("A customer of all costs"), "\(unsold.errors)")
    let idle = try Command(
      shell: "\(line) --set 'volume.segments.all.tasksPerCustomer=0 / month' --set checks=null")
    #expect(idle.errors.isEmpty && idle.output.contains("has no value in 100.0% of months"))
  }

  @Test("1 where a check fails in more than half of the whole months")
  func failing() throws {
    let line = "$unitecon simulate \(Command.desk) --month --draws 200"
    #expect(try Command(shell: line).status == 0)
    #expect(try Command(shell: "\(line) --set checks.margin.min=90%").status == 1)
  }
}
