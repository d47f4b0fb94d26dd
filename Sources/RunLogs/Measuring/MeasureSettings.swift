/// How logs are to be read.
public struct MeasureSettings: Sendable {
  public var map = ColumnMap()
  public var prices: PriceList?
  public var service = TokenRates.Service.standard
  public var grouping: RunGroup?
  /// Whether the runs of one task are put together.
  public var joinsTasks = false

  public init() {}
}
