/// What of a billing export is read, by the names of the FOCUS format.
///
/// - Source: FOCUS 1.0 to 1.4 (focus.finops.org). Columns that some version lacks, such as ProviderName, are
///   not wanted.
enum BillColumn: String, CaseIterable {
  case effectiveCost = "EffectiveCost"
  case billedCost = "BilledCost"
  case currency = "BillingCurrency"
  case start = "ChargePeriodStart"
  case charge = "ChargeCategory"
  case category = "ServiceCategory"
  case subcategory = "ServiceSubcategory"
  case tags = "Tags"

  /// Those without which nothing can be added up.
  static let wanted: [BillColumn] = [.effectiveCost, .currency, .start, .charge, .category]

  /// Case and signs of a heading do not matter: warehouses write `effective_cost`.
  init?(heading: String) {
    let bare = bareName(heading)
    guard let column = Self.allCases.first(where: { bareName($0.rawValue) == bare }) else {
      return nil
    }
    self = column
  }
}

/// Which rows of a bill are the agent's: those that have a tag, or a value in a column.
///
/// Of several conditions on one name one must hold, of those on different names each.
public struct BillFilter: Sendable {
  private var wanted: [(name: String, values: [String])] = []

  public init() {}

  public var isEmpty: Bool { wanted.isEmpty }

  /// The names of tags and columns that are asked for.
  var names: [String] { wanted.map(\.name) }

  public mutating func add(_ name: String, is value: String) {
    if let place = wanted.firstIndex(where: { $0.name == name }) {
      wanted[place].values.append(value)
    } else {
      wanted.append((name, [value]))
    }
  }

  /// Whether a row belongs, by what each name holds in it; nothing is nil.
  func holds(_ value: (String) -> String?) -> Bool {
    wanted.allSatisfy { name, values in value(name).map(values.contains) ?? false }
  }
}
