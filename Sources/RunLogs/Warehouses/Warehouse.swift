/// An engine that can reckon what runs cost where their traces lie.
public enum Warehouse: String, Sendable, CaseIterable {
  case duckdb, spark, clickhouse, bigquery, databricks, postgres

  /// The layouts of trace tables that it is asked about; what comes first is usual.
  public var stores: [SpanStore] {
    switch self {
    case .duckdb, .spark, .postgres: [.otlp, .span]
    case .clickhouse: [.otel, .langfuse, .signoz, .span]
    case .bigquery: [.cloudtrace, .span]
    case .databricks: [.gateway, .span]
    }
  }

  /// How its result is brought into a file.
  var taking: String {
    switch self {
    case .duckdb: "duckdb -csv < query.sql > result.csv"
    case .spark:
      "spark.sql(open('query.sql').read()).toPandas().to_csv('result.csv', index=False)"
    case .clickhouse:
      "clickhouse-client --format CSVWithNames --queries-file query.sql > result.csv"
    case .bigquery:
      "bq query --use_legacy_sql=false --format=csv --max_rows=1000000 < query.sql > result.csv"
    case .databricks:
      "spark.sql(open('query.sql').read()).toPandas().to_csv('result.csv', index=False)"
    case .postgres: "PGOPTIONS='-c jit=off' psql --csv --quiet --file query.sql > result.csv"
    }
  }
}

/// How a table of traces is laid out.
public enum SpanStore: String, Sendable, CaseIterable {
  /// OTLP as JSON, an object a line.
  case otlp
  /// Columns of the names that ``MeasureQuery`` goes by.
  case span
  /// What the collector's exporter writes into ClickHouse.
  case otel
  case langfuse, signoz, cloudtrace, gateway

  /// What it is in words.
  public var meaning: String {
    switch self {
    case .otlp: "OTLP as JSON lines"
    case .span: "a table or view of your own, with a column for each thing that is asked"
    case .otel: "the table of the OpenTelemetry collector's exporter for ClickHouse"
    case .langfuse: "observations, scores and traces of Langfuse"
    case .signoz: "SigNoz's index of spans, version 3"
    case .cloudtrace: "Google Cloud's view _AllSpans"
    case .gateway: "Databricks' unified trace table"
    }
  }

  /// The table that is read where none is named; nil where its name is the user's own.
  func usualTable(in warehouse: Warehouse) -> String? {
    switch self {
    case .otlp: warehouse == .postgres ? "otlp_lines" : "traces.jsonl"
    case .span: "span"
    case .otel: "otel_traces"
    case .langfuse: "observations"
    case .signoz: "signoz_traces.distributed_signoz_index_v3"
    case .cloudtrace, .gateway: nil
    }
  }

  /// Whether a file is named in place of a table.
  func isFile(in warehouse: Warehouse) -> Bool { self == .otlp && warehouse != .postgres }
}
