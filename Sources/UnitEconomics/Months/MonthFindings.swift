import Formulas

/// What drawn months say: of one customer of each segment, and of all customers together.
public struct MonthFindings: Sendable {
  public let plan: MonthPlan
  public let segments: [SegmentMonths]
  /// Nil where so many customers share a month that too few months could be drawn.
  public let whole: WholeMonths?
  /// What a plan earns in a month of all customers, by the spread of one customer's month.
  public let evened: [EvenedRevenue]

  /// The revenue of many customers whose months are independent.
  ///
  ///     sd = √(Σ customers · variance of one customer's invoice)
  public struct EvenedRevenue: Sendable {
    public let plan: String
    public let mean: Double
    public let deviation: Double
  }
}

/// Months of one customer of a segment.
public struct SegmentMonths: Sendable {
  public let name: String
  public let customers: Double
  /// In the order of ``CustomerMonthFigure``'s cases.
  public let figures: [FigureDistribution]
  public let plans: [PlanMonths]
  /// How likely a customer's month fails the checks that are about one customer of the segment.
  public let checks: [SimulationFindings.CheckLikelihood]

  /// What a customer's month comes to on a plan.
  public struct PlanMonths: Sendable {
    public let plan: String
    /// What the customer pays; as stated, the invoice of the average month.
    public let revenue: FigureDistribution
    /// Less payment fee and the customer's cost.
    public let contribution: FigureDistribution
    public let contributionMargin: FigureDistribution
    /// How likely the month costs more than it pays.
    public let losing: SimulationFindings.Likelihood
    /// How likely the month earns the success kicker; nil where the plan has none.
    public let kickerEarned: SimulationFindings.Likelihood?

    /// How much more the average invoice is than the invoice of the average month; nil where that has
    /// no value.
    public var convexity: FigureDistribution.Estimate? {
      revenue.stated.value.map { .init(value: revenue.mean.value - $0, error: revenue.mean.error) }
    }
  }
}

extension MonthPlan {
  /// Draws all months and says what they come to; every crew says the same.
  ///
  /// - Parameters:
  ///   - crew: who draws.
  ///   - advance: told of customers' months that are done, from any thread.
  public func findings(
    by crew: Crew, advance: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> MonthFindings {
    let segments = self.segments.map {
      CustomerMonths(self, $0).drawn(by: crew, advance: advance)
    }
    let evened = model.scenario.plans.indices.map { index in
      MonthFindings.EvenedRevenue(
        plan: model.scenario.plans[index].name,
        mean: segments.reduce(0) { $0 + $1.customers * $1.plans[index].revenue.mean.value },
        deviation: segments.reduce(0) { sum, segment in
          let deviation = segment.plans[index].revenue.deviation.value
          return sum + segment.customers * deviation * deviation
        }.squareRoot())
    }
    return MonthFindings(
      plan: self, segments: segments,
      whole: wholeMonths > 0 ? WholeMonths(self, by: crew, advance: advance) : nil,
      evened: evened)
  }

  /// Customers' months that all draws are together.
  public var customerMonths: Int {
    draws * segments.count + wholeMonths * segments.reduce(0) { $0 + $1.drawn }
  }
}
