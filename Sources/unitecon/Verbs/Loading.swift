import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

/// Why there is no answer: everything that is wrong, printed together.
struct NoAnswer: Error {
  var diagnostics: [Diagnostic]
  var text: String

  /// Diagnostics that speak of no file.
  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
    text = DiagnosticPrinter().text(
      diagnostics, in: SourceMap(), color: Terminal.standardError.takesColor)
  }

  /// Units that do not fit together.
  init(_ faults: ModelFaults) { self.init(faults.faults.map { .error($0.description) }) }

  init(text: String) {
    diagnostics = []
    self.text = text
  }
}

extension NoAnswer {
  /// There is no such figure; the nearest one is suggested, one of the outputs before any other.
  static func unknownFigure(_ path: String, in subject: Subject) -> NoAnswer {
    let outputs = Output.allCases.map(\.rawValue)
    let near =
      nearestWord(to: path, among: outputs)
      ?? nearestWord(to: path, among: subject.reading.model.graph.paths)
    return NoAnswer([
      .error(
        Wording.noFigure(path, subject.file),
        help: near.map(Wording.didYouMean) ?? Wording.listFigures(subject.file))
    ])
  }
}

extension Program {
  static let this = Program(name: "unitecon", version: "0.1.0")
}

extension Subject {
  /// The scenarios that the command line names, read and computed.
  static func load(_ invocation: Invocation, files: [String]? = nil) throws(NoAnswer) -> [Subject] {
    try load(invocation, files: files) { $0 }
  }

  /// What is wanted of each scenario that the command line names, worked out on all cores.
  ///
  /// - Throws: ``NoAnswer`` with all that is wrong in all the files; there is no answer in part.
  static func load<Wanted: Sendable>(
    _ invocation: Invocation, files: [String]? = nil,
    _ wanted: @escaping @Sendable (Subject) -> Wanted
  ) throws(NoAnswer) -> [Wanted] {
    let settings = invocation.all(Flags.set)
    let loader = ScenarioLoader(invocation, settings)
    return try answers(
      Machine.map(files ?? invocation.operands) { file in
        load(file, loader, settings).map { (wanted($0), $1) }
      })
  }

  /// One scenario with settings that do not stand in the command line.
  static func load(
    _ invocation: Invocation, file: String, settings: [String]
  ) throws(NoAnswer) -> Subject {
    let loader = ScenarioLoader(invocation, settings)
    return try answers([load(file, loader, settings).map { ($0, $1) }])[0]
  }

  /// One scenario with the prices that it names itself, whatever book the command line names.
  static func loadAsPriced(
    _ file: String, _ invocation: Invocation
  ) throws(NoAnswer) -> Subject {
    let settings = invocation.all(Flags.set)
    let loader = ScenarioLoader(settings: settings, otherBooks: .ofThisProgram)
    return try answers([load(file, loader, settings).map { ($0, $1) }])[0]
  }

  /// One scenario as it stands, and with the settings of the command line.
  static func loadBothWays(
    _ file: String, _ invocation: Invocation
  ) throws(NoAnswer) -> (stated: Subject, set: Subject) {
    let both = try answers(
      Machine.map([[], invocation.all(Flags.set)]) { settings in
        load(file, ScenarioLoader(invocation, settings), settings)
      })
    return (both[0], both[1])
  }

  /// What was loaded, once all warnings are written; what is wrong in two of them is said once.
  private static func answers<Wanted>(
    _ results: [Result<(Wanted, String), NoAnswer>]
  ) throws(NoAnswer) -> [Wanted] {
    var faults: [String] = []
    var warnings: [String] = []
    var answers: [Wanted] = []
    for result in results {
      switch result {
      case .success(let (answer, text)):
        answers.append(answer)
        if !warnings.contains(text) { warnings.append(text) }
      case .failure(let fault): if !faults.contains(fault.text) { faults.append(fault.text) }
      }
    }
    if !faults.isEmpty { throw NoAnswer(text: faults.joined(separator: "\n")) }
    Terminal.standardError.write(warnings.joined())
    return answers
  }

  /// One scenario, and the warnings that came with it.
  private static func load(
    _ file: String, _ loader: ScenarioLoader, _ settings: [String]
  ) -> Result<(Subject, String), NoAnswer> {
    let loaded = loader.load(file)
    let messages = DiagnosticPrinter().text(
      loaded.diagnostics, in: loaded.sources, color: Terminal.standardError.takesColor)
    guard let model = loaded.model else { return .failure(NoAnswer(text: messages)) }
    do throws(ModelFaults) {
      let subject = Subject(
        reading: try ScenarioReading(model), file: file,
        sources: loaded.files.map { Source(name: $0.name, sha256: $0.sha256) },
        settings: settings, readiness: loaded.readiness)
      return .success((subject, messages))
    } catch {
      return .failure(NoAnswer(error))
    }
  }
}

extension ScenarioLoader {
  /// The loader that the command line asks for, with these settings.
  init(_ invocation: Invocation, _ settings: [String]) {
    self.init(
      settings: settings, priceBook: invocation.priceBook,
      assumptions: invocation[Flags.assumptions],
      decimalComma: invocation[Flags.decimal] == ",", checklist: invocation[Flags.checklist],
      readsReadiness: invocation.has(Flags.day),
      otherBooks: .ofThisProgram)
  }
}
