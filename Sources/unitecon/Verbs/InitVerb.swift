import Reporting
import ScenarioFiles
import UnitEconomics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Verb {
  static let initVerb = Verb(
    "init", .shell, "a commented scenario to start from",
    usage: "init [--template KIND] [-o FILE]",
    details: """
      Writes a scenario that runs as it stands, with a comment on what each part is, and says which of its \
      figures to replace first: those that move the cost of a completed task most. In a terminal it asks \
      a dozen questions at most, each with an answer to take as it is; --template asks nothing, and --ask \
      asks wherever the answers come from. A file that is there already is never replaced.
      """,
    examples: [
      "unitecon init -o ticket.json5",
      "unitecon init --template invoice -o invoice.json5",
    ],
    flags: [Flags.template, Flags.ask, Flags.output], writesResults: false
  ) { invocation in
    guard invocation.operands.isEmpty else {
      throw UsageError(Wording.initTakesNoFile, verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.json5], usual: .json5)
    guard destination.format == .json5 else {
      throw UsageError(Wording.isJSON5, verb: invocation.verb)
    }
    if let path = destination.file, access(path, F_OK) == 0 {
      throw NoAnswer([.error(Wording.alreadyThere(path))])
    }
    try destination.write(page: text(invocation))
    if let path = destination.file { try tellWhatIsFirst(path, invocation) }
    return .done
  }

  /// The scenario as a file that runs; where answers make it one that does not, they are asked for again.
  private static func text(_ invocation: Invocation) throws -> String {
    let kind = invocation[Flags.template].flatMap(StarterKind.init(rawValue:))
    let asks =
      invocation.has(Flags.ask)
      || kind == nil && Terminal.standardInput.isTerminal && Terminal.standardError.isTerminal
    guard asks else { return (kind ?? .support).starter.laidOut }
    let interview = Interview { Terminal.standardError.write($0) }
    guard var starter = (kind ?? interview.kind())?.starter else {
      throw NoAnswer([.error(Wording.endedEarly)])
    }
    while true {
      guard let answered = interview.ask(starter) else {
        throw NoAnswer([.error(Wording.endedEarly)])
      }
      let loaded = ScenarioLoader().load(text: answered.laidOut, named: "scenario")
      if loaded.model != nil { return answered.laidOut }
      Terminal.standardError.write(
        Wording.doesNotRun
          + DiagnosticPrinter().text(
            loaded.diagnostics, in: loaded.sources, color: Terminal.standardError.takesColor)
          + Wording.askAgain)
      starter = answered
    }
  }

  /// What it comes to, and the inputs that move it most.
  private static func tellWhatIsFirst(_ path: String, _ invocation: Invocation) throws {
    let subject = try Subject.load(invocation, files: [path])[0]
    let output = Output.costPerCompletedTask
    guard let cost = subject.reading.base.values[output].value,
      let tornado = try Standpoint(subject.reading.model).tornado(of: output.rawValue)
    else { return }
    let shown = NumberStyle.money("USD").text(for: cost) ?? "\(cost)"
    Terminal.standardError.write(Wording.written(path, "\(output.words) is \(shown)"))
    Terminal.standardError.write(Wording.replaceFirst)
    for bar in tornado.moving.prefix(5) {
      Terminal.standardError.write("  \(bar.input.path)\n")
    }
    Terminal.standardError.write(Wording.next(path))
  }
}

extension Starter {
  /// The text in the layout of a scenario: what was answered has its place first.
  fileprivate var laidOut: String {
    if case .text(let laidOut) = FileFormat.result(of: Array(text.utf8), named: "scenario") {
      return laidOut
    }
    return text
  }
}
