import RunLogs
import ScenarioFiles
import UnitEconomics

/// A file that says where the columns of a log are found, and what its words mean.
///
///     { outcome: "resolved", inputTokens: "calls.*.1", "helpdesk.task": "ticket_no",
///       outcomes: { done: "success" }, reasons: { rate_limited: "toolOutage" } }
struct LogMapFile {
  private(set) var columns: [(name: String, column: MappedColumn)] = []
  private(set) var outcomes: [(word: String, outcome: Outcome)] = []
  private(set) var reasons: [(word: String, reason: FailureReason)] = []
  private var mistakes: [Diagnostic] = []

  /// Whether what stands behind `--map` is a file, and no column with its path.
  static func isFile(_ text: String) -> Bool {
    !text.contains("=") && (text.hasSuffix(".json") || text.hasSuffix(".json5"))
  }

  /// - Throws: ``NoAnswer`` with all that is wrong in the file, each mistake where it stands.
  init(path: String) throws(NoAnswer) {
    let bytes: [UInt8]
    switch FileReading.read(path: path, as: Wording.logMap) {
    case .success(let read): bytes = read
    case .failure(let problem): throw NoAnswer([problem.diagnostic])
    }
    var sources = SourceMap()
    let file = sources.add(name: path, bytes: bytes)
    let root = JSON5.read(sources, file: file, into: &mistakes)
    if let root {
      read(root)
    } else {
      // What a scenario begins with is no help here.
      for index in mistakes.indices { mistakes[index].help = [Wording.writeMap] }
    }
    guard mistakes.isEmpty, root != nil else {
      throw NoAnswer(
        text: DiagnosticPrinter().text(
          mistakes, in: sources, color: Terminal.standardError.takesColor))
    }
  }

  private mutating func read(_ root: JSONNode) {
    guard case .object(let members) = root.value else {
      return mistakes.append(.error(Wording.mapIsObject, at: root.span, help: Wording.writeMap))
    }
    for member in members {
      switch member.key {
      case "outcomes":
        outcomes = words(member, Outcome.allCases.map(\.rawValue), Outcome.init(rawValue:))
      case "reasons":
        reasons = words(
          member, FailureReason.allCases.map(\.rawValue), FailureReason.init(rawValue:))
      default: readColumn(member)
      }
    }
  }

  private mutating func readColumn(_ member: JSONMember) {
    let name = MappedColumn.name(in: member.key)
    guard LogColumn(rawValue: name) != nil else {
      let near = MappedColumn.nearest(to: member.key, or: ["outcomes", "reasons"])
      return mistakes.append(
        .error(
          Wording.noColumn(name), at: member.keySpan,
          help: near.map(Wording.didYouMean) ?? Wording.listColumns))
    }
    guard case .string(let path) = member.value.value, !path.isEmpty,
      let column = MappedColumn(member.key, at: path)
    else {
      return mistakes.append(
        .error(Wording.notAPath(name), at: member.value.span, help: Wording.writeMap))
    }
    columns.append((member.key, column))
  }

  /// Words of a log, each with what it means.
  private mutating func words<Meaning>(
    _ member: JSONMember, _ known: [String], _ meaning: (String) -> Meaning?
  ) -> [(word: String, Meaning)] {
    guard case .object(let members) = member.value.value else {
      mistakes.append(
        .error(Wording.notWords(member.key), at: member.value.span, help: Wording.writeMap))
      return []
    }
    var found: [(word: String, Meaning)] = []
    for word in members {
      if case .string(let text) = word.value.value, let own = meaning(text) {
        found.append((word.key, own))
        continue
      }
      var near: String?
      if case .string(let text) = word.value.value { near = nearestWord(to: text, among: known) }
      mistakes.append(
        .error(
          Wording.notAMeaning(word.key, known), at: word.value.span,
          help: near.map(Wording.didYouMean) ?? Wording.writeMap))
    }
    return found
  }
}
