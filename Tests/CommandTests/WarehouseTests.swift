import Foundation
import TestSupport
import Testing

@Suite("a warehouse is asked what a log is asked, and its result is a log")
struct WarehouseTests {
  private static let traces = "\(Command.fixtures)/traces.jsonl"
  private static let result = "\(Command.fixtures)/warehouse-result.csv"

  private static func measure(_ words: String) throws -> Command {
    try Command(shell: "$unitecon measure \(words)")
  }

  @Test(
    "as committed",
    arguments: [
      ("query-duckdb.sql", "duckdb --by version --unit task"), ("query-spark.sql", "spark"),
      ("query-postgres.sql", "postgres --by week --from 2025-11-01 --to 2025-12-01"),
      ("query-clickhouse.sql", "clickhouse --by tenant"),
      ("query-langfuse.sql", "clickhouse --store langfuse"),
      ("query-signoz.sql", "clickhouse --store signoz"),
      ("query-bigquery.sql", "bigquery --table desk.us._Trace.Spans._AllSpans --by model"),
      ("query-databricks.sql", "databricks --table main.desk.traces --by agent"),
      ("query-span.sql", "duckdb --store span --table desk.spans"),
    ])
  func golden(name: String, words: String) throws {
    let run = try Self.measure("--sql \(words)")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, name)
  }

  @Test("a query goes into a file of its own ending")
  func file() throws {
    let scratch = try Scratch()
    let path = scratch.path("query.sql")
    let run = try Self.measure("--sql spark -o \(path)")
    #expect(run.status == 0 && run.output.isEmpty)
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written == (try Self.measure("--sql spark").output))
  }

  @Test(
    "its result has the figures of the traces, whole and told apart",
    arguments: ["", "--unit task", "--by version", "--by version --unit task"])
  func readBack(words: String) throws {
    let own = try Self.measure("\(Self.traces) \(words) --format csv").output
    let other = try Self.measure("\(Self.result) \(words) --format csv").output
    func told(_ text: String) -> [Substring] {
      text.split(separator: "\r\n").filter { row in
        ["outcome", "reason", "recorded", "calls", "tokens", "tool", "task", "time"].contains(
          row.split(separator: ",", omittingEmptySubsequences: false)[1])
      }
    }
    #expect(told(own) == told(other) && told(own).count > 30)
    let page = try Self.measure("\(Self.result) \(words)")
    #expect(page.status == 0 && page.output.contains("a query's result"))
    #expect(page.output.contains("1 line could not be read"))
  }

  @Test("two results add up, and say what does not")
  func several() throws {
    let twice = try Self.measure("\(Self.result) \(Self.result) --unit task").output
    #expect(twice.contains("24 runs measured"))
    #expect(twice.contains("percentiles of several results cannot be put together"))
    #expect(twice.contains("Tasks are not counted"))
    let with = try Self.measure("\(Self.result) \(Self.traces) --unit task").output
    #expect(with.contains("24 runs measured") && with.contains("Tasks are not counted"))
  }

  @Test(
    "what cannot be asked is refused with words",
    arguments: [
      ("--sql oracle", 64, "--sql"), ("--sql duckdb a.jsonl", 64, "reads no log here"),
      ("--sql duckdb --prices b.json", 64, "--prices is for logs that are read here"),
      ("--sql duckdb --map cost=x", 64, "--map is for logs"),
      ("--sql duckdb --strict", 64, "--strict is for logs"),
      ("--sql duckdb --store otel", 64, "duckdb is not asked about otel, but about otlp or span"),
      ("--sql bigquery", 64, "--table PROJECT.LOCATION._Trace.Spans._AllSpans"),
      ("--sql databricks", 64, "say which table"),
      ("--sql postgres --from yesterday", 64, "yesterday is no time"),
      ("--sql postgres --from 2026-02-01 --to 2026-01-01", 64, "no time lies between"),
      ("--sql spark --format csv", 64, "measure does not write csv; it writes sql"),
      ("--sql duckdb --task 1", 64, "--task is for logs"),
      ("RESULT --task 1", 2, "leave out --task"),
      ("RESULT --outcome done=success", 2, "leave out --outcome and --reason"),
      ("RESULT --helpdesk RESULT", 2, "leave out --helpdesk"),
      ("--before RESULT --after RESULT", 2, "leave out --into, --before and --after"),
      ("--sql postgres --store span --table Told", 64, "write the table with its schema"),
      ("RESULT --table x", 64, "--table is for a query"),
      ("RESULT --from 2026-01-01", 64, "--from is for a query"),
      ("RESULT --by model", 2, "it tells runs apart by version, and not by model"),
      ("RESULT --prices PRICES", 2, "leave out --prices"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let line = words.replacing("RESULT", with: Self.result).replacing(
      "PRICES", with: "\(Command.fixtures)/token-prices.json")
    let run = try Self.measure(line)
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(
    "no name of a table ends a quote",
    arguments: [
      "x'; DROP TABLE y; --", "a\"b", "a`b", "a;b", "a\\b", "", "a..b", "a\nb", "a/*b",
      "(SELECT 1)",
    ])
  func injections(name: String) throws {
    let scratch = try Scratch()
    let file = scratch.path("name")
    try Data(name.utf8).write(to: URL(filePath: file))
    for engine in ["postgres", "clickhouse", "bigquery --store span", "databricks"] {
      let run = try Self.measure("--sql \(engine) --table \"$(cat \(file))\"")
      #expect(run.status == 64 && run.output.isEmpty, "\(name) \(run.output.prefix(200))")
    }
    let path = try Self.measure("--sql duckdb --table \"$(cat \(file))x'\"")
    #expect(path.status == 64 && path.errors.contains("is no name of a file"))
  }

  @Test(
    "a result with a mistake is refused as a whole, and placed",
    arguments: [
      ("1,run", "1,walk", "line 10: kind is no kind of row"),
      ("1,run", "2,run", "line 10: unitecon_result is that of another version"),
      ("53064", "-4", "input_tokens is no count"),
      ("53064", "9000000000000000000", "input_tokens is no count"),
      ("53064", "3999999999999999999", "its sums are beyond what adds up"),
      ("3192", "4e2", "output_tokens is no count"), ("12288", "99999", "part is more than"),
      ("ambiguity", "boredom", "reason is no reason"),
      ("time_ns,", "", "without its column time_ns"),
      ("0.000000000000", "free", "recorded_cost is no amount"),
      ("680000000\n", "680000000,0\n", "fields, and"),
    ])
  func broken(old: String, new: String, message: String) throws {
    let scratch = try Scratch()
    let path = scratch.path("result.csv")
    let text = try String(contentsOfFile: Self.result, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: path))
    let run = try Self.measure(path)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(message), "\(run.errors)")
  }
}
