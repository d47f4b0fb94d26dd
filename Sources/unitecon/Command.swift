import Reporting
import UnitEconomics

/// The command as a whole: which verb is meant, and what its end means to the caller.
enum Command {
  static func run(_ words: [String]) -> ExitStatus {
    attempt { try answer(words) }
  }

  /// What comes of some work; what is wrong is said.
  private static func attempt(_ work: () throws -> ExitStatus) -> ExitStatus {
    do {
      return try work()
    } catch let error as UsageError {
      Terminal.standardError.write(error.text)
      return .usage
    } catch let error as NoAnswer {
      Terminal.standardError.write(error.text)
      return .noAnswer
    } catch {
      Terminal.standardError.write("unitecon: error: \(error)\n")
      return .noAnswer
    }
  }

  private static func answer(_ words: [String]) throws -> ExitStatus {
    guard let first = words.first else { return show(Help.overview) }
    let rest = Array(words.dropFirst())
    switch first {
    case "-h", "--help": return show(Help.overview)
    case "-V", "--version": return show("\(Program.this.name) \(Program.this.version)\n")
    case "help":
      guard let name = rest.first else { return show(Help.overview) }
      return show(Help.full(try verb(name)))
    default: break
    }
    let verb = try verb(first)
    if rest.contains("--help") { return show(Help.full(verb)) }
    if rest.contains("-h") { return show(Help.short(verb)) }
    let invocation = try Invocation(rest, verb: verb)
    guard invocation.has(Flags.watch) else { return try verb.run(invocation) }
    guard !invocation.operands.contains("-") else {
      throw UsageError(Wording.cannotWatchInput, verb: invocation.verb)
    }
    Watch.run { _ = attempt { try verb.run(invocation) } }
  }

  private static func verb(_ name: String) throws(UsageError) -> Verb {
    if let verb = Verb.all.first(where: { $0.name == name }) { return verb }
    if name.hasPrefix("-") { throw UsageError(Wording.unknownFlag(name)) }
    throw UsageError(
      Wording.unknownVerb(name), near: nearestWord(to: name, among: Verb.all.map(\.name)))
  }

  private static func show(_ text: String) -> ExitStatus {
    _ = Terminal.standardOutput.write(Array(text.utf8))
    return .done
  }
}
