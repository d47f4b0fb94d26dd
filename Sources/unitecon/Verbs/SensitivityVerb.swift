import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let sensitivityVerb = Verb(
    "sensitivity", .answers, "which inputs matter, and how far can each go until a check fails?",
    usage: "sensitivity FILE [flags]",
    details: """
      Moves each input alone to the ends of its range, or by 10 % where the file states none, and \
      shows which move a figure most: the gross margin where there is a plan, else the cost of a \
      completed task. Then how far each input, and inputs that belong together, can go before the \
      first check fails, in the input's own unit and as a factor; and the smallest joint worsening \
      that makes one fail. Text lists the inputs that matter most, CSV and JSON all of them. The \
      exit code is 1 where a check fails already.
      """,
    examples: [
      "unitecon sensitivity Scenarios/support-ticket.json5",
      "unitecon sensitivity ticket.json5 --of costPerCompletedTask --top 20",
      "unitecon sensitivity ticket.json5 --under slowTools -o sensitivity.csv",
    ],
    flags: [Flags.of, Flags.top, Flags.under] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let top = try invocation.number(Flags.top, in: 1...1000) ?? 10
    let subject = try Subject.load(invocation, files: [file])[0]
    let model = subject.reading.model
    let stress = try subject.stress(named: invocation[Flags.under])
    let output = try subject.figure(named: invocation[Flags.of])
    guard let answer = try model.sensitivity(of: output, under: stress, by: Machine.crew) else {
      throw try subject.undefined(output, under: stress)
    }
    // A value put back is changed by the stress once more, so that only the base case has settings.
    let setting: ((Input, Double) -> String)? =
      stress == nil ? { model.scenario.setting($0, $1) } : nil
    try destination.write(
      report: {
        .sensitivity(answer, of: subject, top: top, setting: setting, program: .this)
      },
      table: { .sensitivityFacts(answer, of: subject) },
      json: { .sensitivity(answer, of: subject, setting: setting, program: .this) })
    return answer.failing.isEmpty ? .done : .checkFailed
  }
}

extension Scenario {
  /// A value of an input as `--set` takes it.
  fileprivate func setting(_ input: Input, _ value: Double) -> String {
    let currency = input.foreignCurrency ?? currency
    return "\(input.path)=\(QuantityText.text(value, in: input.unit, currency: currency))"
  }
}

extension Subject {
  /// A figure of the model by its path; where none is named, the one that the scenario is about.
  fileprivate func figure(named path: String?) throws(NoAnswer) -> String {
    guard let path else {
      let isSold = reading.model.scenario.chosenPlan != nil
      return (isSold ? Output.grossMargin : .costPerCompletedTask).rawValue
    }
    guard reading.model.graph.positions[path] != nil else {
      throw NoAnswer.unknownFigure(path, in: self)
    }
    return path
  }

  fileprivate func undefined(_ output: String, under stress: Stress?) throws -> NoAnswer {
    let reading =
      try stress.map { try CaseReading($0, on: self.reading.model) } ?? self.reading.base
    let reason = reading.values[output]?.reason ?? ""
    return NoAnswer([
      .error(Wording.undefinedFigure(output, reason), help: Wording.askOfAnother)
    ])
  }
}
