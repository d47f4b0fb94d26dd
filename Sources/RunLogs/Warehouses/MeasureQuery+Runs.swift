extension MeasureQuery {
  /// Steps put together to runs.
  var runs: [String] { [placed, gathered, run] }

  /// Where in each run something is told first, in the order of the identities of steps.
  private var placed: String {
    let firsts: [(String, String)] = [
      ("agent", "c.agent IS NOT NULL"), ("version", "c.version IS NOT NULL"),
      ("tenant", "c.tenant IS NOT NULL"), ("conversation", "c.conversation IS NOT NULL"),
      ("model", "c.fate = 'counted' AND c.model IS NOT NULL"),
      ("reason", "c.reason IS NOT NULL"),
      ("root_outcome", "c.parent IS NULL AND c.outcome IS NOT NULL"),
      ("outcome", "c.outcome IS NOT NULL"),
    ]
    let columns = firsts.map { name, condition in
      "    MIN(CASE WHEN \(condition) THEN c.id END) OVER (PARTITION BY c.trace) AS \(name)_at"
    }
    return "placed AS (\n  SELECT\n    c.*,\n" + columns.joined(separator: ",\n")
      + "\n  FROM charged c\n)"
  }

  private var gathered: String {
    let tokens = Self.counts.map { _, name in
      "    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.\(name), 0) ELSE 0 END) AS \(name)"
    }
    let names = ["agent", "version", "tenant", "conversation", "model", "reason"].map { name in
      "    MAX(CASE WHEN p.id = p.\(name)_at THEN p.\(name) END) AS \(name)"
    }
    func any(_ condition: String, _ name: String) -> String {
      "    MAX(CASE WHEN \(condition) THEN 1 ELSE 0 END) AS \(name)"
    }
    let signs = [
      any("p.parent IS NULL AND p.is_error = 1", "root_failed"),
      any("p.is_filtered = 1 OR p.kind = 'guardrail' AND p.is_error = 1", "was_blocked"),
      any("p.kind = 'tool' AND p.is_error = 1", "tool_failed"),
      any("p.kind = 'inference' AND p.is_error = 1", "model_failed"),
    ]
    func count(_ condition: String, _ name: String) -> String {
      "    SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END) AS \(name)"
    }
    let counts = [
      count("p.fate IN ('counted', 'uncounted')", "calls"),
      count("p.fate = 'counted' AND p.cost IS NULL", "unrecorded_calls"),
      count("p.fate = 'uncounted'", "uncounted_calls"), count("p.kind = 'tool'", "tool_calls"),
      count("p.kind = 'tool' AND p.is_error = 1", "tool_errors"),
    ]
    let outcome =
      "    MAX(CASE WHEN p.id = COALESCE(p.root_outcome_at, p.outcome_at) THEN p.outcome END) AS told_outcome"
    return """
      gathered AS (
        SELECT
          p.trace AS trace,
          MIN(p.began) AS began,
          MAX(p.ended) AS ended,
          SUM(CASE WHEN p.fate = 'counted' THEN p.cost END) AS recorded_cost,
      \((tokens + counts + names + signs + [outcome]).joined(separator: ",\n"))
        FROM placed p
        GROUP BY p.trace
      )
      """
  }

  /// How each ended and why, by the rules of the reader of logs, in its order.
  private var run: String {
    """
    run AS (
      SELECT
        g.*,
        CASE WHEN g.ended >= g.began THEN g.ended - g.began END AS runtime,
        COALESCE(g.told_outcome, CASE WHEN g.root_failed = 1 THEN 'failed' ELSE '' END) AS outcome,
        COALESCE(g.reason, CASE
          WHEN g.was_blocked = 1 THEN '\(FailureReason.policyBlocked.rawValue)'
          WHEN g.tool_failed = 1 THEN '\(FailureReason.toolOutage.rawValue)'
          WHEN g.model_failed = 1 THEN '\(FailureReason.modelError.rawValue)'
          ELSE '\(FailureReason.unexplained.rawValue)' END) AS why,
        COALESCE(\(groupName({ "g.\($0)" }, began: "g.began")), '') AS own_group
      FROM gathered g
    )
    """
  }

  /// What runs are told apart by; the Monday of the week in which one began.
  ///
  /// - Parameters:
  ///   - name: how a name that a run has is got.
  ///   - began: how the moment is got at which it began.
  func groupName(_ name: (String) -> String, began: String) -> String {
    switch grouping {
    case nil: return "''"
    case .model, .agent, .version, .tenant: return name(grouping?.rawValue ?? "")
    case .week:
      let day = "86400000000000"
      let number = "CAST(ROUND((\(began) - MOD(\(began), \(day))) / \(day)) AS BIGINT)"
      return warehouse.date("(\(number) - MOD(\(number) + 3, 7))")
    }
  }

  /// What is asked: of all runs and, where they are told apart, of groups of them.
  var scopes: String {
    grouping.map {
      "SELECT '' AS by_what UNION ALL SELECT '\($0.rawValue)' AS by_what"
    } ?? "SELECT '' AS by_what"
  }

  /// Every run once for all of them and, where they are told apart, once for its group.
  var groups: [String] {
    return [
      """
      grouped AS (
        SELECT
          r.*,
          s.by_what AS by_what,
          CASE WHEN s.by_what = '' THEN '' ELSE r.own_group END AS group_name
        FROM run r
        CROSS JOIN (\(scopes)) s\(warehouse.once("WHERE"))
      )
      """
    ]
  }
}
