import Readiness
import RunLogs
import UnitEconomics

/// Whether an agent may go live, and all that it was judged by.
public struct ReadinessAnswer: Sendable {
  public let subject: Subject
  public let verdict: ReadinessVerdict
  /// The logs; nil where none was given.
  let measure: MeasureAnswer?
  /// What tasks there were to do; nil where nothing says so.
  let tasks: TaskLog?
  /// Words of the command line that had a part in it.
  let asked: [String]

  public init(
    _ subject: Subject, _ verdict: ReadinessVerdict, measure: MeasureAnswer?,
    tasks: TaskLog? = nil, asked: [String] = []
  ) {
    self.subject = subject
    self.verdict = verdict
    self.measure = measure
    self.tasks = tasks
    self.asked = asked
  }

  var on: Day { verdict.subject.on }
  var logs: LogEvidence? { verdict.subject.logs }
  var currency: String { subject.currency }

  /// Everything that was read beside the scenario.
  var files: [RunMeasurement.File] { (measure?.files ?? []) + (tasks?.files ?? []) }

  /// The lines of all of it that could not be read, in which anything may stand.
  var unread: UnreadLines {
    let lines = measure?.unread ?? UnreadLines()
    return tasks.map { lines.adding($0.unread) } ?? lines
  }

  /// The incident that was picked, as a run of a log that is shown.
  var incident: (run: RunTimeline, answer: TimelineAnswer)? {
    guard let measure, let run = measure.measurement.audit?.incident else { return nil }
    return (run, TimelineAnswer(measure, name: run.trace ?? "", runs: [run], terminalWidth: nil))
  }
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
