import Formulas
import Readiness
import UnitEconomics

/// Runs of an agent as a scenario says that they go, written as traces, with faults planted among them.
///
///     var runs = SyntheticRuns(scenario, block, runs: 4000, seed: 7)
///     runs.faults[.repeatedEffects] = 3
///     let log = runs.written()   // log.traces, log.tasks, log.planted
///
/// Outcomes and reasons come in the shares of the model, spread evenly and not by chance; calls of models, tokens
/// and tools as the scenario states them; latency is lognormal. Every call of a risky tool has a decision of
/// policy and an approval where one is needed, and some are denied and not made. Without faults nothing
/// is wrong with any run. The same seed gives the same bytes.
public struct SyntheticRuns {
  let scenario: Scenario
  let values: Values
  let tools: [ToolRule]
  /// What models of the log are called, by the path of the kind of call.
  let models: [String: String]
  let runs: Int
  let seed: UInt64
  /// How many runs each fault is planted in.
  public var faults: [LogShare: Int] = [:]
  /// Of how many runs that ended badly the steps are cut off from their root.
  public var rootless = 0
  /// The version of the agent that the runs carry.
  public var version = "1.4.0"

  public init(
    _ model: CostModel, _ block: ReadinessBlock, runs: Int, seed: UInt64
  ) {
    scenario = model.scenario
    values = model.values()
    tools = block.tools
    models = block.matches
    self.runs = runs
    self.seed = seed
  }

  /// Traces, the log of tasks, and what was planted.
  public struct Log {
    /// OTLP as JSON lines, a run a line.
    public var traces = ""
    /// CSV: a task a row.
    public var tasks = "task,start\r\n"
    /// Where each fault was planted: the runs' traces, or the tasks.
    public var planted: [LogShare: [String]] = [:]
    public var steps = 0
  }

  /// All runs, written.
  public func written() -> Log {
    var log = Log()
    var planting = Planting(faults, rootless: rootless, runs: runs)
    for index in 0..<runs {
      // A run that leaves no trace is in the log of tasks alone, and carries no other fault.
      if planting.takes(.traced, at: index) {
        var none = Planting([:], rootless: 0, runs: runs)
        let run = SyntheticRun(self, index, &none)
        log.tasks += "\(run.task),\(run.began)\r\n"
        log.planted[.traced, default: []].append(run.task)
        continue
      }
      let run = SyntheticRun(self, index, &planting)
      log.tasks += "\(run.task),\(run.began)\r\n"
      log.traces += run.line
      log.steps += run.steps
      for kind in run.planted { log.planted[kind, default: []].append(run.trace) }
    }
    return log
  }

  /// How a run ends, in the shares of the model: runs are spread over them by the golden section.
  func ending(_ index: Int) -> (outcome: String, reason: String?) {
    var place = (Double(index) + 0.5) * 0.618_033_988_749_895
    place -= place.rounded(.down)
    var sum = 0.0
    for reason in Reason.allCases {
      sum += values["escalationByReason.\(reason.rawValue)"]?.value ?? 0
      if place < sum { return ("escalated", reason.rawValue) }
    }
    sum += values[Output.failedRate].value ?? 0
    return place < sum ? ("failed", Reason.modelError.rawValue) : ("success", nil)
  }
}

/// Which faults are still to be planted.
struct Planting {
  private var left: [LogShare: Int]
  /// The run in which each was planted last: none is planted twice in one.
  private var last: [LogShare: Int] = [:]
  private(set) var rootless: Int
  private let runs: Int

  init(_ faults: [LogShare: Int], rootless: Int, runs: Int) {
    left = faults
    self.rootless = rootless
    self.runs = runs
  }

  /// Whether a fault is planted in a run that can carry it; each kind begins at another run.
  mutating func takes(_ kind: LogShare, at index: Int) -> Bool {
    let first = (LogShare.allCases.firstIndex(of: kind) ?? 0) * 7 + 11
    guard index >= min(first, runs / 4), let count = left[kind], count > 0, last[kind] != index
    else {
      return false
    }
    left[kind] = count - 1
    last[kind] = index
    return true
  }

  mutating func takesRoot() -> Bool {
    guard rootless > 0 else { return false }
    rootless -= 1
    return true
  }
}
