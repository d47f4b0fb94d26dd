import Formulas

/// What usage is counted in.
public enum Metric: String, Sendable, CaseIterable {
  case submitted, completed, autonomousSuccess, escalation, attempt
  case token, inputToken, outputToken, toolCall, seat, activeCustomer

  /// What one unit of the metric is.
  public var unit: Unit {
    switch self {
    case .submitted, .completed, .autonomousSuccess, .escalation: .task
    case .attempt: .attempt
    case .token, .inputToken, .outputToken: .token
    case .toolCall: .call
    case .seat: .seat
    case .activeCustomer: .customer
    }
  }

  /// Whether there are so many of it, rather than so many of it a month: seats, not tasks.
  public var isHeld: Bool { self == .seat || self == .activeCustomer }

  /// Whether each unit is something that happens and can have a value of its own.
  var isEvent: Bool { !isHeld && unit != .token }

  /// The metric in words: "autonomous success".
  public var words: String {
    rawValue.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }
}

extension Charge {
  /// What one unit is that is priced: of the metric, or what the metric is converted to.
  public var unit: Unit { conversion == nil ? metric.unit : .credit }

  /// What usage of one customer is counted in.
  public var usage: Unit { usage(of: unit) }

  /// What the price of one unit is stated in.
  public var price: Unit { metric.isHeld ? .money / pricedUnit / .month : .money / pricedUnit }

  /// What the price of a package is stated in.
  public var packagePrice: Unit { metric.isHeld ? .money / .month : .money }

  /// Packages of one customer.
  var packages: Unit { usage(of: .one) }

  /// What of the metric one credit stands for, where usage is divided.
  public var unitsPerCredit: Unit { metric.unit / .credit }

  private var pricedUnit: Unit { unit == .token ? .megatoken : unit }

  private func usage(of unit: Unit) -> Unit {
    metric.isHeld ? unit / .customer : unit / .customer / .month
  }
}
