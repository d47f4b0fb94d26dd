import Formulas

/// The shares of submitted tasks that end in each way.
struct OutcomeShares {
  let success: Double
  /// In the order of ``Reason``'s cases.
  let escalation: [Double]
  let wrong: Double
  /// Of escalated tasks.
  let completedByPeople: Double
  /// Of wrong results.
  let detected: Double

  init(_ values: Values, _ outcomes: Outcomes) {
    func share(_ path: String) -> Double { values[path]?.value ?? 0 }
    success = share("tsr")
    escalation = Reason.allCases.map { share("escalationByReason.\($0)") }
    wrong = share("failedRate")
    completedByPeople = share(outcomes.humanCompletes.path)
    detected = share(outcomes.wrongDetected.path)
  }

  /// What must have a value so that there are shares.
  static let paths = ["tsr", "failedRate", "escalationRate"]
}

/// The months of a segment's customers as luck makes them.
///
/// Tasks come independently of each other, so their number in a month is Poisson. Split by how they end
/// it is one independent Poisson count for each end, which is the same as a binomial split of their sum.
struct SegmentLuck: Sendable {
  private let tasks: Double
  private let success: PoissonCount
  private let completed: [PoissonCount]
  private let uncompleted: [PoissonCount]
  private let detected: PoissonCount
  private let undetected: PoissonCount
  private let handleTimes: [HandleTime]
  private let rework: HandleTime

  /// - Parameters:
  ///   - segment: the name that random numbers go by.
  ///   - tasks: how many a customer has a month, on average.
  init(_ segment: String, tasks: Double, _ shares: OutcomeShares, seed: UInt64) {
    self.tasks = tasks
    let path = InputPath.appending(segment, to: "month.segments")
    func count(_ name: String, _ share: Double) -> PoissonCount {
      PoissonCount(mean: max(0, tasks * share), name: "\(path).\(name)", seed: seed)
    }
    func time(_ name: String) -> HandleTime { HandleTime(name: "\(path).\(name)", seed: seed) }
    let byPeople = shares.completedByPeople
    success = count("success", shares.success)
    let escalation = zip(Reason.allCases, shares.escalation)
    completed = escalation.map { count("escalation.\($0).completed", $1 * byPeople) }
    uncompleted = escalation.map { count("escalation.\($0).left", $1 * (1 - byPeople)) }
    detected = count("wrong.detected", shares.wrong * shares.detected)
    undetected = count("wrong.undetected", shares.wrong * (1 - shares.detected))
    handleTimes = Reason.allCases.map { time("handleTime.\($0)") }
    rework = time("rework")
  }

  /// Neighbouring months.
  func draw(_ months: Range<Int>, on engine: BlockEngine) -> MonthCounts {
    func numbers(_ count: PoissonCount) -> [Double] { count.draw(months, on: engine) }
    var counts = MonthCounts(months.count)
    counts.successes = numbers(success)
    counts.detected = numbers(detected)
    counts.undetected = numbers(undetected)
    for reason in handleTimes.indices {
      let (done, left) = (numbers(completed[reason]), numbers(uncompleted[reason]))
      for row in 0..<months.count {
        counts.completedByPeople[row] += done[row]
        counts.escalations[reason][row] = done[row] + left[row]
        counts.escalationTimes[reason][row] = handleTimes[reason].time(
          months.lowerBound + row, cases: done[row] + left[row])
      }
    }
    for row in 0..<months.count {
      counts.reworkTimes[row] = rework.time(months.lowerBound + row, cases: counts.detected[row])
      counts.tasks[row] =
        counts.successes[row] + counts.escalated(row) + counts.detected[row]
        + counts.undetected[row]
    }
    return counts
  }

  /// The month in which everything is as often as it is on average.
  var expected: MonthCounts {
    var counts = MonthCounts(1)
    counts.successes = [success.mean]
    counts.detected = [detected.mean]
    counts.undetected = [undetected.mean]
    counts.completedByPeople = [completed.reduce(0) { $0 + $1.mean }]
    counts.escalations = zip(completed, uncompleted).map { [$0.mean + $1.mean] }
    counts.escalationTimes = counts.escalations
    counts.reworkTimes = counts.detected
    counts.tasks = [tasks]
    return counts
  }
}
