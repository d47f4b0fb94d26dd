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
