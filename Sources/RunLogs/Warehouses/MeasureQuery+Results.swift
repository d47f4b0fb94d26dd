extension MeasureQuery {
  private typealias Column = ResultColumn

  /// The rows of the result, kind by kind.
  var results: String {
    let parts = [runRows] + (joinsTasks ? [taskRows] : []) + [toolRows, readRows]
    return parts.joined(separator: ",\n")
  }

  /// Everything as one table, in an order that is the same every time where the engine can.
  var lastSelect: String {
    let names = ["run_rows"] + (joinsTasks ? ["task_rows"] : []) + ["tool_rows", "read_rows"]
    let all = names.map { "  SELECT * FROM \($0)" }.joined(separator: "\n  UNION ALL\n")
    let columns = ResultColumn.allCases.map { column in
      let value = "o.\(column.rawValue)"
      return "  \(column.isCount ? "CAST(\(value) AS BIGINT)" : value) AS \(column.rawValue)"
    }
    return """
      SELECT
      \(columns.joined(separator: ",\n"))
      FROM (
      \(all)
      ) o\(warehouse.order(by: "o.kind, o.by_what, o.group_name, o.item, o.outcome, o.reason"))
      """
  }

  /// All columns of the result, of which some are said.
  private func columns(_ kind: ResultColumn.Kind, _ said: [Column: String]) -> String {
    Column.allCases.map { column in
      let value: String
      switch column {
      case .version: value = "\(Column.layout)"
      case .kind: value = "'\(kind.rawValue)'"
      case .recordedCost: value = said[column] ?? "CAST(0 AS \(warehouse.exact(12)))"
      case .time: value = said[column] ?? "CAST(0 AS \(warehouse.exact(0)))"
      default: value = said[column] ?? column.nothing
      }
      return "    \(value) AS \(column.rawValue)"
    }.joined(separator: ",\n")
  }

  private var runRows: String {
    func sum(_ name: String) -> String { "SUM(g.\(name))" }
    let reason = "CASE WHEN g.outcome IN ('escalated', 'failed') THEN g.why ELSE '' END"
    let said: [Column: String] = [
      .byWhat: "g.by_what", .group: "g.group_name", .outcome: "g.outcome", .reason: reason,
      .howMany: "COUNT(*)", .calls: sum("calls"), .unrecordedCalls: sum("unrecorded_calls"),
      .uncountedCalls: sum("uncounted_calls"), .input: sum("in_tok"),
      .cacheRead: sum("cached_tok"), .cacheWrite: sum("cache_write_tok"),
      .cacheWrite1h: sum("cache_write_1h_tok"), .output: sum("out_tok"),
      .reasoning: sum("reasoning_tok"),
      .recordedCost: "COALESCE(SUM(g.recorded_cost), CAST(0 AS \(warehouse.exact(12))))",
      .recordedRuns: "COUNT(g.recorded_cost)", .toolCalls: sum("tool_calls"),
      .toolErrors: sum("tool_errors"), .timed: "COUNT(g.runtime)",
      .time: "COALESCE(SUM(CAST(g.runtime AS \(warehouse.exact(0)))), "
        + "CAST(0 AS \(warehouse.exact(0))))",
    ]
    return """
      run_rows AS (
        SELECT
      \(columns(.run, said))
        FROM grouped g
        GROUP BY g.by_what, g.group_name, g.outcome, \(reason)
      )
      """
  }

  /// Runs of one conversation are at one task, and the best of them counts.
  private var taskRows: String {
    """
    task AS (
      SELECT
        g.by_what AS by_what,
        g.group_name AS group_name,
        COALESCE(g.conversation, g.trace) AS name,
        MIN(CASE g.outcome WHEN 'success' THEN 1 WHEN 'escalated' THEN 2 WHEN 'failed' THEN 3
          ELSE 4 END) AS best
      FROM grouped g
      GROUP BY g.by_what, g.group_name, COALESCE(g.conversation, g.trace)
    ),
    task_rows AS (
      SELECT
    \(columns(
      .task,
      [
        .byWhat: "t.by_what", .group: "t.group_name", .howMany: "COUNT(*)",
        .outcome:
          "CASE t.best WHEN 1 THEN 'success' WHEN 2 THEN 'escalated' WHEN 3 THEN 'failed' ELSE '' END",
      ]))
      FROM task t
      GROUP BY t.by_what, t.group_name, t.best
    )
    """
  }

  /// Tools with the least times that half, and 95 of 100, of their calls do not exceed.
  private var toolRows: String {
    let group = groupName(
      { "MAX(CASE WHEN p.id = p.\($0)_at THEN p.\($0) END) OVER (PARTITION BY p.trace)" },
      began: "MIN(p.began) OVER (PARTITION BY p.trace)")
    return """
      tool_call AS (
        SELECT
          s.by_what AS by_what,
          CASE WHEN s.by_what = '' THEN '' ELSE t.own_group END AS group_name,
          t.item AS item,
          t.is_error AS is_error,
          t.is_timeout AS is_timeout,
          t.duration AS duration
        FROM (
          SELECT
            p.kind AS kind,
            COALESCE(p.tool, '') AS item,
            p.is_error AS is_error,
            p.is_timeout AS is_timeout,
            p.ended - p.began AS duration,
            COALESCE(\(group), '') AS own_group
          FROM placed p) t
        CROSS JOIN (\(scopes)) s
        WHERE t.kind = 'tool'
      ),
      ranked AS (
        SELECT
          t.*,
          ROW_NUMBER() OVER (
            PARTITION BY t.by_what, t.group_name, t.item, CASE WHEN t.duration IS NULL THEN 0 ELSE 1 END
            ORDER BY t.duration) AS place,
          COUNT(t.duration) OVER (PARTITION BY t.by_what, t.group_name, t.item) AS timed
        FROM tool_call t
      ),
      tool_rows AS (
        SELECT
      \(columns(
      .tool,
      [
        .byWhat: "t.by_what", .group: "t.group_name", .item: "t.item", .toolCalls: "COUNT(*)",
        .toolErrors: "SUM(t.is_error)", .toolTimeouts: "SUM(t.is_timeout)",
        .timed: "COUNT(t.duration)",
        .p50: "COALESCE(MIN(CASE WHEN 100 * t.place >= 50 * t.timed THEN t.duration END), 0)",
        .p95: "COALESCE(MIN(CASE WHEN 100 * t.place >= 95 * t.timed THEN t.duration END), 0)",
      ]))
        FROM ranked t
        GROUP BY t.by_what, t.group_name, t.item
      )
      """
  }

  /// What was read, and what was passed over.
  private var readRows: String {
    func sum(_ condition: String, _ name: Column.Item) -> String {
      "COALESCE(SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END), 0) AS \(name.column)"
    }
    let cases = Column.Item.allCases.map { item in
      let more = item == .unread && view.unread != nil ? " + l.how_many" : ""
      return "      WHEN '\(item.rawValue)' THEN \(item.isOfRows ? "r" : "s").\(item.column)\(more)"
    }
    let items = Column.Item.allCases.map { "SELECT '\($0.rawValue)' AS item" }
    let lines = view.unread.map { "\n  CROSS JOIN (\($0)) l" } ?? ""
    return """
      step_count AS (
        SELECT
          COUNT(DISTINCT c.trace) AS \(Column.Item.traces.column),
          \(sum("c.fate = 'repeated'", .repeatedResponses)),
          \(sum("c.fate = 'above'", .usageAboveUsage)),
          \(sum("c.is_orphan = 1", .orphans)),
          \(sum("c.is_deep = 1", .deep))
        FROM charged c
      ),
      row_count AS (
        SELECT
          \(sum("n.is_read = 1\(within("n"))", .spans)),
          \(sum("n.is_read = 1 AND n.copy_number > 1\(within("n"))", .repeatedSpans)),
          \(sum("n.is_read = 0", .unread))
        FROM numbered n
      ),
      item_count AS (
        SELECT
          i.item AS item,
          CASE i.item
      \(cases.joined(separator: "\n"))
            END AS how_many
        FROM step_count s
        CROSS JOIN row_count r\(lines)
        CROSS JOIN (
          \(items.joined(separator: " UNION ALL\n    "))) i
      ),
      read_rows AS (
        SELECT
      \(columns(.read, [.item: "i.item", .howMany: "i.how_many"]))
        FROM item_count i
      )
      """
  }
}
