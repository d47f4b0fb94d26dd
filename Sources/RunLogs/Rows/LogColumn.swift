/// What a row of a plain run log can say, by the names that `measure --columns` prints.
public enum LogColumn: String, Sendable, CaseIterable {
  case outcome, reason, cost, model, agent, version, tenant, task
  case inputTokens, outputTokens, cachedTokens, cacheWriteTokens, cacheWrite1hTokens
  case reasoningTokens
  case calls, toolCalls, toolErrors, seconds, start, end, humanMinutes

  /// What stands in it.
  public var meaning: String {
    switch self {
    case .outcome: "how the run ended: success, escalated or failed, or words that mean them"
    case .reason: "why it did not succeed by itself: policyBlocked, ambiguity, toolOutage, …"
    case .cost: "what the run cost, as recorded"
    case .model: "the model that it called"
    case .agent: "the agent that ran"
    case .version: "the agent's version"
    case .tenant: "the customer that it ran for"
    case .task: "the task that it ran for"
    case .inputTokens: "tokens of input, those of the cache included"
    case .outputTokens: "tokens of output, reasoning included"
    case .cachedTokens: "of the input, read from the cache"
    case .cacheWriteTokens: "of the input, written to the cache for five minutes"
    case .cacheWrite1hTokens: "of the input, written to the cache for an hour"
    case .reasoningTokens: "of the output, reasoning"
    case .calls: "calls of the model"
    case .toolCalls: "calls of tools"
    case .toolErrors: "calls of tools that failed"
    case .seconds: "how long it ran"
    case .start: "when it began: ISO 8601, or seconds since 1970"
    case .end: "when it ended"
    case .humanMinutes: "how long people worked on it"
    }
  }

  /// Other names that the same thing has in logs.
  public var otherNames: [String] {
    switch self {
    case .outcome: ["result", "status", "success", "resolved", "exit_status"]
    case .reason: ["failure_reason", "escalation_reason"]
    case .cost: ["cost_usd", "total_cost", "instance_cost", "usd"]
    case .model: ["model_name"]
    case .agent: ["agent_name"]
    case .version: ["agent_version"]
    case .tenant: ["customer", "customer_id", "tenant_id"]
    case .task: ["task_id", "instance_id", "ticket", "ticket_id", "conversation_id"]
    case .inputTokens: ["input_tokens", "prompt_tokens", "tokens_in"]
    case .outputTokens: ["output_tokens", "completion_tokens", "tokens_out"]
    case .cachedTokens: ["cached_tokens", "cache_read_tokens", "cached_input_tokens"]
    case .cacheWriteTokens: ["cache_write_tokens", "cache_creation_tokens"]
    case .cacheWrite1hTokens: ["cache_write_1h_tokens"]
    case .reasoningTokens: ["reasoning_tokens"]
    case .calls: ["api_calls", "llm_calls", "model_calls"]
    case .toolCalls: ["tool_calls"]
    case .toolErrors: ["tool_errors"]
    case .seconds: ["duration", "runtime", "duration_seconds", "runtime_seconds"]
    case .start: ["started_at", "start_time", "timestamp"]
    case .end: ["ended_at", "end_time"]
    case .humanMinutes: ["human_minutes", "handle_minutes", "minutes"]
    }
  }

  /// The column that a heading names, its case and signs aside.
  init?(heading: String) {
    guard let column = Self.byHeading[bareName(heading)] else { return nil }
    self = column
  }

  private static let byHeading: [String: LogColumn] = Dictionary(
    allCases.flatMap { column in
      ([column.rawValue] + column.otherNames).map { (bareName($0), column) }
    }, uniquingKeysWith: { first, _ in first })

  /// The column that a key of JSON names.
  init?(key: JSONText) {
    // The same few keys come a million times: their names are known by their bytes.
    if let known = Self.byBytes[key.bytes.fingerprint] {
      self = known
      return
    }
    guard key.count < 40, let name = key.string, let column = Self(heading: name) else {
      return nil
    }
    self = column
  }

  private static let byBytes: [UInt64: LogColumn] = Dictionary(
    allCases.flatMap { column in
      ([column.rawValue] + column.otherNames).map { ($0.fingerprint, column) }
    }, uniquingKeysWith: { first, _ in first })
}

/// Where in a row each column is found: by a heading of CSV, or a path into an object of JSON.
///
///     outcome=resolved · inputTokens=calls.*.1 · cost=info.model_stats.instance_cost
///
/// A `*` goes over all elements of a list, whose numbers are added; a number is the place in a list.
public struct ColumnMap: Sendable {
  /// One step of a path.
  enum Step: Sendable, Hashable {
    case key([UInt8])
    case index(Int)
    case all
  }

  private(set) var paths: [(column: LogColumn, steps: [Step])] = []
  private(set) var headings: [(column: LogColumn, heading: String)] = []

  public init() {}

  /// Says where a column is found; what is said first counts.
  public mutating func add(_ column: LogColumn, at path: String) {
    headings.append((column, path))
    let steps = path.split(separator: ".").map { part -> Step in
      part == "*" ? .all : Int(part).map { .index($0) } ?? .key(Array(part.utf8))
    }
    paths.append((column, steps))
  }

  var isEmpty: Bool { paths.isEmpty }

  /// Whether it says where a column is found.
  func has(_ column: LogColumn) -> Bool { paths.contains { $0.column == column } }

  /// Which of the places are among these headings, a bit each.
  func places(among found: [String]) -> UInt64 {
    headings.indices.reduce(0) { bits, index in
      found.contains(headings[index].heading) ? bits | Self.bit(index) : bits
    }
  }

  /// The places that have no bit, as they were said: `outcome=result`.
  func places(without bits: UInt64) -> [String] {
    headings.indices.filter { Self.bit($0) & bits == 0 }.map {
      "\(headings[$0].column.rawValue)=\(headings[$0].heading)"
    }
  }

  /// The bit of a place; nobody maps more columns than there are bits.
  static func bit(_ index: Int) -> UInt64 { 1 << UInt64(min(index, 63)) }

  /// The columns of a CSV file by its headings: what is mapped, then what goes by a known name.
  func columns(of found: [String]) -> [LogColumn?] {
    var taken: Set<LogColumn> = []
    var columns: [LogColumn?] = Array(repeating: nil, count: found.count)
    for (column, heading) in headings {
      guard let place = found.firstIndex(of: heading), taken.insert(column).inserted else {
        continue
      }
      columns[place] = column
    }
    for (place, heading) in found.enumerated() where columns[place] == nil {
      guard let column = LogColumn(heading: heading), taken.insert(column).inserted else {
        continue
      }
      columns[place] = column
    }
    return columns
  }
}
