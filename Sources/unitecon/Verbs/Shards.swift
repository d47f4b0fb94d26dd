import Reporting
import UnitEconomics

extension ShardNumber {
  /// The part of the draws that the command line asks for; nil for all of them.
  init?(_ invocation: Invocation) throws(UsageError) {
    guard let text = invocation[Flags.shard] else { return nil }
    guard let shard = ShardNumber(text) else {
      throw UsageError(Wording.notAShard(text), verb: invocation.verb)
    }
    for flag in [Flags.precision, Flags.samples] where invocation.has(flag) {
      throw UsageError(Wording.shardWith(flag), verb: invocation.verb)
    }
    let isJSON = invocation[Flags.format].map { $0 == OutputFormat.json.rawValue }
    let file = invocation[Flags.output].flatMap { $0 == "-" ? nil : $0 }
    let isNamedJSON = file.map { OutputFormat(fileName: $0) == .json }
    guard isJSON ?? isNamedJSON ?? true else {
      throw UsageError(Wording.shardIsJSON, verb: invocation.verb)
    }
    self = shard
  }
}

extension SimulationRequest {
  /// What its shards have in common.
  func origin(shards: Int) -> SimulationShard.Origin {
    SimulationShard.Origin(
      plan, program: Program.this.text, files: subject.sources.map(\.sha256),
      settings: subject.settings, shards: shards)
  }
}

extension Program {
  /// Name and version.
  var text: String { "\(name) \(version)" }
}
