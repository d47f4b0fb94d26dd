/// One verb of the command: its names, its help and what it does.
struct Verb: Sendable {
  enum Group: String, CaseIterable {
    case answers = "What it costs, and what is left"
    case evidence = "Where a figure comes from"
    case shell = "To begin with"
  }

  let name: String
  let group: Group
  let summary: String
  /// The usage behind `unitecon`.
  let usage: String
  let details: String
  let examples: [String]
  let flags: [Flag]
  /// The words that may stand behind its name, where they are known.
  let words: [String]
  let run: @Sendable (Invocation) throws -> ExitStatus

  /// - Parameters:
  ///   - words: what a shell completes behind its name beside files.
  ///   - writesResults: whether it has results that are written in one of several formats.
  init(
    _ name: String, _ group: Group, _ summary: String, usage: String, details: String,
    examples: [String], flags: [Flag], words: [String] = [], writesResults: Bool = true,
    run: @escaping @Sendable (Invocation) throws -> ExitStatus
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.usage = usage
    self.details = details
    self.examples = examples
    self.words = words
    self.flags = flags + (writesResults ? Flags.ofOutput : []) + [Flags.help]
    self.run = run
  }

  static let all: [Verb] = [
    runVerb, checkVerb, stressVerb, sensitivityVerb, solveVerb, simulateVerb, mergeVerb, plansVerb,
    compareVerb, reportVerb, explainVerb, assumptionsVerb, measureVerb,
    pricesVerb, readinessVerb, initVerb, formatVerb, lintVerb, schemaVerb,
    completionsVerb, manVerb,
  ]
}
