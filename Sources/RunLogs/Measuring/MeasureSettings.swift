/// How logs are to be read.
public struct MeasureSettings: Sendable {
  public var map = ColumnMap()
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
  /// Whether rows are pieces of people's work, and not runs.
  var isOfPeople = false

  public init() {}

  /// Whether nothing of a row is wanted but its sums, so that it need not be told which task it is of.
  var addsUpRows: Bool { !joinsTasks && people == nil && !isOfPeople && !wantsSpread }
}
