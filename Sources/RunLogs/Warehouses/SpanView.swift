/// The steps of runs as one store has them, brought to columns that are the same for all.
///
/// The names of attributes, over all generations and dialects, are those of ``SpanField``.
struct SpanView {
  /// The columns of every view, and of a table of one's own; NULL where nothing is told.
  enum Column: String, CaseIterable {
    case trace = "trace_id"
    case span = "span_id"
    case parent = "parent_id"
    case start = "start_ns"
    case end = "end_ns"
    case isError = "status_error"
    case operation = "op"
    case model
    case input = "in_tok"
    case cacheRead = "cached_tok"
    case cacheWrite = "cache_write_tok"
    case cacheWrite1h = "cache_write_1h_tok"
    case output = "out_tok"
    case reasoning = "reasoning_tok"
    case cost
    case tool = "tool_name"
    case error = "error_type"
    case response = "response_id"
    case agent, version, tenant, conversation
    case finish = "finish_reasons"
    case outcome, reason
  }

  /// Parts of the query that come before the view, each `name AS (…)`.
  var before: [String] = []
  /// What stands behind FROM.
  let source: String
  /// What a store calls the columns that are no attributes.
  var columns: [Column: String]
  /// An attribute as text.
  var attribute: ((String) -> String)?
  /// An attribute that is a number, in all the places where it may be.
  var number: ((String) -> [String])?
  /// An attribute of the resource that a step belongs to.
  var resource: ((String) -> String?)?
  /// The word with which an evaluation says how the task ended.
  var evaluation: String?
  /// How many rows cannot be read; nil where there are none but those of the view.
  var unread: String?

  /// The view as a part of a query.
  var text: String {
    let lines = Column.allCases.map { column in
      "    \(expression(column)) AS \(column.rawValue)"
    }
    return "step AS (\n  SELECT\n" + lines.joined(separator: ",\n") + "\n  FROM \(source)\n)"
  }

  private func expression(_ column: Column) -> String {
    if let own = columns[column] { return own }
    let choices = values(column)
    switch choices.count {
    case 0: return "NULL"
    case 1: return choices[0]
    default: return "COALESCE(\n      " + choices.joined(separator: ",\n      ") + ")"
    }
  }

  /// All the places where something may stand, the first that is there counts.
  private func values(_ column: Column) -> [String] {
    guard let attribute else { return [] }
    func all(_ fields: SpanField...) -> [String] { fields.flatMap(\.names).map(attribute) }
    func counts(_ field: SpanField) -> [String] {
      field.names.flatMap { name in number?(name) ?? [attribute(name)] }
    }
    func named(_ field: SpanField) -> [String] {
      all(field) + field.names.compactMap { resource?($0) }
    }
    switch column {
    case .trace, .span, .parent, .start, .end, .isError: return []
    case .operation:
      let known = Self.list(SpanField.kindWords.flatMap(\.1), indent: 8)
      return all(.operation, .spanKind).map { value in
        "CASE WHEN LOWER(\(value)) IN (\n        \(known)) THEN LOWER(\(value)) END"
      }
    case .model: return all(.model, .requestModel)
    case .input: return counts(.input)
    case .cacheRead: return counts(.cacheRead)
    case .cacheWrite: return counts(.cacheWrite)
    case .cacheWrite1h: return counts(.cacheWrite1h)
    case .output: return counts(.output)
    case .reasoning: return counts(.reasoning)
    case .cost: return counts(.cost)
    case .tool: return all(.tool)
    case .error: return all(.error)
    case .response: return all(.response)
    case .agent: return named(.agent)
    case .version: return named(.version)
    case .tenant: return named(.tenant)
    case .conversation: return named(.conversation)
    case .finish: return all(.finish)
    case .outcome: return (evaluation.map { [$0] } ?? []) + all(.outcome)
    case .reason: return all(.reason)
    }
  }

  /// Words as texts of SQL, over lines of a readable length.
  ///
  /// - Precondition: none of them holds a quote; all come from tables of this program.
  static func list(_ words: [String], indent: Int) -> String {
    var lines = [""]
    for (index, word) in words.enumerated() {
      let piece = "'\(word)'" + (index < words.count - 1 ? "," : "")
      if lines[lines.count - 1].count + piece.count + indent > 96 { lines.append("") }
      if !lines[lines.count - 1].isEmpty { lines[lines.count - 1] += " " }
      lines[lines.count - 1] += piece
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// All words by which outcomes are known.
  static var outcomeWords: String { list(Outcome.allCases.flatMap(\.words), indent: 8) }
}
