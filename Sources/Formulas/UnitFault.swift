/// A formula that mixes what cannot be mixed: dollars with seconds, say.
///
/// Operators do not throw, so that a formula reads as it would on paper; a fault travels inside and
/// is thrown, with all others, when the graph is built.
public struct UnitFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried and on what: `cannot add toolLatency (s) to toolsCost (money / month)`.
  public let description: String
}

/// Everything that is wrong with a model, found when its graph is built.
public struct ModelFaults: Error, Equatable, CustomStringConvertible {
  public let faults: [UnitFault]
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension Formula {
  /// This formula in the other's unit, or a fault that names both.
  func matched(to other: Formula, by verb: String) -> (Formula, UnitFault?) {
    if unit == other.unit { return (self, nil) }
    guard unit.isCompatible(with: other.unit) else {
      let joint =
        ["add": "to", "subtract": "from", "compare": "with"][verb] ?? "and"
      return (
        self,
        UnitFault(description: "cannot \(verb) \(node.wording) \(joint) \(other.node.wording)")
      )
    }
    return (scaled(to: other.unit), nil)
  }

  /// This formula in another unit; where that measures something else, a fault under `name`.
  func converted(to target: Unit, as name: @autoclosure () -> String) -> Formula {
    if unit == target { return self }
    if unit.isCompatible(with: target) { return scaled(to: target) }
    let fault = UnitFault(
      description:
        "\(name()) is to be in \(target.wording), and \(node.wording) is not")
    return Formula(.same, self, unit: target, fault: fault)
  }

  private func scaled(to target: Unit) -> Formula {
    let (multiplier, divisor) = unit.conversion(to: target)
    var result = self
    if multiplier != 1 {
      result = Formula(.multiply, result, .constant(multiplier), unit: target)
    }
    if divisor != 1 { result = Formula(.divide, result, .constant(divisor), unit: target) }
    return result
  }

  /// This formula's value in another unit of the same kind: `latency.expressed(in: .second)`.
  public func expressed(in target: Unit) -> Formula { converted(to: target, as: node.name) }

  func faultUnlessPlain(in function: String) -> UnitFault? {
    if unit.isDimensionless { return nil }
    return UnitFault(
      description: "\(function) takes a plain number, and \(node.wording) is not one")
  }
}

extension Unit {
  fileprivate var wording: String {
    let text = text()
    return text.isEmpty ? "plain numbers" : text
  }
}

extension FormulaNode {
  /// The formula's name, or how it is made from names.
  var name: String { name(depth: 3) }

  /// The name and unit, for a message.
  fileprivate var wording: String { "\(name) (\(unit.wording))" }

  private func name(depth: Int) -> String {
    if let label, !label.path.isEmpty { return label.path }
    if operation == .constant { return "\(number)" }
    guard depth > 0 else { return "…" }
    return operation.text(operands.map { $0.name(depth: depth - 1) })
  }
}
