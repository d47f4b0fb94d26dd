import Readiness
import RunLogs
import UnitEconomics

/// Whether an agent may go live, and all that it was judged by.
public struct ReadinessAnswer: Sendable {
  public let subject: Subject
  public let verdict: ReadinessVerdict
  /// The logs; nil where none was given.
  let measure: MeasureAnswer?
  /// What tasks there were to do, by the files that say so.
  let taskFiles: [RunMeasurement.File]
  /// Words of the command line that had a part in it.
  let asked: [String]

  public init(
    _ subject: Subject, _ verdict: ReadinessVerdict, measure: MeasureAnswer?,
    taskFiles: [RunMeasurement.File] = [], asked: [String] = []
  ) {
    self.subject = subject
    self.verdict = verdict
    self.measure = measure
    self.taskFiles = taskFiles
    self.asked = asked
  }

  var on: Day { verdict.subject.on }
  var logs: LogEvidence? { verdict.subject.logs }
  var currency: String { subject.currency }
  var money: NumberStyle { .money(currency) }

  func text(_ value: Double, _ style: NumberStyle) -> String {
    style.text(for: value) ?? "n/a"
  }
}

extension ItemResult.State {
  var words: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .unproven: "unproven"
    case .notApplicable: "not applicable"
    }
  }

  /// What does not apply passes: there is nothing that could fail.
  var sign: Verdict {
    switch self {
    case .met, .notApplicable: .passed
    case .notMet: .failed
    case .unproven: .warning
    }
  }
}
