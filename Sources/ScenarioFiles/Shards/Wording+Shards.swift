/// What is wrong with a file that should hold shards of a simulation.
extension Wording {
  static let shards = "a file of shards"

  static func noShards(_ name: String) -> Diagnostic {
    .error("\(name) is empty, and a shard is one line of JSON", help: makeShard)
  }

  static func notAShard(at span: Span) -> Diagnostic {
    .error("this is not a shard of a simulation", at: span, help: makeShard)
  }

  static func newerShard(_ version: String, at span: Span) -> Diagnostic {
    .error(
      "the shard has format version \(version), and this program reads version 1", at: span,
      help: "merge with the program that drew the shards")
  }

  static func damagedShard(_ key: String, _ need: String, at span: Span) -> Diagnostic {
    .error(
      "the shard is damaged: \(key) is not \(need)", at: span,
      help: "draw it again; simulate writes a shard as one line")
  }

  private static let makeShard = "simulate FILE --shard 3/64 writes one"
}
