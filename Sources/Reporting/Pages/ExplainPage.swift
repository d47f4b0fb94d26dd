import Formulas
import UnitEconomics

extension Report {
  /// How one figure is made: its formula, and every figure below it down to the inputs.
  ///
  /// - Parameters:
  ///   - explanation: the tree of figures.
  ///   - reading: the case that the values are of.
  ///   - depth: how many levels to show; all where nil.
  public static func explain(
    _ explanation: Explanation, of subject: Subject, in reading: CaseReading, depth: Int? = nil,
    program: Program
  ) -> Report {
    var blocks: [Block] = []
    if !explanation.sentence.isEmpty {
      blocks.append(.text(explanation.sentence.capitalizedFirst + "."))
    }
    if let stress = reading.stress { blocks.append(.text("Under the stress \(stress).")) }
    blocks.append(.table(subject.table(of: explanation, in: reading, depth: depth)))
    blocks.append(.paragraph(subject.provenance(program)))
    return Report(title: "\(explanation.path): \(subject.scenario.name)", blocks: blocks)
  }

  /// Every output and every input by its path, for choosing what to explain.
  public static func inputs(_ subject: Subject, program: Program) -> Report {
    let base = subject.reading.base
    var outputs = Table(
      title: "Figures", columns: [Column("Path"), Column("Value", .trailing), Column("Unit")])
    for output in Output.allCases {
      let unit = base.values.unit(output.rawValue)
      outputs.rows.append(
        Row([
          .text(output.rawValue), subject.cell(base.values[output], unit),
          .text(unit.text(currency: subject.currency)),
        ]))
    }
    var inputs = Table(
      title: "Inputs",
      columns: [
        Column("Path"), Column("Value", .trailing), Column("Unit"), Column("From", priority: 1),
      ])
    for input in subject.scenario.inputs {
      inputs.rows.append(
        Row([
          .text(input.path), subject.cell(.defined(input.value), input.unit),
          .text(input.unit.text(currency: subject.currency)), .text(input.provenance),
        ]))
    }
    return Report(
      title: "What can be explained: \(subject.scenario.name)",
      blocks: [
        .table(outputs), .table(inputs), .paragraph(subject.provenance(program)),
      ])
  }
}

extension Subject {
  fileprivate func table(
    of explanation: Explanation, in reading: CaseReading, depth: Int?
  ) -> Table {
    var table = Table(columns: [
      Column("Figure"), Column("Value", .trailing), Column("Unit"), Column("How, or from where"),
    ])
    func add(_ part: Explanation, _ level: Int) {
      table.rows.append(
        Row(
          [
            .text(part.path), cell(part.reading, part.unit),
            .text(part.unit.text(currency: currency)),
            .text(
              origin(
                of: part, reading.changed[part.path] ?? scenario.inputs[part.path], in: reading)),
          ], indent: level))
      if let depth, level >= depth { return }
      for below in part.parts { add(below, level + 1) }
    }
    add(explanation, 0)
    return table
  }

  /// The formula, or the place and the source of an input.
  private func origin(
    of part: Explanation, _ input: Input?, in reading: CaseReading
  ) -> String {
    guard part.isInput else {
      return "= " + part.expression + (part.isRepeated ? "  (given above)" : "")
    }
    guard let input else { return "" }
    let change = reading.changed[part.path] == nil ? "" : "changed by \(reading.title); "
    return change + input.provenance
  }

  func cell(_ reading: Reading, _ unit: Unit) -> Cell {
    reading.cell(unit.isMoney ? .price(currency) : unit == .share ? .share : .quantity(digits: 6))
  }
}

extension Values {
  func unit(_ path: String) -> Unit { graph.positions[path].map { graph.nodes[$0].unit } ?? .one }
}

extension Input {
  /// Where it stands, what its author gives as its source, and the range and note he adds.
  var provenance: String {
    var parts = [origin?.text ?? "default, not stated"]
    if let source { parts.append("source: \(source)") }
    if let range {
      let shape = range.distribution.map { ", \($0.rawValue)" } ?? ""
      let low = unit.stated(range.low, currency: foreignCurrency ?? "")
      let high = unit.stated(range.high, currency: foreignCurrency ?? "")
      parts.append("\(low) … \(high)\(shape)")
    }
    if let note { parts.append(note) }
    return parts.joined(separator: "; ")
  }
}
