/// The people behind the agent: what they handle, check, approve and put right.
public struct HumanReview: Sendable {
  /// How hours become cost.
  public enum Staffing: String, Sendable, CaseIterable {
    /// Every paid hour is an hour needed.
    case variable
    /// Whole people are employed, idle or not.
    case wholeFTE
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
  public var hoursPerFTE: Input?
  public var handleTime: [Reason: Input]
  /// Of what looks like success.
  public var sampling: Activity?
  /// Of submitted tasks.
  public var approvals: Activity?
  /// The time to put a detected wrong result right.
  public var rework: Input?

  public init(
    rate: Input, occupancy: Input, staffing: Staffing = .variable, hoursPerFTE: Input? = nil,
    handleTime: [Reason: Input], sampling: Activity? = nil, approvals: Activity? = nil,
    rework: Input? = nil
  ) {
    self.rate = rate
    self.occupancy = occupancy
    self.staffing = staffing
    self.hoursPerFTE = hoursPerFTE
    self.handleTime = handleTime
    self.sampling = sampling
    self.approvals = approvals
    self.rework = rework
  }
}
