import Formulas
import Machine
import Reporting
import ScenarioFiles
import Spreadsheets
import UnitEconomics

extension Verb {
  static let reportVerb = Verb(
    "report", .answers, "the whole answer as one file: a page for the board, or a live workbook",
    usage: "report FILE -o report.html [flags]",
    details: """
      Writes one HTML file that stands alone: the verdict, what a completed task costs part by part, \
      every plan and every stress, where escalation and slow tools break the margin, which inputs \
      matter, and every input with its source. It fetches nothing, needs no script to be read, and \
      prints. With its script, any input can be moved and every figure and drawing follows at once, by \
      the same formulas; the address carries what was moved, and the lines to write it back are shown.

      As xlsx it is a workbook that recalculates: every input with its unit, range and source, every \
      figure as a formula on them, in the base case and under each stress, plans and checks. Change \
      an input or the amount of a stress there, and all of it follows.

      With --draws the page adds how the main figure is distributed over uncertain inputs. As txt, \
      md, csv and json it is what run writes. The exit code is 1 where a check fails.
      """,
    examples: [
      "unitecon report Scenarios/support-ticket.json5 -o report.html",
      "unitecon report Scenarios/support-ticket.json5 -o model.xlsx",
      "unitecon report ticket.json5 --draws 100000 -o report.html",
      "unitecon report ticket.json5 --set 'humanReview.rate=$45/h' -o dearer.html",
    ],
    flags: [Flags.draws, Flags.seed] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.html, .xlsx])
    let subject = try Subject.load(invocation, files: [file])[0]
    for flag in [Flags.draws, Flags.seed] where invocation.has(flag) {
      guard destination.format == .html else {
        throw UsageError(Wording.needsPage(flag), verb: invocation.verb)
      }
    }
    switch destination.format {
    case .html:
      let answer = try PageRequest(invocation, subject).answer()
      let renderer = HTMLRenderer { sha256($0) }
      try destination.write(page: renderer.render(answer, program: .this))
    case .xlsx: try destination.write(Workbook.report(subject, program: .this))
    case .txt, .md, .csv, .json, .py:
      try destination.write(
        report: { .run(subject, program: .this) }, table: { .runFacts([subject]) },
        json: { .run([subject], program: .this) })
    }
    return [subject].status
  }
}

/// What a page asks of a scenario.
private struct PageRequest {
  let subject: Subject
  let draws: SimulationRequest?
  let asked: [String]

  init(_ invocation: Invocation, _ subject: Subject) throws {
    self.subject = subject
    if invocation.has(Flags.seed), !invocation.has(Flags.draws) {
      throw UsageError(Wording.needsDraws(Flags.seed), verb: invocation.verb)
    }
    draws = invocation.has(Flags.draws) ? try SimulationRequest(invocation, subject) : nil
    asked = [Flags.draws, Flags.seed].compactMap { flag in
      invocation[flag].map { "--\(flag.name) \($0)" }
    }
  }

  private enum Part { case map, tornado, curves }

  /// Map, tornado and curves do not wait for each other where there are cores.
  func answer() throws -> PageAnswer {
    let parts = Machine.map([Part.map, .tornado, .curves]) { part in
      Result { () throws(ModelFaults) in try self.part(part) }
    }
    return PageAnswer(
      subject, map: try parts[0].get().map, tornado: try parts[1].get().tornado,
      curves: try parts[2].get().curves,
      simulation: draws.map { $0.run().findings(by: Machine.crew) }, asked: asked)
  }

  private func part(
    _ part: Part
  ) throws(ModelFaults) -> (map: EscalationMap?, tornado: Tornado?, curves: PlanCurves?) {
    let model = subject.reading.model
    switch part {
    case .map: return (try EscalationMap(subject), nil, nil)
    case .tornado:
      let tornado = try Standpoint(model).tornado(
        of: subject.mainOutput.rawValue, movesWholes: false)
      return (nil, tornado, nil)
    case .curves:
      guard !model.scenario.plans.isEmpty else { return (nil, nil, nil) }
      let curves = try PlanComparison(model).curves(
        over: .tasks, 0.1...10, under: nil, withCustomers: false, by: Machine.crew)
      return (nil, nil, curves)
    }
  }
}
