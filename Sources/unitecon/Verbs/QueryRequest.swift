import Reporting
import RunLogs

/// What `measure --sql` asks a warehouse.
struct QueryRequest {
  private let query: MeasureQuery

  /// What holds for logs that are read here alone.
  private static let ofLogs = [
    Flags.task, Flags.content, Flags.map, Flags.outcome, Flags.reason, Flags.columns,
    Flags.logPrices, Flags.service, Flags.region, Flags.on, Flags.strict, Flags.helpdesk,
    Flags.approvals, Flags.rate,
    Flags.bill, Flags.billOnly, Flags.into, Flags.match, Flags.before, Flags.after,
    Flags.scenario, Flags.excel, Flags.delimiter, Flags.decimal,
  ]
  private static let ofQueries = [Flags.store, Flags.table, Flags.since, Flags.until]

  /// - Returns: nil where no query is asked for.
  init?(_ invocation: Invocation) throws(UsageError) {
    guard let warehouse = invocation[Flags.sql].flatMap(Warehouse.init(rawValue:)) else {
      if let flag = Self.ofQueries.first(where: invocation.has) {
        throw UsageError(Wording.onlyWithQuery(flag), verb: invocation.verb)
      }
      return nil
    }
    if let flag = Self.ofLogs.first(where: invocation.has) {
      throw UsageError(Wording.notWithQuery(flag), verb: invocation.verb)
    }
    guard invocation.operands.isEmpty else {
      throw UsageError(Wording.queryReadsNoLog, verb: invocation.verb)
    }
    var settings = MeasureSettings()
    settings.grouping = invocation[Flags.byRuns].flatMap(RunGroup.init(rawValue:))
    settings.joinsTasks = invocation[Flags.unit] == "task"
    do throws(MeasureQuery.Failure) {
      query = try MeasureQuery(
        warehouse, invocation[Flags.store].flatMap(SpanStore.init(rawValue:)),
        table: invocation[Flags.table],
        bounds: MeasureQuery.Bounds(from: invocation[Flags.since], to: invocation[Flags.until]),
        settings)
    } catch {
      throw UsageError(Wording.cannotAsk(warehouse, error), verb: invocation.verb)
    }
  }

  func write(_ invocation: Invocation) throws {
    let destination = try Destination(invocation, only: .sql)
    try destination.write(page: query.text(program: "\(Program.this.name) \(Program.this.version)"))
  }
}
