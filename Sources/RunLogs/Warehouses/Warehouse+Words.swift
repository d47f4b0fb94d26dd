// What engines spell each in a way of their own; everything else in a query is the same for all.
extension Warehouse {
  /// A value as text.
  func text(_ value: String) -> String {
    switch self {
    case .duckdb: "CAST(\(value) AS VARCHAR)"
    case .spark, .databricks, .bigquery: "CAST(\(value) AS STRING)"
    case .clickhouse: "CAST(\(value) AS String)"
    case .postgres: "CAST(\(value) AS TEXT)"
    }
  }

  /// A text as a number; NULL where it is none.
  func number(_ text: String) -> String {
    switch self {
    case .duckdb, .spark, .databricks: "TRY_CAST(\(text) AS DOUBLE)"
    case .clickhouse: "toFloat64OrNull(\(text))"
    case .bigquery: "SAFE_CAST(\(text) AS FLOAT64)"
    case .postgres: "CASE WHEN \(text) ~ \(Self.numeral) THEN CAST(\(text) AS NUMERIC) END"
    }
  }

  /// A text as a whole number; NULL where it is none.
  func whole(_ text: String) -> String {
    switch self {
    case .duckdb, .spark, .databricks: "TRY_CAST(\(text) AS BIGINT)"
    case .clickhouse: "toInt64OrNull(\(text))"
    case .bigquery: "SAFE_CAST(\(text) AS INT64)"
    case .postgres: "CASE WHEN \(text) ~ '^[0-9]{1,18}[0-9]?$' THEN CAST(\(text) AS BIGINT) END"
    }
  }

  /// A text as an amount of money at twelve places, exactly; NULL where it is none.
  func money(_ text: String) -> String {
    switch self {
    case .duckdb, .spark, .databricks:
      "CAST(ROUND(TRY_CAST(\(text) AS DECIMAL(38, 20)), 12) AS DECIMAL(38, 12))"
    case .clickhouse:
      "CAST(ROUND(toDecimal128OrNull(\(text), 20), 12) AS DECIMAL(38, 12))"
    case .bigquery: "ROUND(SAFE_CAST(\(text) AS BIGNUMERIC), 12)"
    case .postgres:
      "CASE WHEN \(text) ~ \(Self.numeral) THEN ROUND(CAST(\(text) AS NUMERIC), 12) END"
    }
  }

  /// A decimal number as text, so short that no engine's numbers are left behind.
  private static let numeral =
    "'^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$'"

  /// What makes an engine keep a part of a query that is named once, where it would else write it out at
  /// every mention of each of its columns.
  var kept: String { self == .postgres ? "MATERIALIZED " : "" }

  /// A condition that always holds, for which Spark keeps a part of a query and does not write it out at
  /// every mention: what depends on chance is reckoned once.
  func once(_ word: String) -> String {
    self == .spark || self == .databricks ? "\n  \(word) RAND() >= 0" : ""
  }

  /// The type of exact amounts with so many places.
  func exact(_ places: Int) -> String {
    self == .bigquery ? "BIGNUMERIC" : "DECIMAL(38, \(places))"
  }

  /// The day that comes so many days after the first of January 1970, as 2026-11-23.
  func date(_ days: String) -> String {
    switch self {
    case .duckdb: "CAST(DATE '1970-01-01' + CAST(\(days) AS INTEGER) AS VARCHAR)"
    case .spark, .databricks: "CAST(DATE_ADD(DATE '1970-01-01', CAST(\(days) AS INT)) AS STRING)"
    case .clickhouse: "toString(toDate32('1970-01-01') + \(days))"
    case .bigquery: "CAST(DATE_ADD(DATE '1970-01-01', INTERVAL \(days) DAY) AS STRING)"
    case .postgres: "TO_CHAR(DATE '1970-01-01' + CAST(\(days) AS INTEGER), 'YYYY-MM-DD')"
    }
  }

  /// The order of the result.
  ///
  /// There is none in Spark, whose optimizer (4.3) fails on the sorted union; who reads it back needs none.
  func order(by columns: String) -> String {
    self == .spark || self == .databricks ? "" : "\nORDER BY \(columns)"
  }

  /// What stands behind the whole query.
  var ending: String {
    self == .clickhouse ? "\nSETTINGS join_use_nulls = 1, cast_keep_nullable = 1" : ""
  }
}
