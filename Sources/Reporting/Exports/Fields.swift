import Formulas
import UnitEconomics

extension Values {
  /// A figure as exports carry it: its value and unit, or null and why.
  func json(_ path: String, currency: String) -> JSON {
    guard let position = graph.positions[path] else {
      return ["value": nil, "reason": .string("the model has no \(path)")]
    }
    return reading(position).json(unit: graph.nodes[position].unit, currency: currency)
  }
}

extension Subject {
  /// A figure with its unit and, where it has no value, the reason.
  func fields(_ path: String, _ values: Values) -> (value: Cell, unit: Cell, reason: Cell) {
    guard let position = values.graph.positions[path] else {
      return (.empty, .empty, .text("the model has no \(path)"))
    }
    let reading = values.reading(position)
    return (
      .plain(reading.value), .text(values.graph.nodes[position].unit.text(currency: currency)),
      reading.reason.map { .text($0) } ?? .empty
    )
  }
}

extension Reading {
  func json(unit: Unit, currency: String) -> JSON {
    let unit = JSON.string(unit.text(currency: currency))
    return switch self {
    case .defined(let value): ["value": .number(value), "unit": unit]
    case .undefined(let reason): ["value": nil, "unit": unit, "reason": .string(reason)]
    }
  }
}

extension JSON {
  /// An object from names and values.
  static func members(_ pairs: some Sequence<(String, JSON)>) -> JSON {
    .object(pairs.map { Member($0.0, $0.1) })
  }
}
