import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let explainVerb = Verb(
    "explain", .evidence, "how was this figure made, down to the inputs and their sources?",
    usage: "explain FILE [FIGURE…] [flags]",
    details: """
      Prints the formula of a figure and of every figure below it, with values and units, down to \
      the inputs: each with the line that states it, its source and its note. Without a figure, \
      lists all that can be explained. With --format py, or -o model.py, it writes the figures as a \
      Python function of the inputs, in the same operations and order; several figures then, or \
      all headline figures where none is named.
      """,
    examples: [
      "unitecon explain Scenarios/support-ticket.json5 costPerCompletedTask",
      "unitecon explain Scenarios/support-ticket.json5 grossMargin --under slowTools --depth 2",
      "unitecon explain Scenarios/support-ticket.json5",
      "unitecon explain Scenarios/support-ticket.json5 grossMargin -o margin.py",
    ],
    flags: [Flags.under, Flags.depth] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.py])
    let figures = Array(invocation.operands.dropFirst())
    guard figures.count <= 1 || destination.format == .py else {
      throw UsageError(Wording.oneFileOnly(invocation.verb), verb: invocation.verb)
    }
    let depth = try invocation.number(Flags.depth, in: 0...1000)
    let subject = try Subject.load(invocation, files: [file])[0]
    let reading = try subject.reading(under: invocation[Flags.under])
    var explanations: [Explanation] = []
    for path in figures {
      guard let explanation = reading.explain(path) else {
        throw NoAnswer.unknownFigure(path, in: subject)
      }
      explanations.append(explanation)
    }
    guard let explanation = explanations.first, destination.format != .py else {
      try destination.write(
        report: { .inputs(subject, program: .this) }, table: { .runFacts([subject]) },
        json: { .run([subject], program: .this) }, source: { reading.python(figures) })
      return .done
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
  /// Figures as a Python program; the headline figures where none is named.
  fileprivate func python(_ figures: [String]) -> String {
    let graph = values.graph
    let known = (figures.isEmpty ? Output.allCases.map(\.rawValue) : figures).filter {
      graph.positions[$0] != nil
    }
    return graph.pythonSource(of: known, at: model.point(changed: changed))
  }

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
