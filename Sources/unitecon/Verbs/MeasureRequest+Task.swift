import Machine
import Reporting
import RunLogs
import ScenarioFiles

extension MeasureRequest {
  /// Writes the runs that were asked for, step by step.
  func show(
    _ search: RunSearch, _ answer: MeasureAnswer, to destination: Destination
  ) throws(NoAnswer) -> ExitStatus {
    var runs = try search.answer()
    if showsContents {
      do throws(RunMeasurement.Failure) {
        runs = try answer.measurement.withContents(runs, in: logs, by: Machine.crew)
      } catch {
        throw NoAnswer([.error(Wording.cannotRead(error.file, error.reason))])
      }
    }
    let timeline = TimelineAnswer(
      answer, name: search.name, runs: runs,
      terminalWidth: destination.format == .txt ? destination.text.width : nil)
    try destination.write(
      report: { .timeline(timeline, program: .this) }, table: { .timelineFacts(timeline) },
      json: { .timeline(timeline, program: .this) })
    return .done
  }
}
