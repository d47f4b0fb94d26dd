import Formulas

/// The inputs that a figure rests on in one model or another.
struct Reach {
  private var paths: Set<String> = []

  init(of output: String, in graphs: [FormulaGraph]) {
    for graph in graphs {
      guard let position = graph.positions[output] else { continue }
      var reached = [Bool](repeating: false, count: graph.nodes.count)
      reached[position] = true
      for position in (0...position).reversed() where reached[position] {
        for operand in graph.operands(of: position) { reached[Int(operand)] = true }
        if graph.nodes[position].operation == .input, let path = graph.nodes[position].label?.path {
          paths.insert(path)
        }
      }
    }
  }

  /// Whether the figure rests on an input.
  func contains(_ path: String) -> Bool { paths.contains(path) }

  /// Whether what differs can change the figure.
  ///
  /// An input that shapes the model stands in no formula, and may always. A word does where the figure
  /// rests on anything beside it; which plan is chosen, where it rests on plans.
  func holds(_ difference: Difference) -> Bool {
    if difference.isIdle { return false }
    switch difference.kind {
    case .value(let input, _): return input.domain.isWhole || paths.contains(input.path)
    case .added, .removed, .replaced: return rests(on: difference.path)
    case .word:
      return rests(on: difference.path == "plan" ? "plans" : InputPath.parent(of: difference.path))
    }
  }

  private func rests(on part: String) -> Bool {
    paths.contains { InputPath.isPath($0, within: part) }
  }
}
