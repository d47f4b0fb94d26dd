import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let explainVerb = Verb(
    "explain", .evidence, "how was this figure made, down to the inputs and their sources?",
    usage: "explain FILE [FIGURE] [flags]",
    details: """
      Prints the formula of a figure and of every figure below it, with values and units, down to \
      the inputs: each with the line that states it, its source and its note. Without a figure, \
      lists all that can be explained.
      """,
    examples: [
      "unitecon explain Scenarios/support-ticket.json5 costPerCompletedTask",
      "unitecon explain Scenarios/support-ticket.json5 grossMargin --under slowTools --depth 2",
      "unitecon explain Scenarios/support-ticket.json5",
    ],
    flags: [Flags.under, Flags.depth, Flags.set, Flags.prices]
  ) { invocation in
    guard let file = invocation.operands.first else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    guard invocation.operands.count <= 2 else {
      throw UsageError(Wording.oneFileOnly(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let depth = try invocation.number(Flags.depth, in: 0...1000)
    let subject = try Subject.load(invocation, files: [file])[0]
    guard invocation.operands.count == 2 else {
      try destination.write(
        report: { .inputs(subject, program: .this) }, table: { .runFacts([subject]) },
        json: { .run([subject], program: .this) })
      return .done
    }
    let path = invocation.operands[1]
    let reading = try subject.reading(under: invocation[Flags.under])
    guard let explanation = reading.explain(path) else {
      let near =
        nearestWord(to: path, among: Output.allCases.map(\.rawValue))
        ?? nearestWord(
          to: path,
          among: reading.values.graph.paths + subject.reading.model.scenario.inputs.map(\.path))
      throw NoAnswer([
        .error(
          Wording.noFigure(path, file),
          help: near.map(Wording.didYouMean) ?? Wording.listFigures(file))
      ])
    }
    try destination.write(
      report: {
        .explain(explanation, of: subject, in: reading, depth: depth, program: .this)
      },
      table: { .explainFacts(explanation, of: subject) },
      json: { .explain(explanation, of: subject, in: reading, program: .this) })
    return .done
  }
}

extension CaseReading {
  /// How a figure is made; an input that shapes the model rather than moving in it explains itself.
  fileprivate func explain(_ path: String) -> Explanation? {
    if let explanation = values.graph.explain(path, at: values) { return explanation }
    return (changed[path] ?? model.scenario.inputs[path]).map {
      Explanation(input: path, $0.sentence, $0.value, $0.unit)
    }
  }
}

extension Subject {
  /// The base case, or the case of a stress.
  fileprivate func reading(under name: String?) throws(NoAnswer) -> CaseReading {
    let stress = try stress(named: name)
    return reading.stresses.first { $0.stress == stress?.name } ?? reading.base
  }

  /// A stress of the scenario; nil where none is named.
  func stress(named name: String?) throws(NoAnswer) -> Stress? {
    guard let name else { return nil }
    let stresses = reading.model.scenario.stresses
    if let found = stresses.first(where: { $0.name == name }) { return found }
    var diagnostic = Diagnostic.error(Wording.noStress(name, stresses.map(\.name)))
    if let near = nearestWord(to: name, among: stresses.map(\.name)) {
      diagnostic.help = [Wording.didYouMean(near)]
    }
    throw NoAnswer([diagnostic])
  }
}
