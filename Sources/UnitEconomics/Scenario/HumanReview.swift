/// The people behind the agent: what they handle, check, approve and put right.
public struct HumanReview: Sendable {
  /// How hours become cost.
  public enum Staffing: String, Sendable, CaseIterable {
    /// Every paid hour is an hour needed.
    case variable
    /// Whole people are employed, idle or not.
    case wholeFTE
    /// As many as keep a service level at the busiest hour, while callers wait however long.
    case erlangC
    /// The same, while callers leave when their patience ends.
    case erlangA

    /// Whether escalated tasks come to a ``Queue``.
    public var hasQueue: Bool { self == .erlangC || self == .erlangA }
  }

  /// How soon escalated tasks are to be answered, and who is there to do it.
  public struct Queue: Sendable {
    /// The part of escalated tasks that is answered in time.
    public var serviceLevel: Input
    public var within: Input
    /// The part of paid hours that people are not there for: leave, training, breaks.
    public var shrinkage: Input
    public var openHours: Input
    /// The mean time after which a caller leaves; nil where nobody does.
    public var patience: Input?

    public init(
      serviceLevel: Input, within: Input, shrinkage: Input, openHours: Input,
      patience: Input? = nil
    ) {
      self.serviceLevel = serviceLevel
      self.within = within
      self.shrinkage = shrinkage
      self.openHours = openHours
      self.patience = patience
    }
  }

  /// Work on a share of the tasks.
  public struct Activity: Sendable {
    public var share: Input
    public var time: Input

    public init(share: Input, time: Input) {
      self.share = share
      self.time = time
    }
  }

  public var rate: Input
  /// The part of a paid hour that is spent on tasks.
  public var occupancy: Input
  public var staffing: Staffing
  /// Stated with the staffing models that have one.
  public var queue: Queue?
  public var hoursPerFTE: Input?
  public var handleTime: [Reason: Input]
  /// Of what looks like success.
  public var sampling: Activity?
  /// Of submitted tasks.
  public var approvals: Activity?
  /// The time to put a detected wrong result right.
  public var rework: Input?

  public init(
    rate: Input, occupancy: Input, staffing: Staffing = .variable, queue: Queue? = nil,
    hoursPerFTE: Input? = nil, handleTime: [Reason: Input], sampling: Activity? = nil,
    approvals: Activity? = nil, rework: Input? = nil
  ) {
    self.rate = rate
    self.occupancy = occupancy
    self.staffing = staffing
    self.queue = queue
    self.hoursPerFTE = hoursPerFTE
    self.handleTime = handleTime
    self.sampling = sampling
    self.approvals = approvals
    self.rework = rework
  }
}
