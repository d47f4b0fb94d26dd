extension SpanView {
  /// The view of a store.
  static func view(of table: TableName) -> SpanView {
    switch table.store {
    case .otlp: table.warehouse == .postgres ? jsonTable(table) : lines(table)
    case .span: plain(table)
    case .otel: otel(table)
    case .langfuse: langfuse(table)
    case .signoz: signoz(table)
    case .cloudtrace: cloudTrace(table)
    case .gateway: gateway(table)
    }
  }

  /// A table or view of one's own that has the columns already.
  private static func plain(_ table: TableName) -> SpanView {
    SpanView(
      source: "\(table.quoted) s",
      columns: Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0, "s.\($0.rawValue)") }))
  }

  /// Google Cloud's view of all spans: attributes in JSON, times to the microsecond.
  ///
  /// - Source: Google Cloud Observability, "_AllSpans"; keys with points stand in quotes.
  private static func cloudTrace(_ table: TableName) -> SpanView {
    func value(_ json: String, _ name: String) -> String {
      "NULLIF(JSON_VALUE(\(json), '$.\"\(name)\"'), '')"
    }
    return SpanView(
      source: "\(table.quoted) s",
      columns: [
        .trace: "s.trace_id", .span: "s.span_id", .parent: "s.parent_span_id",
        .start: "UNIX_MICROS(s.start_time) * 1000", .end: "UNIX_MICROS(s.end_time) * 1000",
        .isError: "COALESCE(s.status.code = 2, FALSE)",
        // A list is no value: whatever stands there is looked through.
        .finish: "CONCAT(\n      "
          + SpanField.finish.names.map { name in
            "TO_JSON_STRING(JSON_QUERY(s.attributes, '$.\"\(name)\"'))"
          }.joined(separator: ", ' ',\n      ") + ")",
      ],
      attribute: { value("s.attributes", $0) }, resource: { value("s.resource.attributes", $0) })
  }

  /// Databricks' unified trace table: attributes in a VARIANT.
  private static func gateway(_ table: TableName) -> SpanView {
    SpanView(
      source: "\(table.quoted) s",
      columns: [
        .trace: "s.trace_id", .span: "s.span_id", .parent: "s.parent_span_id",
        .start: "s.start_time_unix_nano", .end: "s.end_time_unix_nano",
        .isError: "COALESCE(s.status.code = 'STATUS_CODE_ERROR', FALSE)",
      ],
      attribute: { "NULLIF(TRY_VARIANT_GET(s.attributes, '$[\"\($0)\"]', 'STRING'), '')" },
      // A service is told in a column of its own.
      resource: { $0 == "service.name" ? "NULLIF(s.service_name, '')" : nil })
  }
}
