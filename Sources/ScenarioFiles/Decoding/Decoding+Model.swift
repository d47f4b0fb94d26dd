import Formulas
import Readiness
import UnitEconomics

extension Decoding {
  /// The model of the scenario that a tree states, stresses and checks included.
  ///
  /// - Returns: nil where no model can be built; why is in ``diagnostics``.
  func model(
    _ root: JSONNode, book: PriceBook?, checklist: Checklist? = nil
  ) -> CostModel? {
    var scenario = scenario(root, book: book)
    scenario.stresses = stresses(root)
    for adjustment in adjustments where !adjustment.isUsed {
      reportUnknownInput(adjustment.pattern.text, at: adjustment.node.span)
    }
    scenario.correlations = correlations(root)
    if !isPartial { reportProblems(of: scenario) }
    // With more mistakes than are shown, what the checks would add is not worth a model.
    guard !isFull else { return nil }
    let model: CostModel
    do {
      model = try CostModel(scenario)
    } catch {
      let isCause = !hasErrors && !isPartial
      for fault in error.faults where isCause { report(.error(fault.description)) }
      return nil
    }
    scenario.checks = checks(root, graph: model.graph, stresses: scenario.stresses)
    scenario.rollback = rollback(root)
    readiness = readinessBlock(root, checklist: checklist, scenario.tools)
    return model.with(scenario)
  }

  private func reportProblems(of scenario: Scenario) {
    for problem in scenario.problems where !isUnread(problem.absent) {
      report(
        Diagnostic(
          severity: problem.isWarning ? .warning : .error, message: problem.message,
          span: place(of: problem), label: problem.label, help: problem.help))
    }
  }

  /// The value that a problem is about; of a whole section no more than the bracket that opens it.
  private func place(of problem: Problem) -> Span? {
    guard let span = nearestPlace(problem.path) else { return nil }
    let opener = sources[Int(span.file)].bytes[Int(span.start)]
    let isGroup = opener == UInt8(ascii: "{") || opener == UInt8(ascii: "[")
    return isGroup ? opening(of: span) : span
  }
}
