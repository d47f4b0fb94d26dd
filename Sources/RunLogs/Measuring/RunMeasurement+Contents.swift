import Formulas

extension RunMeasurement {
  /// What the steps of some runs were given and gave back, read from their logs once more.
  ///
  /// - Returns: the same runs, their steps with what they say.
  /// - Throws: ``Failure`` where a log can no longer be read.
  public func withContents(
    _ runs: [RunTimeline], in logs: [String], by crew: Crew, progress: (Int) -> Void = { _ in }
  ) throws(Failure) -> [RunTimeline] {
    var settings = settings
    settings.contentsOf = Set(runs.compactMap(\.number))
    var reading = RunMeasurement(settings)
    for log in logs { try reading.read(log, by: crew, progress: progress) }
    var contents: [StepKey: StepContent] = [:]
    // Of a step that comes twice the first counts.
    for content in reading.contents {
      let key = StepKey(trace: content.trace, span: content.span)
      if contents[key] == nil { contents[key] = content }
    }
    return runs.map { run in
      guard let trace = run.number else { return run }
      var run = run
      for index in run.steps.indices {
        let content = contents[StepKey(trace: trace, span: run.steps[index].span)]
        run.steps[index].given = content?.given
        run.steps[index].answered = content?.answered
      }
      return run
    }
  }

  private struct StepKey: Hashable {
    let trace: UInt128
    let span: UInt64
  }
}
