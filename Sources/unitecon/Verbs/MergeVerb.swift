import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let mergeVerb = Verb(
    "merge", .answers, "put shards of a simulation together",
    usage: "merge FILE SHARD… [flags]",
    details: """
      Prints what simulate would have printed had one machine made all the draws, to the last digit. \
      FILE is the scenario; settings, the stress, figures and the seed are those the shards were \
      drawn with, and only --prices and --assumptions have to be given again. A SHARD is a file that simulate --shard \
      wrote, or many of them one behind the other, in any order; - is standard input. Shards of \
      another scenario or with other flags are refused, and so is a set that lacks one or has one \
      twice. The exit code is that of simulate.
      """,
    examples: [
      "unitecon merge ticket.json5 shard-*.json",
      "cat shards/part-* | unitecon merge ticket.json5 - -o draws.json",
    ],
    flags: [Flags.assumptions, Flags.prices]
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count > 1 else {
      throw UsageError(Wording.noShards(invocation.verb), verb: invocation.verb)
    }
    guard invocation.operands.count(where: { $0 == "-" }) < 2 else {
      throw UsageError(Wording.inputTwice, verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let merge = try ShardMerge(files: Array(invocation.operands.dropFirst()))
    let origin = merge.origin
    let subject = try Subject.load(invocation, file: file, settings: origin.settings)
    try merge.check(subject, file)
    let plan = try subject.plan(
      under: try subject.stress(named: origin.stress), figures: origin.figures, seed: origin.seed,
      draws: origin.draws, sampling: origin.sampling, keepsValues: origin.keepsValues,
      verb: invocation.verb)
    let request = SimulationRequest(plan, of: subject)
    guard request.origin(shards: origin.shards) == origin, let simulation = merge.simulation(plan)
    else { throw NoAnswer([.error(Wording.otherPlan(file))]) }
    return try request.answer(simulation, to: destination)
  }
}
