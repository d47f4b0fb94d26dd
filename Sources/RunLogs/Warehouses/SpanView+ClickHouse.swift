extension SpanView {
  /// What the collector's exporter writes: attributes in maps of text, '' where one is missing.
  ///
  /// - Source: opentelemetry-collector-contrib, clickhouseexporter, traces_table.sql.
  static func otel(_ table: TableName) -> SpanView {
    SpanView(
      source: "\(table.quoted) s",
      columns: [
        .trace: "s.TraceId", .span: "s.SpanId", .parent: "s.ParentSpanId",
        .start: "toUnixTimestamp64Nano(s.Timestamp)",
        .end: "toUnixTimestamp64Nano(s.Timestamp) + toInt64(s.Duration)",
        .isError: "LOWER(s.StatusCode) IN ('error', 'status_code_error')",
      ],
      attribute: { "NULLIF(s.SpanAttributes['\($0)'], '')" },
      resource: { "NULLIF(s.ResourceAttributes['\($0)'], '')" },
      evaluation: lastWord(
        """
        arrayMap(
                (name, told) -> if(name = 'gen_ai.evaluation.result', COALESCE(
                  NULLIF(told['gen_ai.evaluation.score.label'], ''),
                  told['gen_ai.evaluation.score.value']), ''),
                s.`Events.Name`, s.`Events.Attributes`)
        """))
  }

  /// SigNoz's index: texts, numbers and truths in maps of their own, events as JSON.
  ///
  /// - Source: SigNoz, traces_migrations.go, and the exporter's structure of an event.
  static func signoz(_ table: TableName) -> SpanView {
    SpanView(
      source: "\(table.quoted) s",
      columns: [
        .trace: "toString(s.trace_id)", .span: "s.span_id", .parent: "s.parent_span_id",
        .start: "toUnixTimestamp64Nano(s.timestamp)",
        .end: "toUnixTimestamp64Nano(s.timestamp) + toInt64(s.duration_nano)",
        .isError: "s.has_error",
      ],
      attribute: { "NULLIF(s.attributes_string['\($0)'], '')" },
      number: { name in
        [
          "if(mapContains(s.attributes_number, '\(name)'), "
            + "toString(s.attributes_number['\(name)']), NULL)",
          "NULLIF(s.attributes_string['\(name)'], '')",
        ]
      },
      resource: { "NULLIF(s.resources_string['\($0)'], '')" },
      evaluation: lastWord(
        """
        arrayMap(
                told -> if(JSONExtractString(told, 'name') = 'gen_ai.evaluation.result', COALESCE(
                  NULLIF(JSONExtractString(told, 'attributeMap', 'gen_ai.evaluation.score.label'), ''),
                  replaceAll(JSONExtractRaw(
                    told, 'attributeMap', 'gen_ai.evaluation.score.value'), '"', '')), ''),
                s.events)
        """))
  }

  /// The last of some words that says how a task ended.
  private static func lastWord(_ words: String) -> String {
    """
    NULLIF(arrayElement(arrayFilter(
            word -> LOWER(word) IN (
            \(outcomeWords)),
            \(words)), -1), '')
    """
  }

  /// Langfuse: usage leaves the cache out of input and reasoning out of output, and is brought to one
  /// convention; scores say how a task ended.
  ///
  /// - Source: Langfuse's migrations of `observations`, `scores` and `traces`.
  static func langfuse(_ table: TableName) -> SpanView {
    func count(_ names: String...) -> String {
      let values = names.map { "s.usage_details['\($0)']" }
      return "toInt64("
        + (values.count > 1 ? "greatest(\(values.joined(separator: ", ")))" : values[0])
        + ")"
    }
    let read = count(
      "input_cache_read", "input_cached_tokens", "cache_read_input_tokens",
      "prompt_details.cache_read")
    let write = count(
      "input_cache_creation", "input_cache_creation_5m", "cache_creation_input_tokens")
    let longWrite = count("input_cache_creation_1h")
    let reasoning = count("output_reasoning", "output_reasoning_tokens")
    func told(_ value: String) -> String { "NULLIF(\(value), 0)" }
    return SpanView(
      before: [scores(table)],
      source: """
        \(table.quoted) s FINAL
          LEFT JOIN ended_trace e ON e.trace_id = s.trace_id
          LEFT JOIN \(table.sibling("traces")) t FINAL ON t.id = s.trace_id
          WHERE s.is_deleted = 0
        """,
      columns: [
        .trace: "s.trace_id", .span: "s.id", .parent: "s.parent_observation_id",
        .start: "toUnixTimestamp64Milli(s.start_time) * 1000000",
        .end: "toUnixTimestamp64Milli(s.end_time) * 1000000",
        .isError: "s.level = 'ERROR'", .operation: "LOWER(s.type)",
        .model: "s.provided_model_name",
        .input: told("\(count("input")) + \(read)\n      + \(write)\n      + \(longWrite)"),
        .cacheRead: told(read), .cacheWrite: told(write), .cacheWrite1h: told(longWrite),
        .output: told("\(count("output")) + \(reasoning)"), .reasoning: told(reasoning),
        .cost: "s.total_cost", .tool: "if(LOWER(s.type) = 'tool', s.name, NULL)",
        .error: "CAST(NULL AS Nullable(String))", .response: "CAST(NULL AS Nullable(String))",
        .agent: "if(LOWER(s.type) = 'agent', s.name, NULL)", .version: "t.version",
        .tenant: "CAST(NULL AS Nullable(String))", .conversation: "CAST(NULL AS Nullable(String))",
        .finish: "CAST(NULL AS Nullable(String))",
        .outcome: "if(NULLIF(s.parent_observation_id, '') IS NULL, e.outcome, NULL)",
        .reason: "CAST(NULL AS Nullable(String))",
      ])
  }

  /// Of several scores of a trace one failure is a failure.
  private static func scores(_ table: TableName) -> String {
    let names = LangfuseReader.outcomeScores.sorted()
    func anyIs(_ outcome: Outcome) -> String {
      "countIf(LOWER(s.string_value) IN (\n        \(list(outcome.words, indent: 8))))"
    }
    return """
      ended_trace AS (
        SELECT s.trace_id AS trace_id, multiIf(
            \(anyIs(.failed)) + countIf(NULLIF(s.string_value, '') IS NULL AND s.value = 0) > 0, 'failed',
            \(anyIs(.escalated)) > 0, 'escalated',
            \(anyIs(.success)) + countIf(NULLIF(s.string_value, '') IS NULL AND s.value = 1) > 0, 'success',
            NULL) AS outcome
        FROM \(table.sibling("scores")) s FINAL
        WHERE s.is_deleted = 0 AND replaceRegexpAll(LOWER(s.name), '[^a-z]', '') IN (
          \(list(names, indent: 10)))
        GROUP BY s.trace_id
      )
      """
  }
}
