import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let solveVerb = Verb(
    "solve", .answers, "which value of one input makes a figure hit a target?",
    usage: "solve FILE --for INPUT --target FIGURE=VALUE [flags]",
    details: """
      Finds every value of an input at which a figure hits a target, to the last digit: the price \
      for a margin, the volume that breaks even, the handle time that a cost allows. It looks \
      through all that the input can sensibly be, or between the ends that --between gives. Where \
      no value does it, it says what the figure can be, and the exit code is 1. A figure that \
      moves in steps may jump past its target; that is said too.
      """,
    examples: [
      "unitecon solve ticket.json5 --for plans.growth.platformFee --target grossMargin=70%",
      "unitecon solve ticket.json5 --for humanReview.rate --target 'costPerCompletedTask=$0.50'",
      "unitecon solve ticket.json5 --for humanReview.rate --target grossMargin=50% --under slowTools",
    ],
    flags: [
      Flags.forInput, Flags.target, Flags.under, Flags.between,
    ] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    guard let path = invocation[Flags.forInput] else {
      throw UsageError(Wording.needs(Flags.forInput), verb: invocation.verb)
    }
    guard let target = invocation[Flags.target], let equals = target.firstIndex(of: "=") else {
      throw UsageError(Wording.needs(Flags.target), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let subject = try Subject.load(invocation, files: [file])[0]
    let output = String(target[..<equals])
    let question = try Question(
      subject, file, path, output, String(target[target.index(after: equals)...]), invocation)
    let model = subject.reading.model
    guard
      let solution = try model.solve(
        for: path, output: output, target: question.target, under: question.stress,
        range: question.range)
    else { throw NoAnswer([.error(Wording.noFigure(path, file))]) }
    let settings = solution.roots.map { root in
      let value = QuantityText.text(
        root.position, in: solution.input.unit, currency: subject.currency(of: solution.input))
      return "--set '\(path)=\(value)'"
    }
    try destination.write(
      report: { .solve(solution, of: subject, settings: settings, program: .this) },
      table: { .solveFacts(solution, of: subject) },
      json: { .solve(solution, of: subject, program: .this) })
    return solution.roots.isEmpty ? .checkFailed : .done
  }
}

extension Subject {
  /// The currency that an input is stated in.
  func currency(of input: Input) -> String {
    input.foreignCurrency ?? reading.model.scenario.currency
  }
}

/// What is asked, read in the units of the model.
private struct Question {
  let target: Double
  let stress: Stress?
  let range: ClosedRange<Double>?

  init(
    _ subject: Subject, _ file: String, _ path: String, _ output: String, _ target: String,
    _ invocation: Invocation
  ) throws(NoAnswer) {
    let model = subject.reading.model
    guard let input = model.scenario.inputs[path] else {
      throw Self.unknown(path, file, among: model.scenario.inputs.map(\.path))
    }
    guard let position = model.graph.positions[output] else {
      throw NoAnswer.unknownFigure(output, in: subject)
    }
    func value(
      _ text: String, _ name: String, _ unit: Unit, _ currency: String
    ) throws(NoAnswer) -> Double {
      switch QuantityText.value(text, of: name, in: unit, currency: currency) {
      case .success(let value): return value
      case .failure(let problem): throw NoAnswer([problem.diagnostic])
      }
    }
    self.target = try value(
      target, output, model.graph.nodes[position].unit, model.scenario.currency)
    stress = try subject.stress(named: invocation[Flags.under])
    guard let between = invocation[Flags.between] else {
      range = nil
      return
    }
    let ends = between.split(separator: "..", maxSplits: 1).map(String.init)
    guard ends.count == 2 else { throw NoAnswer([.error(Wording.notARange(between))]) }
    let currency = subject.currency(of: input)
    var low = max(try value(ends[0], path, input.unit, currency), input.domain.low)
    var high = min(try value(ends[1], path, input.unit, currency), input.domain.high)
    if input.domain.isWhole { (low, high) = (low.rounded(.up), high.rounded(.down)) }
    guard low < high else { throw NoAnswer([.error(Wording.emptyRange(between, path))]) }
    range = low...high
  }

  private static func unknown(
    _ path: String, _ file: String, among known: [String]
  ) -> NoAnswer {
    let near = nearestWord(to: path, among: known)
    return NoAnswer([
      .error(
        Wording.noFigure(path, file),
        help: near.map(Wording.didYouMean) ?? Wording.listFigures(file))
    ])
  }
}
