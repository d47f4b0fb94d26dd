extension SpanView {
  /// OTLP as JSON in a table of one column, `line jsonb`: an object a row.
  static func jsonTable(_ table: TableName) -> SpanView {
    func text(_ value: String) -> String {
      let kinds = ["stringValue", "intValue", "doubleValue", "boolValue", "arrayValue"].map {
        "\(value) ->> '\($0)'"
      }
      return "COALESCE(\(kinds.joined(separator: ", ")))"
    }
    func map(_ pairs: String) -> String {
      """
      (SELECT JSONB_OBJECT_AGG(a.value ->> 'key', \(text("a.value -> 'value'")))
            FROM JSONB_ARRAY_ELEMENTS(\(pairs)) a)
      """
    }
    func find(_ key: String) -> String {
      """
      (SELECT \(text("a.value -> 'value'"))
              FROM JSONB_ARRAY_ELEMENTS(e.value -> 'attributes') a
              WHERE a.value ->> 'key' = '\(key)' LIMIT 1)
      """
    }
    return SpanView(
      before: [
        """
        written AS (
          SELECT r.value -> 'resource' -> 'attributes' AS resource, s.value AS told
          FROM \(table.quoted) l
          CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(l.line -> 'resourceSpans') r
          CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(r.value -> 'scopeSpans') c
          CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(c.value -> 'spans') s
        )
        """,
        """
        mapped AS \(table.warehouse.kept)(
          SELECT
            w.told AS told,
            \(map("w.told -> 'attributes'")) AS attributes,
            \(map("w.resource")) AS resource,
            (SELECT t.word
            FROM (
              SELECT e.place AS place, COALESCE(
                \(find("gen_ai.evaluation.score.label")),
                \(find("gen_ai.evaluation.score.value"))) AS word
              FROM JSONB_ARRAY_ELEMENTS(w.told -> 'events') WITH ORDINALITY AS e (value, place)
              WHERE e.value ->> 'name' = 'gen_ai.evaluation.result') t
            WHERE LOWER(t.word) IN (
                \(outcomeWords))
            ORDER BY t.place DESC LIMIT 1) AS ended
          FROM written w
        )
        """,
      ],
      source: "mapped s",
      columns: [
        .trace: "s.told ->> 'traceId'", .span: "s.told ->> 'spanId'",
        .parent: "s.told ->> 'parentSpanId'",
        .start: table.warehouse.whole("s.told ->> 'startTimeUnixNano'"),
        .end: table.warehouse.whole("s.told ->> 'endTimeUnixNano'"),
        .isError: "COALESCE(s.told -> 'status' ->> 'code' IN ('2', 'STATUS_CODE_ERROR'), FALSE)",
      ],
      attribute: { "NULLIF(s.attributes ->> '\($0)', '')" },
      resource: { "NULLIF(s.resource ->> '\($0)', '')" }, evaluation: "s.ended")
  }
}
