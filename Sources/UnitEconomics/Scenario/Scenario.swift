import Formulas

/// An agent's economics as stated: volume, outcomes, what each thing costs, and the plans.
///
/// Pure values; reading a file into one is another room's work.
public struct Scenario: Sendable {
  public var name: String
  /// The ISO 4217 code of the one currency that all results are in.
  public var currency: String
  public var workUnit: WorkUnit
  public var volume: Volume
  public var outcomes: Outcomes
  public var inference: Inference
  public var tools: [Tool]
  public var infrastructure: Infrastructure
  public var humanReview: HumanReview
  public var failures: Failures
  public var plans: [Plan]
  /// The plan that revenue and margins are computed on; nil where nothing is sold.
  public var chosenPlan: String?
  /// The part of customers on each plan, where they are not all on one.
  public var planMix: [PlanShare] = []
  public var checks: [Check] = []
  public var stresses: [Stress] = []
  /// When a release is taken back.
  public var rollback: [RollbackTrigger] = []
  /// Uncertain inputs that tend to be high together.
  public var correlations: [Correlation] = []
  /// How much of the scenario's currency one unit of another buys.
  public var exchangeRates: [String: Input] = [:]
  /// Every stated quantity, in the order of the file.
  public var inputs: InputTable

  public init(
    name: String, currency: String, workUnit: WorkUnit, volume: Volume, outcomes: Outcomes,
    inference: Inference, tools: [Tool], infrastructure: Infrastructure, humanReview: HumanReview,
    failures: Failures, plans: [Plan], chosenPlan: String?, exchangeRates: [String: Input] = [:],
    inputs: InputTable
  ) {
    self.name = name
    self.currency = currency
    self.workUnit = workUnit
    self.volume = volume
    self.outcomes = outcomes
    self.inference = inference
    self.tools = tools
    self.infrastructure = infrastructure
    self.humanReview = humanReview
    self.failures = failures
    self.plans = plans
    self.chosenPlan = chosenPlan
    self.exchangeRates = exchangeRates
    self.inputs = inputs
  }
}

/// What one task is, how well it should be done, and what it costs when people do it.
public struct WorkUnit: Sendable {
  /// "ticket resolved", "invoice coded".
  public var name: String
  public var kpi: KPI?
  public var humanBaseline: HumanBaseline?

  public init(name: String, kpi: KPI? = nil, humanBaseline: HumanBaseline? = nil) {
    self.name = name
    self.kpi = kpi
    self.humanBaseline = humanBaseline
  }

  /// The figure that the agent is to move, in its owner's words.
  public struct KPI: Sendable {
    public var name: String
    public var baseline: String
    public var target: String

    public init(name: String, baseline: String, target: String) {
      self.name = name
      self.baseline = baseline
      self.target = target
    }
  }

  /// The same task done by people alone.
  public struct HumanBaseline: Sendable {
    public var time: Input
    public var rate: Input
    public var occupancy: Input

    public init(time: Input, rate: Input, occupancy: Input) {
      self.time = time
      self.rate = rate
      self.occupancy = occupancy
    }
  }
}

/// How many tasks come in a month, and how unevenly.
public struct Volume: Sendable {
  public var segments: [Segment]
  /// The busiest hour over the mean hour.
  public var peakFactor: Input

  public init(segments: [Segment], peakFactor: Input) {
    self.segments = segments
    self.peakFactor = peakFactor
  }

  /// Customers of one size; a plan is charged per customer, so sizes must not be averaged.
  public struct Segment: Sendable {
    public var name: String
    public var customers: Input
    public var tasksPerCustomer: Input
    /// Seats of one customer.
    public var seats: Input?
    /// The part of customers who use the agent in a month; all where it is not stated.
    public var active: Input?
    /// What its customers are on, where the segment has a choice of its own.
    public var plan: PlanChoice?

    public init(name: String, customers: Input, tasksPerCustomer: Input) {
      self.name = name
      self.customers = customers
      self.tasksPerCustomer = tasksPerCustomer
    }
  }
}
