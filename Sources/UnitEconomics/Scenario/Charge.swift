import Formulas

/// A price for usage of one metric.
///
/// What happens to usage, in this order: convert the unit, round it, subtract what is included, price,
/// discount, maximum, minimum, round the line, prepaid credits.
public struct Charge: Sendable {
  /// How units become money; each case is one function in `Pricing/`.
  public enum Model: Sendable {
    /// Every unit costs the same.
    case standard(price: Input)
    /// Each tier's units cost that tier's price.
    case graduated(tiers: [Tier])
    /// All units cost the price of the tier that they reach.
    case volume(tiers: [Tier])
    /// Units are sold in packages of a size.
    case package(size: Input, price: Input, rounding: PackageRounding)
    /// A share of what the units, as events, are worth.
    case percentage(Percentage)
    /// A share of what the units are worth, that changes with tiers of that worth.
    case graduatedPercentage(value: Input, tiers: [Tier])
    /// The customer's part of a cost, by submitted tasks, and a markup.
    case passThrough(cost: PassedCost, markup: Input)
  }

  /// Units up to and including a bound; the last tier has none.
  public struct Tier: Sendable {
    /// Where the tier begins, where its author says so: only held against the tier before.
    public var from: Input?
    public var upTo: Input?
    /// The price of a unit, of a package of ``size``, or a share.
    public var price: Input
    /// Charged once when anything enters the tier.
    public var flat: Input?
    /// Units are rounded up to packages of this size, within the tier.
    public var size: Input?

    public init(upTo: Input?, price: Input, flat: Input? = nil, size: Input? = nil) {
      self.upTo = upTo
      self.price = price
      self.flat = flat
      self.size = size
    }
  }

  /// What becomes of a package that is not used up.
  public enum PackageRounding: String, Sendable, CaseIterable {
    /// It is paid in full.
    case up
    /// It is not paid.
    case down
  }

  /// A share of the value of events, with what is free and what an event pays at least and at most.
  public struct Percentage: Sendable {
    public var rate: Input
    /// What one event is worth; all are taken to be worth the same.
    public var value: Input
    /// A fee on each event that is not free.
    public var perEvent: Input?
    public var freeEvents: Input?
    public var freeAmount: Input?
    public var minimumPerEvent: Input?
    public var maximumPerEvent: Input?

    public init(rate: Input, value: Input) {
      self.rate = rate
      self.value = value
    }
  }

  /// A cost that can be passed on.
  public enum PassedCost: String, Sendable, CaseIterable {
    case inference, tools, infrastructure, humanReview, failures, total
  }

  public var name: String
  public var metric: Metric
  public var model: Model
  /// Parts of the usage that are not billed, by their reasons.
  public var exclusions: [(name: String, share: Input)] = []
  public var conversion: UnitConversion?
  /// Units a customer and month that cost nothing.
  public var included: Input?
  public var includedComesOff = IncludedComesOff.afterRounding
  public var discount: Input?
  public var maximum: Input?
  public var minimum: Input?
  public var credits: PrepaidCredits?
  /// What no usage costs; nil for the custom of the model.
  public var atZero: AtZero?
  public var beyondTiers = BeyondTiers.refused
  /// The smallest amount of money on a line.
  public var roundTo: Input?
  public var roundEach = RoundEach.charge

  public init(name: String, metric: Metric, model: Model, included: Input? = nil) {
    self.name = name
    self.metric = metric
    self.model = model
    self.included = included
  }
}

extension Charge {
  /// What usage is counted in once it is converted: credits.
  public struct UnitConversion: Sendable {
    /// How much usage makes a credit, or how many credits usage costs.
    public enum Factor: Sendable {
      case divideBy(Input)
      case multiplyBy(Input)
    }

    /// How credits become whole.
    public enum Rounding: String, Sendable, CaseIterable { case none, up, down, nearest }

    public var factor: Factor
    public var rounding: Rounding

    public init(factor: Factor, rounding: Rounding = .none) {
      self.factor = factor
      self.rounding = rounding
    }
  }

  /// Usage that is paid in advance, in full, and used up first; what is left at the end of a month is lost.
  public struct PrepaidCredits: Sendable {
    /// The usage that they cover.
    public var amount: Input
    /// What is paid for them; nil where that is the same.
    public var price: Input?

    public init(amount: Input, price: Input? = nil) {
      self.amount = amount
      self.price = price
    }
  }

  /// When included units come off.
  public enum IncludedComesOff: String, Sendable, CaseIterable {
    case afterRounding, beforeRounding
  }

  /// What a month without usage costs.
  public enum AtZero: String, Sendable, CaseIterable {
    /// The first tier's flat fee, or one package.
    case charged
    case free
  }

  /// What usage beyond a bounded last tier costs.
  public enum BeyondTiers: String, Sendable, CaseIterable {
    /// It is not said, and a file that leaves it open is refused.
    case refused
    case lastTier
  }

  /// What is rounded to whole amounts of money.
  public enum RoundEach: String, Sendable, CaseIterable { case charge, tier }
}
