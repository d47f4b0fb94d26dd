extension MeasureRequest {
  /// Flags that have no meaning together are refused, and none is ignored.
  static func refuseMeaningless(_ invocation: Invocation) throws(UsageError) {
    func refuse(_ words: String) -> UsageError { UsageError(words, verb: invocation.verb) }
    if let task = invocation[Flags.task] {
      if task.isEmpty { throw refuse(Wording.emptyTask) }
      for flag in notOfTasks where invocation.has(flag) { throw refuse(Wording.taskWith(flag)) }
    }
    if invocation.has(Flags.content) {
      if !invocation.has(Flags.task) { throw refuse(Wording.contentNeedsTask) }
      if invocation.operands.contains("-") { throw refuse(Wording.contentReadsTwice) }
    }
    if invocation.has(Flags.service), !invocation.has(Flags.logPrices) {
      throw refuse(Wording.serviceNeedsPrices)
    }
    if invocation.has(Flags.match), !invocation.has(Flags.into), !invocation.has(Flags.scenario) {
      throw refuse(Wording.matchNeedsInto)
    }
    if invocation.has(Flags.before) || invocation.has(Flags.after) {
      guard invocation.has(Flags.before), invocation.has(Flags.after), invocation.operands.isEmpty
      else { throw refuse(Wording.beforeAndAfter) }
      for flag in notOfReleases where invocation.has(flag) {
        throw refuse(Wording.releaseWith(flag))
      }
    } else if invocation.has(Flags.into), invocation.has(Flags.on) {
      throw refuse(Wording.onIsApart)
    } else if invocation.has(Flags.scenario) {
      throw refuse(Wording.scenarioNeedsRelease)
    }
  }

  /// What is asked of one log, and has no meaning for two of them.
  private static let notOfReleases = [
    Flags.task, Flags.byRuns, Flags.unit, Flags.columns, Flags.into, Flags.rate, Flags.on,
  ]

  /// What is asked of all runs, or lists columns.
  private static let notOfTasks = [
    Flags.byRuns, Flags.unit, Flags.columns, Flags.into, Flags.helpdesk, Flags.approvals,
    Flags.rate, Flags.bill, Flags.on,
  ]
}
