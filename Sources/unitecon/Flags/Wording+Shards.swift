import UnitEconomics

/// What the command says of parts of a simulation.
extension Wording {
  static func notAShard(_ text: String) -> String {
    "\(text) is no shard; write which of how many it is: 3/64, of at most "
      + count(Double(ShardNumber.mostParts))
  }
  static func shardWith(_ flag: Flag) -> String {
    flag == Flags.precision
      ? "every shard must know how many draws there are, and --precision does not say; give --draws"
      : "--samples writes every draw, and a shard makes only some; leave one of both out"
  }
  static let shardIsJSON = "a shard is written as JSON only: -o shard.json"
  static func noShards(_ verb: Verb) -> String {
    "\(verb.name) needs a scenario file and files of shards, or - for shards on standard input"
  }
  static let inputTwice =
    "standard input cannot be read twice; put the scenario, or the shards, in a file"
  static func unlikeShards(
    _ place: String, _ first: String, _ what: String, _ own: String, _ other: String
  ) -> String {
    "\(place) is not of the same simulation as \(first): \(what) is \(own) there, and \(other) here"
  }
  static func drawnFromOther(_ file: String) -> String {
    "\(file), or a file that it reads, is not what the shards were drawn from"
  }
  static func drawnByOther(_ file: String, _ program: String, _ own: String) -> String {
    "the shards of \(file) were drawn by \(program), and this is \(own)"
  }
  static let sameFiles =
    "merge with the files that simulate had, and the same --prices and --assumptions"
  static let sameProgram = "merge with the program that drew the shards"
  static func shardTwice(_ shard: ShardNumber, _ first: String, _ second: String) -> String {
    first == second
      ? "shard \(shard) is in \(first) twice" : "shard \(shard) is in \(first) and in \(second)"
  }
  static func missingShards(_ ranges: [ClosedRange<Int>], of count: Int) -> String {
    let shown = ranges.prefix(20).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    let rest = ranges.count > 20 ? " and more" : ""
    let number = ranges.reduce(0) { $0 + $1.count }
    if number == 1 { return "shard \(shown[0]) of \(count) is missing" }
    return "\(number) of \(count) shards are missing: "
      + shown.joined(separator: ", ") + rest
  }
  static func drawMissing(_ number: Int, of count: Int) -> String {
    "draw what is missing with the flags of the others: --shard \(number)/\(count)"
  }
  static func otherPlan(_ file: String) -> String {
    "the shards do not follow the figures and checks of \(file)"
  }
}
