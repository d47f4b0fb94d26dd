import Formulas
import Foundation
import Testing

/// Works out an expression as a reader of the audit trail would, with the rules of school: powers
/// before products, products before sums, sums before comparisons, a choice last.
struct PaperExpression {
  private var rest: Substring
  private let names: [(name: String, value: Double)]

  init(_ text: String, names: [String: Double]) {
    rest = text[...]
    // The longest first, for one name may begin with another.
    self.names = names.map { (name: $0, value: $1) }.sorted { $0.name.count > $1.name.count }
  }

  struct Unreadable: Error { let rest: String }

  mutating func value() throws -> Double {
    let value = try choice()
    guard rest.isEmpty else { throw Unreadable(rest: String(rest)) }
    return value
  }

  private mutating func choice() throws -> Double {
    guard take("if ") else { return try comparison() }
    let condition = try comparison()
    try need(" then ")
    let yes = try choice()
    try need(" else ")
    let no = try choice()
    return condition.isNaN ? .nan : condition != 0 ? yes : no
  }

  private mutating func comparison() throws -> Double {
    let left = try sum()
    if take(" < ") { return Self.truth(left, try sum(), <) }
    if take(" ≤ ") { return Self.truth(left, try sum(), <=) }
    return left
  }

  private static func truth(
    _ a: Double, _ b: Double, _ holds: (Double, Double) -> Bool
  ) -> Double {
    a.isNaN || b.isNaN ? .nan : holds(a, b) ? 1 : 0
  }

  private mutating func sum() throws -> Double {
    var total = try product()
    while true {
      if take(" + ") {
        total += try product()
      } else if take(" - ") {
        total -= try product()
      } else {
        return total
      }
    }
  }

  private mutating func product() throws -> Double {
    var product = try power()
    while true {
      if take(" × ") {
        product *= try power()
      } else if take(" / ") {
        let divisor = try power()
        product = divisor == 0 ? .nan : product / divisor
      } else {
        return product
      }
    }
  }

  private mutating func power() throws -> Double {
    let base = try term()
    return take(" ^ ") ? pow(base, try term()) : base
  }

  private mutating func term() throws -> Double {
    for (name, value) in names where take(name) { return value }
    if take("n/a") { return .nan }
    if take("floor(") { return try closed().rounded(.down) }
    if take("ceil(") { return try closed().rounded(.up) }
    if take("exp(") { return exp(try closed()) }
    if take("ln(") {
      let argument = try closed()
      return argument > 0 ? log(argument) : .nan
    }
    if take("Φ(") { return 0.5 * erfc(-(try closed()) / 2.0.squareRoot()) }
    if take("min(") { return try pair { $0.isNaN || $1.isNaN ? .nan : min($0, $1) } }
    if take("max(") { return try pair { $0.isNaN || $1.isNaN ? .nan : max($0, $1) } }
    if take("agents(") {
      let parts = try four()
      return Erlang.agents(load: parts[0], level: parts[1], wait: parts[2], leaving: parts[3])
    }
    if take("late(") {
      let parts = try four()
      return Erlang.late(load: parts[0], agents: parts[1], wait: parts[2], leaving: parts[3])
    }
    if take("(") { return try closed() }
    let digits = rest.prefix { "0123456789.e+-".contains($0) }
    guard let number = Double(digits) else { throw Unreadable(rest: String(rest)) }
    rest = rest.dropFirst(digits.count)
    return number
  }

  private mutating func pair(_ combine: (Double, Double) -> Double) throws -> Double {
    let first = try choice()
    try need(", ")
    return combine(first, try closed())
  }

  private mutating func four() throws -> [Double] {
    var parts = [try choice()]
    for _ in 0..<3 {
      try need(", ")
      parts.append(try choice())
    }
    try need(")")
    return parts
  }

  private mutating func closed() throws -> Double {
    let value = try choice()
    try need(")")
    return value
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func need(_ text: String) throws {
    guard take(text) else { throw Unreadable(rest: String(rest)) }
  }
}

@Suite("The test's own reading of expressions follows the rules of school")
struct PaperExpressionTests {
  @Test(
    arguments: [
      ("1 + 2 × 3", 7), ("(1 + 2) × 3", 9), ("8 / 2 × 4", 16), ("8 / (2 × 4)", 1),
      ("2 × 3 ^ 2", 18),
      ("1 - 2 - 3", -4), ("if 1 < 2 then 3 else 4 + 5", 3), ("if 2 < 1 then 3 else 4 + 5", 9),
      ("min(2, max(1, 3)) + -1", 1), ("a × ab", 6), ("1 + 1 ≤ 2", 1), ("1e-09 × 1e+09", 1),
    ])
  func reads(text: String, value: Double) throws {
    var expression = PaperExpression(text, names: ["a": 2, "ab": 3])
    #expect(try expression.value() == value)
  }
}
