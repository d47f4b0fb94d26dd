import Formulas

/// How the tasks of some months ended, one customer's each, and how long people worked on them.
struct MonthCounts {
  var tasks: [Double]
  var successes: [Double]
  /// By reason, in the order of ``Reason``'s cases.
  var escalations: [[Double]]
  /// Of these, what a person then completed.
  var completedByPeople: [Double]
  var detected: [Double]
  var undetected: [Double]
  /// What escalations by reason took, in mean handle times.
  var escalationTimes: [[Double]]
  /// What rework of detected wrong results took, in mean times.
  var reworkTimes: [Double]

  init(_ count: Int) {
    let none = [Double](repeating: 0, count: count)
    let byReason = Reason.allCases.map { _ in none }
    (tasks, successes, completedByPeople, detected, undetected) = (none, none, none, none, none)
    (escalations, escalationTimes, reworkTimes) = (byReason, byReason, none)
  }

  var count: Int { tasks.count }

  /// All escalations of a month.
  func escalated(_ row: Int) -> Double { escalations.reduce(0) { $0 + $1[row] } }

  /// Counts of one month more in a row: of a customer who counts in part where the weight is below 1.
  mutating func add(_ other: MonthCounts, row: Int, to target: Int, weight: Double) {
    tasks[target] += weight * other.tasks[row]
    successes[target] += weight * other.successes[row]
    completedByPeople[target] += weight * other.completedByPeople[row]
    detected[target] += weight * other.detected[row]
    undetected[target] += weight * other.undetected[row]
    reworkTimes[target] += weight * other.reworkTimes[row]
    for reason in escalations.indices {
      escalations[reason][target] += weight * other.escalations[reason][row]
      escalationTimes[reason][target] += weight * other.escalationTimes[reason][row]
    }
  }

  /// The months as inputs of ``ModelBuilder/customerMonth(_:)``.
  ///
  /// - Parameter times: mean times that people take.
  func numbers(_ input: MonthInput, _ times: MeanTimes) -> [Double] {
    switch input {
    case .tasks: tasks
    case .successes: successes
    case .escalations: tasks.indices.map(escalated)
    case .completed:
      tasks.indices.map { successes[$0] + completedByPeople[$0] + detected[$0] }
    case .wrong: tasks.indices.map { detected[$0] + undetected[$0] }
    case .undetected: undetected
    case .hours:
      tasks.indices.map { row in
        escalationTimes.indices.reduce(times.rework * reworkTimes[row]) {
          $0 + times.byReason[$1] * escalationTimes[$1][row]
        }
      }
    }
  }
}

/// The mean hours that a case takes; 0 where none is stated.
struct MeanTimes {
  let byReason: [Double]
  let rework: Double

  init(_ values: Values, _ review: HumanReview) {
    func hours(_ input: Input?) -> Double {
      input.flatMap { values[$0.path]?.value }.map { $0 / 60 } ?? 0
    }
    byReason = Reason.allCases.map { hours(review.handleTime[$0]) }
    rework = hours(review.rework)
  }
}
