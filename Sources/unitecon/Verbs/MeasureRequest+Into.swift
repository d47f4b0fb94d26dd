import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

extension MeasureRequest {
  /// Writes what logs say of a scenario's inputs as one that extends it.
  func write(into file: String, _ invocation: Invocation) throws -> ExitStatus {
    guard !invocation.operands.isEmpty else {
      throw UsageError(Wording.intoNeedsLog, verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.json5], usual: .json5)
    guard destination.format == .json5 else {
      throw UsageError(Wording.overlayIsJSON5, verb: invocation.verb)
    }
    if let output = destination.file, ScenarioPath.isSame(output, file) {
      throw UsageError(Wording.wouldReplace(file), verb: invocation.verb)
    }
    let subject = try Subject.load(invocation, file: file, settings: [])
    let matches = try matches(invocation, in: subject)
    let answer = try answer()
    let measured = MeasuredInputs(
      answer.measurement, into: subject.reading.model.scenario, matches: matches, bill: answer.bill)
    let text = OverlayText(measured, answer, of: file, subject, destination).text
    try destination.write(
      report: { .measure(answer, program: .this) }, table: { .measureFacts(answer) },
      json: { .measure(answer, program: .this) }, source: { text })
    return .done
  }

  /// - Parameter stated: what the scenario itself says; the command line comes before it.
  func matches(
    _ invocation: Invocation, in subject: Subject, after stated: [(path: String, name: String)] = []
  ) throws -> NameMatches {
    var matches = NameMatches()
    for (path, name) in stated { matches.add(path, is: name) }
    for text in invocation.all(Flags.match) {
      let (path, name) = try Self.halves(text, of: Flags.match, invocation)
      matches.add(InputPath.normal(path), is: name)
    }
    try refuseUnknown(matches, in: subject, besides: Set(stated.map(\.path)))
    return matches
  }

  /// What is said to be in the log must be in the scenario: a kind of call, a tool, or an input that a bill covers.
  private func refuseUnknown(
    _ matches: NameMatches, in subject: Subject, besides stated: Set<String>
  ) throws(NoAnswer) {
    let scenario = subject.reading.model.scenario
    let inputs = scenario.inputs.map(\.path)
    let things =
      scenario.inference.calls.map { InputPath.appending($0.name, to: "inference.calls") }
      + scenario.tools.map { InputPath.appending($0.name, to: "tools") }
    var faults: [Diagnostic] = []
    for path in matches.paths where !stated.contains(path) {
      let known = matches.billed.contains(path) ? inputs : things
      guard !known.contains(path) else { continue }
      let near = nearestWord(to: path, among: known)
      faults.append(
        .error(
          Wording.noMatch(path, subject.file), help: near.map(Wording.didYouMean) ?? ""))
    }
    if !faults.isEmpty { throw NoAnswer(faults) }
  }
}

extension OverlayText {
  /// What was measured, laid over the scenario that it was measured for.
  fileprivate init(
    _ measured: MeasuredInputs, _ answer: MeasureAnswer, of file: String, _ subject: Subject,
    _ destination: Destination
  ) {
    let scenario = subject.reading.model.scenario
    let names = answer.files.map(\.name).joined(separator: ", ")
    self.init(
      extending: ScenarioPath.name(of: file, in: destination.file),
      currency: answer.bill.map(\.currency) ?? scenario.currency,
      comments: [
        "What was measured, laid over the scenario that it was measured for. Ranges are 95 % intervals.",
        "Made by \(Program.this.name) \(Program.this.version) from \(names).",
      ], left: measured.gaps)
    let logs = answer.measurement.files.compactMap { $0.name.split(separator: "/").last }
    let source = [
      "measured", logs.count > 2 ? "\(logs.count) logs" : logs.joined(separator: ", "),
      answer.measurement.total.period.map {
        $0.first == $0.last ? $0.first : "\($0.first) to \($0.last)"
      } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    for input in measured.inputs {
      guard let own = scenario.inputs[input.path] else { continue }
      add(
        Statement(
          own, input.value, range: input.range, source: "\(source), n = \(input.basis)",
          note: input.note))
    }
  }
}
