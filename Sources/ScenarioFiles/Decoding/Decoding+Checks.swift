import Formulas
import UnitEconomics

extension Decoding {
  /// The checks of a scenario whose formulas are known: a limit is read in its output's own unit.
  func checks(_ root: JSONNode, graph: FormulaGraph?, stresses: [Stress]) -> [Check] {
    let names = stresses.map(\.name)
    return ObjectReader(self, path: "", node: root).named(
      "checks", "what has to hold, by names of your own"
    ) { name, reader in
      check(name, reader, graph, names)
    }.flatMap(\.self)
  }

  private func check(
    _ name: String, _ reader: ObjectReader, _ graph: FormulaGraph?, _ stresses: [String]
  ) -> [Check]? {
    let output = reader.text(
      "output", "the figure that is checked", example: "grossMargin",
      known: Output.allCases.map(\.rawValue))
    guard let unit = unit(of: output, graph, reader) else {
      if let graph, !output.isEmpty { reportUnknownOutput(output, reader, graph) }
      reader.ignore("min", "max", "stresses")
      return nil
    }
    let domain = Domain.any
    let least = reader.optionalInput("min", "the least it may be", unit, in: domain)
    let most = reader.optionalInput("max", "the most it may be", unit, in: domain)
    let under = self.stresses(reader, among: stresses)
    if least == nil, most == nil {
      reader.reportAbsence(
        of: ["min", "max"], Wording.noLimit(reader.path),
        help: Wording.write("min or max: \"\(unit.example(currency: currency))\""))
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

  /// The unit of a figure; where the reader only tells what it would read, any will do.
  private func unit(
    of output: String, _ graph: FormulaGraph?, _ reader: ObjectReader
  ) -> Unit? {
    guard let graph else {
      return probe.map {
        [Unit.share, .money / .task][$0.turn("unit", in: reader.path, ways: 2)]
      }
    }
    return graph.positions[output].map { graph.nodes[$0].unit }
  }

  private func reportUnknownOutput(
    _ output: String, _ reader: ObjectReader, _ graph: FormulaGraph
  ) {
    guard let node = reader.node("output"), !isPartial, !isUnread(output) else { return }
    let near =
      nearest(to: output, among: Output.allCases.map(\.rawValue))
      ?? nearest(to: output, among: graph.paths)
    report(
      .error(
        Wording.noSuchOutput(output), at: node.span,
        help: helpWhereTakenAway(output, at: node.span) ?? near.map(Wording.didYouMean)
          ?? Wording.oneOf(Output.allCases.map(\.rawValue))))
  }

  /// The stresses that a check names: all of them where it names none.
  private func stresses(_ reader: ObjectReader, among known: [String]) -> [String] {
    if reader.declare("stresses", .texts, "the stresses under which it has to hold") != nil {
      return []
    }
    guard let node = reader.node("stresses") else { return known }
    guard case .array(let items) = node.value else {
      report(.error(Wording.expectedStressNames, at: node.span, help: Wording.stressNames))
      return []
    }
    let isKnown = Set(known)
    return items.compactMap { item in
      let name = if case .string(let name) = item.value { name } else { spelling(item.span) }
      if isKnown.contains(name) { return name }
      guard !isPartial, !isUnread(InputPath.appending(name, to: "stresses")) else { return nil }
      let near = nearest(to: name, among: known)
      report(
        .error(
          Wording.noSuchStress(name), at: item.span,
          help: helpWhereTakenAway(InputPath.appending(name, to: "stresses"), at: item.span)
            ?? near.map(Wording.didYouMean) ?? Wording.oneOf(known)))
      return nil
    }
  }
}
