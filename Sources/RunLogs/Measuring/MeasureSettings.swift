/// How logs are to be read.
public struct MeasureSettings: Sendable {
  public var map = ColumnMap()
  public var words = OutcomeWords()
  /// Whether numbers of CSV files whose fields no comma parts have a decimal comma.
  public var hasDecimalComma = false
  public var prices: PriceList?
  public var service = TokenRates.Service.standard
  /// Where requests are processed, for books that ask more for it.
  public var region: String?
  /// Models of the price list on which the same tokens are priced as well.
  public var on: [PriceEntry] = []
  public var grouping: RunGroup?
  /// Whether the runs of one task are put together.
  public var joinsTasks = false
  /// What people worked on the same tasks.
  public var people: HumanWork?
  /// Whether it is asked how sure means are.
  public var wantsSpread = false
  /// The flag that names the file where its rows are pieces of people's work, or tasks, and not runs.
  var export: String?
  var isOfPeople: Bool { export != nil }
  /// The trace or the task whose runs are to be shown step by step.
  public var task: String?
  /// What calls are held against, where an agent's readiness is judged.
  public var audit: AuditRules?
  /// The traces whose contents are read, and nothing else of the logs.
  var contentsOf: Set<UInt128>?

  public init() {}

  /// Whether some run is told step by step.
  var tellsRuns: Bool { task != nil || audit != nil }

  /// Whether nothing of a row is wanted but its sums, so that it need not be told which task it is of.
  var addsUpRows: Bool {
    !joinsTasks && people == nil && !isOfPeople && !wantsSpread && !tellsRuns
  }
}
