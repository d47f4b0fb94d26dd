/// One query that reckons from a warehouse's own traces what ``RunMeasurement`` reckons from a log.
///
/// It is text alone: who runs it, and where, is the user's. Its result is a file of ``ResultColumn``
/// that is read back as a log.
public struct MeasureQuery {
  /// Runs that begin within it; either end may be open.
  public struct Bounds: Sendable {
    var first: Int64?
    var end: Int64?

    /// - Parameters:
    ///   - from: the moment, or the day, that the first of them begins at.
    ///   - to: the moment before which all begin.
    public init(from: String?, to: String?) throws(Failure) {
      first = try Self.moment(from)
      end = try Self.moment(to)
      if let first, let end, first >= end { throw .noTimeBetween(from ?? "", to ?? "") }
    }

    private static func moment(_ text: String?) throws(Failure) -> Int64? {
      guard let text else { return nil }
      guard let time = Timestamp(text) else { throw .badTime(text) }
      return time.nanoseconds
    }
  }

  /// Why there is no such query.
  public enum Failure: Error, Hashable {
    case badTable(String, isFile: Bool)
    case needsTable(SpanStore)
    case badTime(String)
    case noTimeBetween(String, String)
    case noStore(SpanStore)
    case partOfQuery(String)
  }

  /// What the parts of a query are called.
  static let parts: Set<String> = [
    "line", "document", "resource", "scope", "written", "mapped", "ended_trace", "step", "told",
    "counted", "whole", "judged", "numbered", "kept", "family", "climbed", "reached", "above",
    "marked", "charged", "placed", "gathered", "run", "grouped", "run_rows", "task", "task_rows",
    "tool_call", "ranked", "tool_rows", "step_count", "row_count", "item_count", "read_rows",
  ]

  let warehouse: Warehouse
  let table: TableName
  let view: SpanView
  let grouping: RunGroup?
  let joinsTasks: Bool
  let bounds: Bounds

  /// - Parameters:
  ///   - store: how the table is laid out; the warehouse's usual one where nothing is said.
  ///   - table: its name, or a file's where the warehouse reads files; the store's usual one otherwise.
  public init(
    _ warehouse: Warehouse, _ store: SpanStore?, table: String?, bounds: Bounds,
    _ settings: MeasureSettings
  ) throws(Failure) {
    let store = store ?? warehouse.stores[0]
    guard warehouse.stores.contains(store) else { throw .noStore(store) }
    self.warehouse = warehouse
    self.table = try TableName(table, warehouse, store)
    view = SpanView.view(of: self.table)
    self.bounds = bounds
    grouping = settings.grouping
    joinsTasks = settings.joinsTasks
  }

  /// Steps without usage of their own that lie between one that has some and one above it, at most.
  ///
  /// Engines end a recursion of a hundred rounds.
  public static let deepest = 90

  /// The query.
  ///
  /// - Parameter program: what made it, by name and version.
  public func text(program: String) -> String {
    let parts =
      view.before + [view.text] + steps + [usage] + runs + groups + [results]
    return heading(program) + "WITH\(isRecursive ? " RECURSIVE" : "")\n"
      + parts.joined(separator: ",\n") + "\n"
      + lastSelect + warehouse.ending + ";\n"
  }

  private func heading(_ program: String) -> String {
    var lines = [
      "What runs cost and how they ended, for \(warehouse.rawValue), made by \(program).",
      "It reads \(table.plain): \(table.store.meaning).",
      "Its result, a CSV file with a heading, is read back by: unitecon measure result.csv"
        + (grouping.map { " --by \($0.rawValue)" } ?? "") + (joinsTasks ? " --unit task" : ""),
      "  \(warehouse.taking)",
    ]
    if let grouping { lines.append("Runs are told apart by \(grouping.rawValue).") }
    if bounds.first != nil || bounds.end != nil {
      lines.append("Only runs are read whose first step begins within the bounds given.")
    }
    lines += notes
    return lines.map { "-- \($0)\n" }.joined()
  }

  /// What a reader must know of an engine or a store.
  private var notes: [String] {
    var notes: [String] = []
    if warehouse == .postgres, table.store == .otlp {
      notes.append("The table has one column, line jsonb, an object of OTLP a row.")
    }
    switch table.store {
    case .cloudtrace: notes.append("Events are not read: outcomes are those of task.outcome.")
    case .gateway: notes.append("Events are not read: outcomes are those of task.outcome.")
    case .span:
      let columns = SpanView.Column.allCases.map(\.rawValue)
      notes += [
        "Its columns: \(columns[..<13].joined(separator: ", ")),",
        "  \(columns[13...].joined(separator: ", ")).",
        "Input includes what is cached, output reasoning; what is not told is NULL.",
      ]
    default: break
    }
    return notes
  }
}
