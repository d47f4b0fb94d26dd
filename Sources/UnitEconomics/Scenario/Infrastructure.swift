/// What runs the agent, and what is paid whether it runs or not.
public struct Infrastructure: Sendable {
  /// An amount under a name of the scenario's own.
  public typealias Item = (name: String, price: Input)

  public var workers: Workers?
  public var monthly: [Item]
  public var perTask: [Item]
  public var perCustomer: [Item]
  public var traces: Traces?
  public var evaluation: Evaluation?
  public var shadowShare: Input?
  public var canary: Canary?
  public var oneOff: [OneOff]

  public init(
    workers: Workers? = nil, monthly: [Item] = [], perTask: [Item] = [],
    perCustomer: [Item] = [], traces: Traces? = nil, evaluation: Evaluation? = nil,
    shadowShare: Input? = nil, canary: Canary? = nil, oneOff: [OneOff] = []
  ) {
    self.workers = workers
    self.monthly = monthly
    self.perTask = perTask
    self.perCustomer = perCustomer
    self.traces = traces
    self.evaluation = evaluation
    self.shadowShare = shadowShare
    self.canary = canary
    self.oneOff = oneOff
  }

  /// The machines that tasks run on, each with so many slots.
  public struct Workers: Sendable {
    /// How their number follows the load.
    public enum Scaling: String, Sendable, CaseIterable {
      /// Enough whole workers for the peak, all month.
      case whole
      /// As many as are busy, paid by the second.
      case elastic
    }

    public var price: Input
    public var slots: Input
    public var targetUtilization: Input
    public var minimum: Input
    public var scaling: Scaling

    public init(
      price: Input, slots: Input, targetUtilization: Input, minimum: Input,
      scaling: Scaling = .whole
    ) {
      self.price = price
      self.slots = slots
      self.targetUtilization = targetUtilization
      self.minimum = minimum
      self.scaling = scaling
    }
  }

  /// The log of every attempt: taken in once, kept for months.
  public struct Traces: Sendable {
    public var size: Input
    public var retention: Input
    public var ingest: Input
    public var storage: Input

    public init(size: Input, retention: Input, ingest: Input, storage: Input) {
      self.size = size
      self.retention = retention
      self.ingest = ingest
      self.storage = storage
    }
  }

  /// The evaluation suite; each case costs one attempt.
  public struct Evaluation: Sendable {
    public var cases: Input
    public var runs: Input

    public init(cases: Input, runs: Input) {
      self.cases = cases
      self.runs = runs
    }
  }

  /// A new release tried on a part of the tasks, at a higher cost an attempt.
  public struct Canary: Sendable {
    public var share: Input
    public var duration: Input
    public var releases: Input
    public var costMultiplier: Input

    public init(share: Input, duration: Input, releases: Input, costMultiplier: Input) {
      self.share = share
      self.duration = duration
      self.releases = releases
      self.costMultiplier = costMultiplier
    }
  }

  /// A cost paid once and spread over months: an audit, a penetration test.
  public struct OneOff: Sendable {
    public var name: String
    public var amount: Input
    public var months: Input

    public init(name: String, amount: Input, months: Input) {
      self.name = name
      self.amount = amount
      self.months = months
    }
  }
}
