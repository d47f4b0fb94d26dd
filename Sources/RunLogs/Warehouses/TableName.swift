/// The name of a table or a file as it stands in a query: nothing that a user writes ends a quote.
struct TableName: Sendable {
  let warehouse: Warehouse
  let store: SpanStore
  let plain: String

  /// - Throws: ``MeasureQuery/Failure`` where the name has a sign that no such name needs.
  init(_ name: String?, _ warehouse: Warehouse, _ store: SpanStore) throws(MeasureQuery.Failure) {
    guard let plain = name ?? store.usualTable(in: warehouse) else {
      throw .needsTable(store)
    }
    let isFile = store.isFile(in: warehouse)
    let signs = isFile ? "_-./:*?[]{},=@%+~ $" : "_-$."
    let isKnown = plain.unicodeScalars.allSatisfy { sign in
      sign.properties.isAlphabetic || ("0"..."9").contains(sign)
        || signs.unicodeScalars.contains(sign)
    }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard isKnown, !plain.isEmpty, isFile || parts.allSatisfy({ !$0.isEmpty }) else {
      throw .badTable(plain, isFile: isFile)
    }
    // A part of the query of the same name would be read in its place.
    guard !MeasureQuery.parts.contains(plain.lowercased()) else { throw .partOfQuery(plain) }
    self.warehouse = warehouse
    self.store = store
    self.plain = plain
  }

  /// As the engine writes it.
  var quoted: String {
    if store.isFile(in: warehouse) {
      return warehouse == .spark ? "text.`\(plain)`" : "'\(plain)'"
    }
    return Self.quoted(plain.split(separator: ".").map(String.init), warehouse)
  }

  /// A table that lies beside it.
  func sibling(_ name: String) -> String {
    Self.quoted(plain.split(separator: ".").dropLast().map(String.init) + [name], warehouse)
  }

  private static func quoted(_ parts: [String], _ warehouse: Warehouse) -> String {
    let quote =
      switch warehouse {
      case .duckdb, .postgres: "\""
      case .spark, .databricks, .clickhouse, .bigquery: "`"
      }
    return parts.map { quote + $0 + quote }.joined(separator: ".")
  }
}
