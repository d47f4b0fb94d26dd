import Formulas

/// What a customer pays a month: platform fee + usage charges + success kicker.
public struct Plan: Sendable {
  public var name: String
  public var platformFee: Input
  public var charges: [Charge]
  public var successKicker: SuccessKicker?
  /// The least that a customer pays, fee and kicker counted.
  public var minimum: Input?
  /// The share of revenue that the payment provider keeps.
  public var paymentFee: Input?

  public init(
    name: String, platformFee: Input, charges: [Charge] = [],
    successKicker: SuccessKicker? = nil, minimum: Input? = nil, paymentFee: Input? = nil
  ) {
    self.name = name
    self.platformFee = platformFee
    self.charges = charges
    self.successKicker = successKicker
    self.minimum = minimum
    self.paymentFee = paymentFee
  }
}

/// What usage is counted in.
public enum Metric: String, Sendable, CaseIterable {
  case submitted, completed, autonomousSuccess, escalation, attempt, token, toolCall

  /// What one unit of the metric is.
  public var unit: Unit {
    switch self {
    case .submitted, .completed, .autonomousSuccess, .escalation: .task
    case .attempt: .attempt
    case .token: .token
    case .toolCall: .call
    }
  }

  /// The unit that its prices are quoted for.
  public var pricedUnit: Unit { self == .token ? .megatoken : unit }
}

/// A price for usage of one metric.
public struct Charge: Sendable {
  /// How units become money.
  public enum Model: Sendable {
    /// Every unit costs the same.
    case standard(price: Input)
    /// Each tier's units cost that tier's price.
    case graduated(tiers: [Tier])
  }

  /// Units up to and including a bound; the last tier has none.
  public struct Tier: Sendable {
    public var upTo: Input?
    public var price: Input

    public init(upTo: Input?, price: Input) {
      self.upTo = upTo
      self.price = price
    }
  }

  public var name: String
  public var metric: Metric
  public var model: Model
  /// Units a customer and month that cost nothing.
  public var included: Input?

  public init(name: String, metric: Metric, model: Model, included: Input? = nil) {
    self.name = name
    self.metric = metric
    self.model = model
    self.included = included
  }
}

/// A bonus on every autonomous success of a month that is good enough.
public struct SuccessKicker: Sendable {
  /// How large the bonus on one success is.
  public enum Amount: Sendable {
    /// A stated amount a success.
    case fixed(Input)
    /// A share of what a success is worth to the customer.
    case share(Input, ofValue: Input)
  }

  public var amount: Amount
  /// The task success rate that the month must reach.
  public var aboveTSR: Input

  public init(amount: Amount, aboveTSR: Input) {
    self.amount = amount
    self.aboveTSR = aboveTSR
  }
}
