import Formulas
import UnitEconomics

extension Decoding {
  /// The checks of a scenario whose formulas are known: a limit is read in its output's own unit.
  func checks(_ root: JSONNode, graph: FormulaGraph, stresses: [Stress]) -> [Check] {
    let names = stresses.map(\.name)
    return ObjectReader(self, path: "", node: root).named("checks") { name, reader in
      check(name, reader, graph, names)
    }.flatMap(\.self)
  }

  private func check(
    _ name: String, _ reader: ObjectReader, _ graph: FormulaGraph, _ stresses: [String]
  ) -> [Check]? {
    let output = reader.text("output", "the figure that is checked", example: "grossMargin")
    var unit = Unit.one
    if let position = graph.positions[output] {
      unit = graph.nodes[position].unit
    } else if let node = reader.node("output"), !output.isEmpty {
      let near =
        nearestWord(to: output, among: Output.allCases.map(\.rawValue))
        ?? nearestWord(to: output, among: graph.paths)
      report(
        .error(
          Wording.noSuchOutput(output), at: node.span,
          help: near.map(Wording.didYouMean) ?? Wording.oneOf(Output.allCases.map(\.rawValue))))
      _ = [reader.node("min"), reader.node("max"), reader.node("stresses")]
      return nil
    }
    let domain = Domain.any
    let least = reader.optionalInput("min", "the least it may be", unit, in: domain)
    let most = reader.optionalInput("max", "the most it may be", unit, in: domain)
    let under = self.stresses(reader, among: stresses)
    if least == nil, most == nil,
      !reader.members.contains(where: { ["min", "max"].contains($0.key) })
    {
      reader.reportMissing("min", "a limit", example: "\"\(unit.example(currency: currency))\"")
    }
    let sides: [(Check.Side, Input?)] = [(.min, least), (.max, most)]
    return sides.compactMap { side, limit in
      limit.map {
        Check(
          name: least != nil && most != nil ? "\(name) (\(side))" : name, output: output,
          side: side, limit: $0, stresses: under)
      }
    }
  }

  /// The stresses that a check names: all of them where it names none.
  private func stresses(_ reader: ObjectReader, among known: [String]) -> [String] {
    guard let node = reader.node("stresses") else { return known }
    guard case .array(let items) = node.value else {
      report(.error(Wording.expectedStressNames, at: node.span))
      return []
    }
    return items.compactMap { item in
      if case .string(let name) = item.value, known.contains(name) { return name }
      let near = nearestWord(to: spelling(item.span).filter { $0 != "\"" }, among: known)
      report(
        .error(
          Wording.noSuchStress(spelling(item.span)), at: item.span,
          help: near.map(Wording.didYouMean) ?? Wording.oneOf(known)))
      return nil
    }
  }
}
