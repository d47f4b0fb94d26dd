extension Unit {
  /// The unit as it is written beside a number: `USD / task`, `GB / month`, empty for a plain number.
  ///
  /// - Parameter currency: the code that stands for money.
  public func text(currency: String = "money") -> String {
    var above: [String] = []
    var below: [String] = []
    let isMillionTokens = exponents[Atom.million.rawValue] == exponents[Atom.token.rawValue]
    for atom in Atom.allCases {
      var exponent = Int(exponents[atom.rawValue])
      if atom == .million, isMillionTokens { exponent = 0 }
      guard exponent != 0, atom != .share else { continue }
      var symbol = atom == .money ? currency : atom.symbol
      if atom == .token, isMillionTokens { symbol = "Mtok" }
      if abs(exponent) > 1 { symbol += "^\(abs(exponent))" }
      if exponent > 0 { above.append(symbol) } else { below.append(symbol) }
    }
    if above.isEmpty {
      if below.isEmpty { return self == .share ? "share" : "" }
      above = ["1"]
    }
    return above.joined(separator: " ") + below.map { " / " + $0 }.joined()
  }
}

extension Unit: CustomStringConvertible {
  public var description: String { text() }
}
