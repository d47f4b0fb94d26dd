import Readiness
import UnitEconomics

/// One run, step by step.
struct SyntheticRun {
  let task: String
  let trace: String
  let began: String
  private(set) var line = ""
  private(set) var steps = 0
  var planted: Set<LogShare> = []
  var spans: [String] = []
  var random: Random
  var clock: Int64
  let root: String
  private let plan: SyntheticRuns
  private var nextSpan: UInt64
  private let hasRoot: Bool

  /// The first run begins on the first of November 2026.
  private static let epoch: Int64 = 1_793_491_200_000_000_000
  /// A run begins so long after the one before.
  private static let pause: Int64 = 97_000_000_000

  init(_ plan: SyntheticRuns, _ index: Int, _ planting: inout Planting) {
    self.plan = plan
    random = Random(plan.seed ^ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    let number = random.next()
    trace = Self.hexadecimal(number) + Self.hexadecimal(UInt64(index) | 1 << 63)
    task = "T-\(plan.seed)-\(index)"
    nextSpan = random.next() | 1
    clock = Self.epoch + Int64(index) * Self.pause
    began = Day.moment(clock)
    root = Self.hexadecimal(nextSpan)
    nextSpan &+= 2
    var (outcome, reason) = plan.ending(index)
    if outcome != "success", planting.takes(.explained, at: index) {
      planted.insert(.explained)
      reason = nil
    }
    let isRootless = outcome != "success" && planting.takesRoot()
    hasRoot = !isRootless
    if isRootless { planted.insert(.wholeChains) }
    let start = clock
    callModels()
    callTools(index, reason, planted.contains(.explained), &planting)
    let hasOutcome = !planted.contains(.wholeChains)
    var attributes = [
      Self.text("gen_ai.operation.name", "invoke_agent"),
      Self.text("gen_ai.conversation.id", task),
      Self.text("gen_ai.input.messages", "handle task \(index)"),
      Self.text("gen_ai.output.messages", outcome == "success" ? "done" : "handed over"),
    ]
    if hasOutcome { attributes.append(Self.text("task.outcome", outcome)) }
    if let reason, hasOutcome { attributes.append(Self.text("task.reason", reason)) }
    if hasRoot {
      spans.insert(
        span(root, parent: nil, "invoke_agent", start, clock, attributes), at: 0)
    }
    steps = spans.count
    line =
      "{\"resourceSpans\":[{\"resource\":{\"attributes\":["
      + Self.text("service.name", "\(plan.scenario.workUnit.name)") + ","
      + Self.text("service.version", plan.version)
      + "]},\"scopeSpans\":[{\"scope\":{\"name\":\"synthetic\"},\"spans\":["
      + spans.joined(separator: ",") + "]}]}]}\n"
  }

  // MARK: What happens

  private mutating func callModels() {
    for call in plan.scenario.inference.calls where random.share() < call.share.value {
      let whole = Int(call.perAttempt.value)
      let count = whole + (random.share() < call.perAttempt.value - Double(whole) ? 1 : 0)
      let path = InputPath.appending(call.name, to: "inference.calls")
      let model = plan.models[path] ?? call.model
      for turn in 0..<count {
        let input = Int(call.input.value + call.growth.value * Double(turn))
        let start = clock
        let speed = call.speed?.value ?? 60
        wait(call.timeToFirstToken.value + call.output.value / max(1, speed))
        spans.append(
          span(
            identity(), parent: root, "chat \(model)", start, clock,
            [
              Self.text("gen_ai.operation.name", "chat"),
              Self.text("gen_ai.request.model", model),
              Self.text("gen_ai.response.model", model),
              Self.number("gen_ai.usage.input_tokens", input),
              Self.number("gen_ai.usage.output_tokens", Int(call.output.value)),
              Self.number(
                "gen_ai.usage.cache_read.input_tokens", Int(Double(input) * call.cacheRead.value)),
              Self.number(
                "gen_ai.usage.cache_write.input_tokens",
                Int(Double(input) * call.cacheWrite.value)),
              Self.text("gen_ai.input.messages", "turn \(turn)"),
              Self.text("gen_ai.output.messages", "next"),
            ]))
      }
    }
  }

  private mutating func callTools(
    _ index: Int, _ reason: String?, _ isUnexplained: Bool, _ planting: inout Planting
  ) {
    for tool in plan.scenario.tools {
      let whole = Int(tool.callsPerAttempt.value)
      let rest = tool.callsPerAttempt.value - Double(whole)
      let count = whole + (random.share() < rest ? 1 : 0)
      let rule = plan.tools.first { $0.name == tool.name }
      for turn in 0..<count {
        call(tool, rule, index * 1000 + turn, mayFail: !isUnexplained, index, &planting)
      }
    }
    // Tools that the readiness block alone knows: a risky action now and then.
    for rule in plan.tools where !plan.scenario.tools.contains(where: { $0.name == rule.name }) {
      guard random.share() < 0.2 else { continue }
      call(nil, rule, index * 1000, mayFail: false, index, &planting)
    }
  }

  /// One call, with what comes before it and after it.
  private mutating func call(
    _ tool: Tool?, _ rule: ToolRule?, _ number: Int, mayFail: Bool, _ index: Int,
    _ planting: inout Planting
  ) {
    let name = rule.map { ToolName.logged($0) } ?? tool?.name ?? ""
    var arguments = ToolName.arguments(rule?.schema, number)
    if rule?.schema != nil, planting.takes(.validArguments, at: index) {
      planted.insert(.validArguments)
      arguments = "{}"
    }
    let identity = "call-\(Self.hexadecimal(nextSpan))"
    if let rule, rule.risk != nil, !allowed(rule, name, identity, index, &planting) { return }
    if mayFail, let tool, tool.backoff.value > 0 {
      let isHasty = rule != nil && planting.takes(.hastyRetries, at: index)
      if isHasty || random.share() < tool.errorRate.value {
        step(tool, name, arguments, identity, fails: true)
        wait(isHasty ? tool.backoff.value / 100 : tool.backoff.value * 1.05)
        if isHasty { planted.insert(.hastyRetries) }
      }
    }
    step(tool, name, arguments, identity, fails: false)
    if let rule, rule.changes, rule.risk == nil, planting.takes(.repeatedEffects, at: index) {
      planted.insert(.repeatedEffects)
      step(tool, name, arguments, identity + "-again", fails: false)
    }
  }

  private mutating func step(
    _ tool: Tool?, _ name: String, _ arguments: String, _ call: String, fails: Bool
  ) {
    let start = clock
    wait(random.lognormal(median: tool?.median.value ?? 0.5, p95: tool?.p95.value ?? 2))
    var attributes = [
      Self.text("gen_ai.operation.name", "execute_tool"), Self.text("gen_ai.tool.name", name),
      Self.text("gen_ai.tool.call.id", call), Self.text("gen_ai.tool.call.arguments", arguments),
    ]
    attributes.append(
      fails ? Self.text("error.type", "503") : Self.text("gen_ai.tool.call.result", "ok"))
    spans.append(
      span(identity(), parent: root, "execute_tool \(name)", start, clock, attributes))
  }

  mutating func wait(_ seconds: Double) { clock += Int64(seconds * 1e9) }

  mutating func identity() -> String {
    defer { nextSpan &+= 2 }
    return Self.hexadecimal(nextSpan)
  }
}
