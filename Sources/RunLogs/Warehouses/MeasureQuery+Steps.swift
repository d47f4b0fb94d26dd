extension MeasureQuery {
  /// The counts of a step by their columns in the view, and what they are called from here on.
  static let counts: [(SpanView.Column, name: String)] = [
    (.input, "in_tok"), (.cacheRead, "cached_tok"), (.cacheWrite, "cache_write_tok"),
    (.cacheWrite1h, "cache_write_1h_tok"), (.output, "out_tok"), (.reasoning, "reasoning_tok"),
  ]

  private static let names: [(SpanView.Column, name: String)] = [
    (.model, "model"), (.tool, "tool"), (.response, "response"), (.agent, "agent"),
    (.version, "version"), (.tenant, "tenant"), (.conversation, "conversation"),
  ]

  /// Steps as they are told, then as they are understood, then each once.
  var steps: [String] { [told, counted, whole, judged, numbered, kept] }

  /// What stands in the view, in small letters and without empty texts.
  private var told: String {
    let texts = (Self.counts.map { ($0.0.rawValue, "\($0.name)_text") } + [("cost", "cost_text")])
      .map { "    NULLIF(\(warehouse.text("s.\($0)")), '') AS \($1)" }
    let names = Self.names.map { "    NULLIF(s.\($0.0.rawValue), '') AS \($0.name)" }
    return """
      told AS \(warehouse.kept)(
        SELECT
          LOWER(s.trace_id) AS trace,
          LOWER(s.span_id) AS id,
          NULLIF(NULLIF(LOWER(s.parent_id), ''), '0000000000000000') AS parent,
          NULLIF(s.start_ns, 0) AS began,
          NULLIF(s.end_ns, 0) AS ended,
          CASE WHEN s.status_error OR NULLIF(s.error_type, '') IS NOT NULL THEN 1 ELSE 0 END AS is_error,
          CASE WHEN LOWER(s.error_type) LIKE '%timeout%' THEN 1 ELSE 0 END AS is_timeout,
          CASE WHEN REPLACE(s.finish_reasons, 'content_filter', '') <> s.finish_reasons
            THEN 1 ELSE 0 END AS is_filtered,
          \(words("s.op", SpanField.kindWords.map { ("\($0.0)", $0.1) }, "told_kind")),
          \(words("s.outcome", Outcome.allCases.map { ($0.rawValue, $0.words) }, "outcome")),
          \(words(Self.bare("s.reason"), FailureReason.allCases.map { ($0.rawValue, $0.words) }, "reason")),
      \((names + texts).joined(separator: ",\n"))
        FROM step s
      )
      """
  }

  /// What a word stands for, by a table of words.
  private func words(_ value: String, _ table: [(String, [String])], _ name: String) -> String {
    let small = value.hasPrefix("REPLACE") ? value : "LOWER(\(value))"
    let cases = table.filter { !$0.1.isEmpty }.map { meaning, words in
      "      WHEN \(small) IN (\n        \(SpanView.list(words, indent: 8))) THEN '\(meaning)'"
    }
    return "CASE\n" + cases.joined(separator: "\n") + "\n      END AS \(name)"
  }

  /// A word without its case and the signs that are written in words.
  private static func bare(_ value: String) -> String {
    ["_", "-", " ", "."].reduce("LOWER(\(value))") { "REPLACE(\($0), '\($1)', '')" }
  }

  /// Texts as numbers.
  private var counted: String {
    let numbers = Self.counts.map {
      "    \(warehouse.number("t.\($0.name)_text")) AS \($0.name)_number"
    }
    return """
      counted AS (
        SELECT
          t.*,
      \(numbers.joined(separator: ",\n")),
          \(warehouse.money("t.cost_text")) AS cost_amount
        FROM told t\(warehouse.once("WHERE"))
      )
      """
  }

  /// Numbers as counts, where they are whole and none that no log has.
  private var whole: String {
    let counts = Self.counts.map { _, name in
      """
          CASE WHEN c.\(name)_number >= 0 AND c.\(name)_number <= \(mostCounted)
            AND FLOOR(c.\(name)_number) = c.\(name)_number
            THEN CAST(c.\(name)_number AS BIGINT) END AS \(name)
      """
    }
    return """
      whole AS \(warehouse.kept)(
        SELECT
          c.*,
      \(counts.joined(separator: ",\n")),
          CASE WHEN c.cost_amount > -\(mostCounted) AND c.cost_amount < \(mostCounted)
            THEN c.cost_amount END AS cost
        FROM counted c
      )
      """
  }

  /// Whether a step can be read at all, and whether it has usage.
  private var judged: String {
    let unread = (Self.counts.map { ("\($0.name)_text", $0.name) } + [("cost_text", "cost")])
      .map { "      WHEN w.\($0) IS NOT NULL AND w.\($1) IS NULL THEN 0" }
    func sum(_ names: String...) -> String {
      names.map { "COALESCE(w.\($0), 0)" }.joined(separator: " + ")
    }
    return """
      judged AS (
        SELECT
          w.*,
          CASE
            WHEN NULLIF(w.trace, '') IS NULL OR NULLIF(w.id, '') IS NULL THEN 0
      \(unread.joined(separator: "\n"))
            WHEN \(sum("cached_tok", "cache_write_tok", "cache_write_1h_tok"))
              > \(sum("in_tok")) THEN 0
            WHEN \(sum("reasoning_tok")) > \(sum("out_tok")) THEN 0
            WHEN w.ended < w.began THEN 0
            ELSE 1 END AS is_read,
          CASE WHEN COALESCE(\(Self.counts.map { "w.\($0.name)" }.joined(separator: ", "))) IS NOT NULL
            OR w.cost <> 0 THEN 1 ELSE 0 END AS has_usage
        FROM whole w
      )
      """
  }

  /// Steps that came more than once are numbered: exporters try again.
  private var numbered: String {
    """
    numbered AS (
      SELECT
        j.*,
        CASE
          WHEN j.told_kind IS NOT NULL THEN j.told_kind
          WHEN j.tool IS NOT NULL THEN 'tool'
          WHEN j.has_usage = 1 THEN 'inference'
          ELSE 'other' END AS kind,
        ROW_NUMBER() OVER (
          PARTITION BY j.trace, j.id, j.is_read
          ORDER BY j.began, j.ended, j.in_tok, j.out_tok, j.cost) AS copy_number,
        MIN(j.began) OVER (PARTITION BY j.trace, j.is_read) AS run_began
      FROM judged j\(warehouse.once("WHERE"))
    )
    """
  }

  private var kept: String {
    """
    kept AS (
      SELECT
    \(Self.carried("n"))
      FROM numbered n
      WHERE n.is_read = 1 AND n.copy_number = 1\(within("n"))\(warehouse.once("AND"))
    )
    """
  }

  /// What goes on of a step, each by its name: of joined tables engines call it otherwise.
  static func carried(_ alias: String) -> String {
    let own = [
      "trace", "id", "parent", "began", "ended", "is_error", "is_timeout", "is_filtered", "kind",
      "has_usage", "outcome", "reason", "cost",
    ]
    return (own + names.map(\.name) + counts.map(\.name)).map { "    \(alias).\($0) AS \($0)" }
      .joined(separator: ",\n")
  }

  /// What holds for steps of runs within the bounds, behind another condition.
  func within(_ alias: String) -> String {
    (bounds.first.map { " AND \(alias).run_began >= \($0)" } ?? "")
      + (bounds.end.map { " AND \(alias).run_began < \($0)" } ?? "")
  }
}
