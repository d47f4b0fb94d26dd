import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

extension MeasureRequest {
  /// Says how runs changed from one release to the next.
  func compare(_ invocation: Invocation) throws -> ExitStatus {
    let (before, after) = (invocation.all(Flags.before), invocation.all(Flags.after))
    let destination = try Destination(invocation)
    var stated: Subject?
    var known = NameMatches()
    if let file = invocation[Flags.scenario] {
      let subject = try Subject.load(invocation, file: file, settings: [])
      known = try matches(invocation, in: subject)
      stated = subject
    }
    let sides = [try answer(of: before), try answer(of: after)]
    var worth: ReleaseAnswer.Worth?
    if let stated {
      worth = ReleaseAnswer.Worth(
        stated: stated, before: try stated.laid(under: sides[0], known, invocation).subject,
        after: try stated.laid(under: sides[1], known, invocation).subject)
    }
    let answer = ReleaseAnswer(before: sides[0], after: sides[1], worth: worth)
    try destination.write(
      report: { .release(answer, program: .this) }, table: { .releaseFacts(answer) },
      json: { .release(answer, program: .this) })
    return answer.isTakenBack ? .checkFailed : .done
  }
}

extension Subject {
  /// The same scenario with what was measured laid over it.
  ///
  /// - Returns: it, and the paths of the inputs that were measured.
  func laid(
    under answer: MeasureAnswer, _ matches: NameMatches, _ invocation: Invocation
  ) throws(NoAnswer) -> (subject: Subject, inputs: [String]) {
    let scenario = reading.model.scenario
    let measured = MeasuredInputs(
      answer.measurement, into: scenario, matches: matches, bill: answer.bill)
    let settings = measured.inputs.compactMap { measured in
      scenario.inputs[measured.path].map { input in
        let text = QuantityText.text(
          measured.value, in: input.unit,
          currency: answer.bill.map(\.currency) ?? scenario.currency)
        return "\(measured.path)=\(text)"
      }
    }
    return (
      try Subject.load(invocation, file: file, settings: self.settings + settings),
      measured.inputs.map(\.path)
    )
  }
}
