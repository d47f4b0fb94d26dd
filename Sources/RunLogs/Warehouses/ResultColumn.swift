/// What stands in a result of ``MeasureQuery``, column by column.
///
/// | kind | a row for each | holds |
/// |---|---|---|
/// | run | group, outcome and reason | how many runs, and their sums |
/// | task | group and outcome | how many tasks |
/// | tool | group and tool | calls, errors, timeouts, and two percentiles of their times |
/// | read | item | what was read, and what was passed over |
///
/// Every kind has its rows of all runs, in which `by_what` is empty; where runs are told apart, there are
/// rows of groups beside them.
public enum ResultColumn: String, Sendable, CaseIterable {
  /// The version of the layout, by which a result is known.
  case version = "unitecon_result"
  case kind
  case byWhat = "by_what"
  case group = "group_name"
  case item, outcome, reason
  case howMany = "how_many"
  case calls
  case unrecordedCalls = "unrecorded_calls"
  case uncountedCalls = "uncounted_calls"
  case input = "input_tokens"
  case cacheRead = "cached_tokens"
  case cacheWrite = "cache_write_tokens"
  case cacheWrite1h = "cache_write_1h_tokens"
  case output = "output_tokens"
  case reasoning = "reasoning_tokens"
  case recordedCost = "recorded_cost"
  case recordedRuns = "recorded_runs"
  case toolCalls = "tool_calls"
  case toolErrors = "tool_errors"
  case toolTimeouts = "tool_timeouts"
  /// Runs or calls of tools whose time is told.
  case timed
  case time = "time_ns"
  case p50 = "p50_ns"
  case p95 = "p95_ns"

  /// The layout that this program writes and reads.
  static let layout = 1

  /// What kind of row it is.
  enum Kind: String { case run, task, tool, read }

  /// What was read, and what was passed over.
  enum Item: String, CaseIterable {
    case traces, spans, repeatedSpans, repeatedResponses, usageAboveUsage, orphans
    /// Rows that cannot be read.
    case unread
    /// Steps from which the way up is longer than the query goes.
    case deep

    /// What the query calls it while it counts.
    var column: String {
      switch self {
      case .traces, .spans, .orphans, .unread, .deep: rawValue
      case .repeatedSpans: "repeated_spans"
      case .repeatedResponses: "repeated_responses"
      case .usageAboveUsage: "usage_above_usage"
      }
    }

    /// Whether it is of rows as they stand, and not of steps put together.
    var isOfRows: Bool { [.spans, .repeatedSpans, .unread].contains(self) }
  }

  /// Whether a text stands in it.
  var isText: Bool {
    switch self {
    case .kind, .byWhat, .group, .item, .outcome, .reason: true
    default: false
    }
  }

  /// Whether a whole number stands in it.
  var isCount: Bool { !isText && self != .recordedCost }

  /// What stands in it where a kind of row says nothing of it.
  var nothing: String { isText ? "''" : "0" }
}
