import Formulas
import Testing
import UnitEconomics

/// A change to a scenario that cannot be right, and the one problem that it makes.
struct FaultyScenario: Sendable, CustomTestStringConvertible {
  let problem: Problem
  let edit: @Sendable (inout Scenario, inout Draft) -> Void

  init(
    _ path: String, _ message: String, label: String = "", help: [String] = [],
    _ edit: @escaping @Sendable (inout Scenario, inout Draft) -> Void
  ) {
    problem = Problem(path, message, label: label, help: help)
    self.edit = edit
  }

  var testDescription: String { problem.message }
}

/// What a reader sees of a problem.
private struct Said: Equatable {
  let path: String
  let message: String
  let label: String
  let help: [String]

  init(_ problem: Problem) {
    path = problem.path
    message = problem.message
    label = problem.label
    help = problem.help
  }
}

@Suite("What cannot be right in a scenario is found and said")
struct ProblemTests {
  @Test("The worked example has no problem")
  func none() { #expect(scenario().problems == []) }

  @Test(
    "Each mistake is one problem with its place, its words and what to write",
    arguments: faultyInputs + faultyModels + faultyOperations + faultyPlans)
  func problem(faulty: FaultyScenario) {
    #expect(scenario([:], faulty.edit).problems.map(Said.init) == [Said(faulty.problem)])
  }

  @Test("All problems are reported at once, in the order of the file's sections")
  func several() {
    let chosen = [faultyInputs[3], faultyModels[0], faultyOperations[0], faultyPlans[0]]
    let problems = scenario { scenario, draft in
      for faulty in chosen.reversed() { faulty.edit(&scenario, &draft) }
    }.problems
    #expect(problems.map(Said.init) == chosen.map { Said($0.problem) })
  }

  @Test("What a person does is asked for only where it is done")
  func notNeeded() {
    let idle = scenario([
      "outcomes.escalation.policyBlocked": 0, "outcomes.escalation.dataMissing": 0,
      "outcomes.escalation.modelError": 0, "outcomes.escalation.ambiguity": 0,
      "outcomes.wrongDetected": 0,
    ]) { scenario, _ in
      scenario.tools = []
      scenario.humanReview.handleTime = [:]
      scenario.humanReview.rework = nil
      scenario.humanReview.hoursPerFTE = nil
    }
    #expect(idle.problems == [])
  }
}
