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
    if let stress = reading.stress { blocks.append(.text("Under the stress \(stress).")) }
    if explanation.mentions("humanReview.queue.agents"),
      let staffing = subject.staffing(reading.values)
    {
      blocks.append(.paragraph(staffing))
    }
    blocks.append(.outline(subject.outline(of: explanation, in: reading, levels: depth)))
    blocks.append(.paragraph(subject.provenance(program)))
    return Report(title: "\(explanation.path): \(subject.scenario.name)", blocks: blocks)
  }

  /// Every output and every input by its path, for choosing what to explain.
  public static func inputs(_ subject: Subject, program: Program) -> Report {
    let base = subject.reading.base
    var outputs = Table(
      title: "Figures", columns: [Column("Path"), Column("Value", .trailing), Column("Unit")])
    let stated = Set(subject.scenario.inputs.map(\.path))
    let own = Output.allCases.map(\.rawValue)
    let others = base.values.graph.paths.filter { !stated.contains($0) && !own.contains($0) }
    for path in own + others {
      let unit = base.values.unit(path)
      outputs.rows.append(
        Row([
          .text(path),
          subject.cell(base.values[path] ?? .undefined(because: "it is not in the model"), unit),
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
          .text(subject.unitText(input.unit, of: input.path)),
          .text(input.provenance(subject.currency)),
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
  fileprivate func outline(
    of part: Explanation, in reading: CaseReading, levels: Int?
  ) -> Outline {
    var outline = Outline([.strong(part.path), "  ", .plain(amount(part, in: reading))])
    if !part.sentence.isEmpty { outline.text.append(.plain(" · " + part.sentence)) }
    if let reason = part.reading.reason { outline.details.append([.plain(reason)]) }
    if part.isInput {
      outline.details.append([.plain(origin(of: part.path, in: reading))])
    } else if !part.expression.isEmpty, Double(part.expression) == nil {
      outline.details.append([.plain("= " + part.expression)])
    }
    if part.isRepeated { outline.details.append(["given above"]) }
    if levels == 0 { return outline }
    outline.parts = part.parts.map {
      self.outline(of: $0, in: reading, levels: levels.map { $0 - 1 })
    }
    return outline
  }

  /// The place and the source of an input.
  private func origin(of path: String, in reading: CaseReading) -> String {
    if let changed = reading.changed[path] {
      return "changed by \(reading.title); " + changed.provenance(currency)
    }
    return scenario.inputs[path]?.provenance(currency) ?? "default, not stated"
  }

  /// A value with enough digits to work on with, and its unit.
  private func amount(_ part: Explanation, in reading: CaseReading) -> String {
    let unit = part.unit
    guard let value = part.reading.value else { return "n/a" }
    let style = NumberStyle.quantity(digits: 9)
    if unit == .share { return (style.text(for: value * 100) ?? "n/a") + "%" }
    let text = unitText(unit, of: part.path)
    return (style.text(for: value) ?? "n/a") + (text.isEmpty ? "" : " " + text)
  }

  /// The unit of a figure; an amount in another currency says in which.
  public func unitText(_ unit: Unit, of path: String) -> String {
    let foreign =
      scenario.inputs[path]?.foreignCurrency
      ?? scenario.exchangeRates.first { $0.value.path == path }?.key
    let text = unit.text(currency: currency)
    return foreign.map { text.replacing("foreign money", with: $0) } ?? text
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
  func provenance(_ home: String) -> String {
    var parts = [origin?.text ?? "default, not stated"]
    if let source { parts.append("source: \(source)") }
    if let range {
      let shape = statedShape.map { ", \($0)" } ?? ""
      let low = unit.stated(range.low, currency: home)
      let high = unit.stated(range.high, currency: home)
      parts.append("\(low) … \(high)\(shape)")
    }
    if let note { parts.append(note) }
    return parts.joined(separator: "; ")
  }
}
