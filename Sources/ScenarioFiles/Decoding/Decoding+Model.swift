import Formulas
import UnitEconomics

extension Decoding {
  /// The model of the scenario that a tree states, stresses and checks included.
  ///
  /// - Returns: nil where no model can be built; why is in ``diagnostics``.
  func model(_ root: JSONNode, book: PriceBook?) -> CostModel? {
    var scenario = scenario(root, book: book)
    scenario.stresses = stresses(root)
    for adjustment in adjustments where !adjustment.isUsed {
      reportUnknownInput(adjustment.pattern.text, at: adjustment.node.span)
    }
    if !isPartial { reportProblems(of: scenario) }
    let model: CostModel
    do {
      model = try CostModel(scenario)
    } catch {
      for fault in error.faults where !hasErrors { report(.error(fault.description)) }
      return nil
    }
    scenario.checks = checks(root, graph: model.graph, stresses: scenario.stresses)
    return model.with(scenario)
  }

  private func reportProblems(of scenario: Scenario) {
    for problem in scenario.problems {
      report(
        Diagnostic(
          severity: .error, message: problem.message, span: nearestPlace(problem.path),
          label: problem.label, help: problem.help))
    }
  }
}
