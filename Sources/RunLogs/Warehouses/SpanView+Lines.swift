extension SpanView {
  /// OTLP as JSON lines, which DuckDB and Spark read from files themselves.
  static func lines(_ table: TableName) -> SpanView {
    let isSpark = table.warehouse == .spark
    let warehouse = table.warehouse
    func each(_ list: String) -> String { isSpark ? "EXPLODE(\(list))" : "UNNEST(\(list))" }
    /// A value in its wrapping, as text.
    func text(_ value: String) -> String {
      let kinds = ["stringValue", "intValue", "doubleValue", "boolValue"].map { "\(value).\($0)" }
      return "COALESCE(\(kinds.joined(separator: ", ")), "
        + (isSpark ? "\(value).arrayValue)" : "CAST(\(value).arrayValue AS VARCHAR))")
    }
    /// A list of keys and values as a map of texts; of a key that comes twice the first counts.
    func map(_ pairs: String) -> String {
      isSpark
        ? """
        TRANSFORM_KEYS(MAP_FROM_ENTRIES(FILTER(
                TRANSFORM(\(pairs), a -> STRUCT(a.key, \(text("a.value")))),
                (a, i) -> ARRAY_POSITION(TRANSFORM(\(pairs), b -> b.key), a.key) = i + 1)),
              (k, v) -> k)
        """
        : """
        MAP_FROM_ENTRIES(LIST_FILTER(
                LIST_TRANSFORM(\(pairs), lambda a: ROW(a.key, \(text("a.value")))),
                lambda a, i: LIST_POSITION(LIST_TRANSFORM(\(pairs), lambda b: b.key), a[1]) = i))
        """
    }
    func find(_ key: String) -> String {
      isSpark
        ? """
        TRY_ELEMENT_AT(TRANSFORM(
                  FILTER(e.attributes, a -> a.key = '\(key)'),
                  a -> \(text("a.value"))), 1)
        """
        : """
        LIST_TRANSFORM(
                  LIST_FILTER(e.attributes, lambda a: a.key = '\(key)'),
                  lambda a: \(text("a.value")))[1]
        """
    }
    let (label, score) = (
      find("gen_ai.evaluation.score.label"), find("gen_ai.evaluation.score.value")
    )
    let word = "COALESCE(\n            \(label),\n            \(score))"
    let evaluation =
      isSpark
      ? """
      TRY_ELEMENT_AT(FILTER(TRANSFORM(
              FILTER(w.told.events, e -> e.name = 'gen_ai.evaluation.result'),
              e -> \(word)),
              word -> LOWER(word) IN (
              \(outcomeWords))), -1)
      """
      : """
      LIST_FILTER(LIST_TRANSFORM(
              LIST_FILTER(w.told.events, lambda e: e.name = 'gen_ai.evaluation.result'),
              lambda e: \(word)),
              lambda word: LOWER(word) IN (
              \(outcomeWords)))[-1]
      """
    let source =
      isSpark
      ? "SELECT l.value AS line FROM \(table.quoted) l WHERE TRIM(l.value) <> ''"
      : """
      SELECT l.line AS line
        FROM read_csv(
          \(table.quoted), columns = {'line': 'VARCHAR'}, header = false, auto_detect = false,
          delim = e'\\x01', quote = '', escape = '', max_line_size = 268435456) l
        WHERE TRIM(l.line) <> ''
      """
    let isRead = isSpark ? "FROM_JSON(l.line, \(shape(isSpark)))" : "l.line"
    return SpanView(
      before: [
        "line AS (\n  \(source)\n)",
        isSpark
          ? "document AS (\n  SELECT \(isRead) AS told FROM line l\n)"
          : """
          document AS (
            SELECT FROM_JSON(l.line, \(shape(isSpark))) AS told
            FROM line l
            WHERE JSON_VALID(l.line)
          )
          """,
        "resource AS (\n  SELECT \(each("d.told.resourceSpans")) AS told FROM document d\n)",
        """
        scope AS (
          SELECT r.told.resource.attributes AS resource, \(each("r.told.scopeSpans")) AS told
          FROM resource r
        )
        """,
        "written AS (\n  SELECT s.resource AS resource, \(each("s.told.spans")) AS told FROM scope s\n)",
        """
        mapped AS (
          SELECT
            w.told AS told,
            \(map("w.told.attributes")) AS attributes,
            \(map("w.resource")) AS resource,
            \(evaluation) AS ended
          FROM written w
        )
        """,
      ],
      source: "mapped s",
      columns: [
        .trace: "s.told.traceId", .span: "s.told.spanId", .parent: "s.told.parentSpanId",
        .start: warehouse.whole("s.told.startTimeUnixNano"),
        .end: warehouse.whole("s.told.endTimeUnixNano"),
        .isError: "COALESCE(s.told.status.code IN ('2', 'STATUS_CODE_ERROR'), FALSE)",
      ],
      attribute: { "NULLIF(s.attributes['\($0)'], '')" },
      resource: { "NULLIF(s.resource['\($0)'], '')" },
      evaluation: "s.ended",
      unread: isSpark
        ? "SELECT COUNT(*) AS how_many FROM document d WHERE d.told IS NULL"
        : "SELECT COUNT(*) AS how_many FROM line l WHERE NOT JSON_VALID(l.line)")
  }

  /// What of OTLP is read.
  private static func shape(_ isSpark: Bool) -> String {
    let kinds = ["stringValue", "intValue", "doubleValue", "boolValue"]
    let texts = ["traceId", "spanId", "parentSpanId", "startTimeUnixNano", "endTimeUnixNano"]
    if isSpark {
      let value = (kinds + ["arrayValue"]).map { "\($0): STRING" }.joined(separator: ", ")
      let pairs = "ARRAY<STRUCT<key: STRING, value: STRUCT<\(value)>>>"
      return """
        '
            resourceSpans ARRAY<STRUCT<
              resource: STRUCT<attributes: \(pairs)>,
              scopeSpans: ARRAY<STRUCT<spans: ARRAY<STRUCT<
                \(texts.map { "\($0): STRING" }.joined(separator: ", ")),
                status: STRUCT<code: STRING>,
                attributes: \(pairs),
                events: ARRAY<STRUCT<
                  name: STRING,
                  attributes: \(pairs)>>>>>>>>'
        """
    }
    let value = kinds.map { "\"\($0)\": \"VARCHAR\"" }.joined(separator: ", ")
    let pairs = "[{\"key\": \"VARCHAR\", \"value\": {\(value), \"arrayValue\": \"JSON\"}}]"
    return """
      '{"resourceSpans": [{
            "resource": {"attributes": \(pairs)},
            "scopeSpans": [{"spans": [{
              \(texts.map { "\"\($0)\": \"VARCHAR\"" }.joined(separator: ", ")),
              "status": {"code": "VARCHAR"},
              "attributes": \(pairs),
              "events": [{
                "name": "VARCHAR",
                "attributes": \(pairs)}]}]}]}]}'
      """
  }
}
