/// Rows of a bill that are added up together.
public struct BillKey: Sendable, Hashable, Comparable {
  /// Months since the year 0.
  let monthNumber: Int
  public let use: Use
  /// FOCUS' ServiceCategory.
  public let category: String
  public let charge: Charge

  /// What an agent needs a charge for.
  public enum Use: Int, Sendable {
    /// Everything beside models: what tasks run on.
    case infrastructure
    /// Models, which the price of tokens covers already.
    case inference
  }

  /// FOCUS' ChargeCategory.
  public enum Charge: String, Sendable, CaseIterable {
    case usage = "Usage"
    case purchase = "Purchase"
    case tax = "Tax"
    case credit = "Credit"
    case adjustment = "Adjustment"

    /// Whether it is a cost of the month's work, and not something that an invoice adds to it.
    public var isOfUse: Bool { self == .usage || self == .purchase }
  }

  /// The month of use: `2026-10`.
  public var month: String {
    let month = monthNumber % 12 + 1
    return "\(monthNumber / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  public static func < (a: BillKey, b: BillKey) -> Bool {
    (a.monthNumber, a.use.rawValue, a.category, a.charge.rawValue)
      < (b.monthNumber, b.use.rawValue, b.category, b.charge.rawValue)
  }
}

/// What some rows of a bill come to.
public struct BillSum: Sendable, Hashable {
  /// After discounts, what was paid ahead spread over what it is used for: what a unit costs.
  public internal(set) var effective = Amount.zero
  /// What the invoice says.
  ///
  /// It is never added to the effective cost, which is the same money.
  public internal(set) var billed = Amount.zero
  public internal(set) var rows = 0

  /// Takes in other rows.
  public mutating func add(_ other: BillSum) {
    effective += other.effective
    billed += other.billed
    rows += other.rows
  }
}
