import Formulas
import Machine
import Readiness
import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

/// What `readiness` asks of a scenario and of logs.
struct ReadinessRequest {
  private let invocation: Invocation
  private let file: String
  private let logs: [String]
  private let on: Day
  private let draws: Int
  private let seed: UInt64

  init(_ invocation: Invocation) throws {
    guard let file = invocation.operands.first else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    try self.init(invocation, file, logs: Array(invocation.operands.dropFirst()))
  }

  init(_ invocation: Invocation, _ file: String, logs: [String]) throws {
    self.invocation = invocation
    guard let text = invocation[Flags.day] else {
      throw UsageError(Wording.noDay, verb: invocation.verb)
    }
    guard let day = Day(text) else {
      throw UsageError(Wording.notADay(text), verb: invocation.verb)
    }
    self.file = file
    self.logs = logs
    on = day
    draws = try invocation.count(Flags.draws, in: 2...1_000_000_000) ?? 1_000_000
    seed = try invocation.seed()
    guard logs.isEmpty else { return }
    for flag in Self.ofLogs where invocation.has(flag) {
      throw UsageError(Wording.onlyWithLogs(flag), verb: invocation.verb)
    }
  }

  /// What has no meaning without a log.
  private static let ofLogs = [
    Flags.tasks, Flags.before, Flags.match, Flags.map, Flags.outcome, Flags.reason,
    Flags.logPrices, Flags.service, Flags.region, Flags.helpdesk, Flags.approvals, Flags.rate,
    Flags.bill, Flags.billOnly, Flags.strict,
  ]

  func answer() throws -> ReadinessAnswer {
    let loaded = try Subject.load(
      invocation, file: file, settings: invocation.all(Flags.set))
    let block = loaded.readiness ?? ReadinessBlock()
    let known =
      try block.checklist.map { ($0, [Subject.Source]()) }
      ?? ScenarioLoader.knownChecklist(invocation[Flags.checklist])
    let subject = loaded.with(sources: loaded.sources + known.1)
    var judged = ReadinessCase(
      checklist: known.0, block: block, reading: subject.reading, on: on)
    var (measure, tasks): (MeasureAnswer?, TaskLog?)
    if !logs.isEmpty {
      let request = try self.request(block, known.0, subject)
      let answer = try request.answer()
      tasks = try self.tasks(request)
      try prove(&judged, by: answer, tasks, subject, request)
      measure = answer
    }
    // Draws take longest, and come when nothing can be wrong with what was named.
    judged.chances = try chances(known.0, subject)
    let asked = Self.told.flatMap { flag in
      invocation.all(flag).map { "--\(flag.name) \($0)" }
    }
    return ReadinessAnswer(
      subject, ReadinessVerdict(judged), measure: measure, tasks: tasks,
      asked: asked)
  }

  /// What changes figures, and is told with them.
  private static let told = [
    Flags.checklist, Flags.before, Flags.match, Flags.map, Flags.outcome, Flags.reason,
    Flags.service, Flags.region, Flags.rate, Flags.billOnly, Flags.draws, Flags.seed,
  ]

  /// What is asked of the logs: all that `measure` asks, and what calls are held against.
  private func request(
    _ block: ReadinessBlock, _ checklist: Checklist, _ subject: Subject
  ) throws -> MeasureRequest {
    var request = try MeasureRequest(invocation, logs: logs, wantsSpread: true)
    let needs = checklist.items.flatMap { item -> [ChainLink] in
      if case .reconstructed(let needs, _) = item.decision { needs } else { [] }
    }
    request.settings.audit = AuditRules(
      tools: block.tools, policyWords: block.policyWords,
      backoffs: Dictionary(
        subject.reading.model.scenario.tools.map { ($0.name, $0.backoff.value) },
        uniquingKeysWith: { first, _ in first }), needs: Set(needs))
    return request
  }

  /// The tasks that there were to do; nil where no file says so.
  private func tasks(_ request: MeasureRequest) throws(NoAnswer) -> TaskLog? {
    let files = invocation.all(Flags.tasks)
    guard !files.isEmpty else { return nil }
    var tasks = TaskLog()
    do throws(RunMeasurement.Failure) {
      for file in files {
        try tasks.read(
          file, request.exportMaps[Flags.tasks.name] ?? ColumnMap(), by: Machine.crew)
      }
    } catch {
      throw NoAnswer([.error(Wording.cannotRead(error.file, error.reason))])
    }
    try request.refuseUnread(tasks.unread)
    return tasks
  }

  /// Puts what logs say to what is judged: what runs prove, what they measure, and what became of a release.
  private func prove(
    _ judged: inout ReadinessCase, by measure: MeasureAnswer, _ tasks: TaskLog?,
    _ subject: Subject, _ request: MeasureRequest
  ) throws {
    let matches = try request.matches(invocation, in: subject, after: judged.block.nameMatches)
    let laid = try subject.laid(under: measure, matches, invocation)
    judged.measured = laid.subject.reading
    judged.measuredInputs = laid.inputs
    judged.logs = measure.measurement.audit?.findings(measure.measurement.total, tasks)
    let before = invocation.all(Flags.before)
    guard !before.isEmpty else { return }
    let answer = ReleaseAnswer(
      before: try request.answer(of: before), after: measure,
      worth: ReleaseAnswer.Worth(stated: subject, before: subject, after: laid.subject))
    judged.triggers = answer.verdicts.map {
      ReadinessCase.Trigger(
        name: $0.trigger.name, fires: $0.verdict == .fires, isKnown: $0.verdict != .unknown)
    }
  }

  /// How likely the figures are within their limits that the checklist asks it of.
  private func chances(
    _ checklist: Checklist, _ subject: Subject
  ) throws -> [String: ReadinessCase.Chance] {
    var checks: [Check] = []
    let model = subject.reading.model
    for section in checklist.sections {
      for item in section.items {
        guard case .likely(let path, let limit, _) = item.decision,
          let position = model.graph.positions[path]
        else { continue }
        let name = InputPath.appending(item.key, to: section.key)
        checks.append(
          Check(
            name: name, output: path, side: limit.side,
            limit: Input("checks.\(name)", "", limit.value, model.graph.nodes[position].unit),
            stresses: []))
      }
    }
    guard !checks.isEmpty else { return [:] }
    let plan = try SimulationPlan(
      model, figures: [], checks: checks, correlations: model.scenario.correlations, seed: seed,
      draws: draws, by: Machine.crew)
    guard !plan.inputs.isEmpty else { return [:] }
    var simulation = Simulation(plan, leaves: 0..<plan.leafCount)
    let progress = Progress(total: plan.draws, unit: "draws")
    simulation.draw(plan.leafCount, by: Machine.crew) { progress.advance(by: $0) }
    progress.end()
    let found = simulation.findings(by: Machine.crew)
    return Dictionary(
      uniqueKeysWithValues: found.checks.map { check in
        let failing = check.failing
        return (
          check.check.name,
          ReadinessCase.Chance(
            share: 1 - failing.value,
            interval: 1 - failing.interval.upperBound...1 - failing.interval.lowerBound,
            draws: failing.draws)
        )
      })
  }
}

extension ReadinessBlock {
  /// What things of the scenario are called in logs: kinds of model calls, and tools by the first of their names.
  fileprivate var nameMatches: [(path: String, name: String)] {
    matches.sorted { $0.key < $1.key }.map { (path: $0.key, name: $0.value) }
      + tools.compactMap { rule in
        rule.names.first { !$0.contains("*") }.map {
          (path: InputPath.appending(rule.name, to: "tools"), name: $0)
        }
      }
  }
}
