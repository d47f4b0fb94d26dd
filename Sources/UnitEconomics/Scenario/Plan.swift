import Formulas

/// What a customer pays a month: platform fee + usage charges + success kicker, less what is taken off.
///
///     (fee + charges + kicker − clawback) × discounts, at least the minimum, less the SLA credit
public struct Plan: Sendable {
  public var name: String
  public var platformFee: Input
  public var charges: [Charge]
  public var successKicker: SuccessKicker?
  /// The share of what successes were billed that is given back, because they are reversed later.
  public var clawback: Input?
  /// The share of the bill that is taken off.
  public var discount: Input?
  public var ramp: Ramp?
  public var prepayment: Prepayment?
  /// The least that a customer pays, fee and kicker counted.
  public var minimum: Input?
  public var minimumCounts = MinimumCounts.everything
  public var slaCredit: SLACredit?
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

  /// What the minimum of a plan is held against.
  public enum MinimumCounts: String, Sendable, CaseIterable {
    /// The whole bill.
    case everything
    /// Charges and kicker; the platform fee is paid on top.
    case usage
  }

  /// A discount in the first months of a contract, averaged over the contract.
  public struct Ramp: Sendable {
    public var discount: Input
    public var months: Input
    /// How long the contract runs.
    public var of: Input

    public init(discount: Input, months: Input, of: Input) {
      self.discount = discount
      self.months = months
      self.of = of
    }
  }

  /// A discount for who pays a year in advance.
  public struct Prepayment: Sendable {
    public var discount: Input
    /// The share of customers who do.
    public var share: Input

    public init(discount: Input, share: Input) {
      self.discount = discount
      self.share = share
    }
  }

  /// A part of the bill that is given back in a month that is not good enough.
  public struct SLACredit: Sendable {
    /// The task success rate that the month must reach.
    public var belowTSR: Input
    public var credit: Input

    public init(belowTSR: Input, credit: Input) {
      self.belowTSR = belowTSR
      self.credit = credit
    }
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
