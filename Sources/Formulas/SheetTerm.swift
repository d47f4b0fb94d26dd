/// A piece of a spreadsheet's formula, and how tightly it holds together.
struct SheetTerm {
  /// What may stand beside what without brackets.
  enum Binding: Int {
    case sum, product, single
  }

  let text: String
  let binding: Binding

  /// The piece as one of the factors after the first, or as an argument of a power.
  var single: String { binding == .single ? text : "(\(text))" }
  /// The piece as the first factor, or as a term after the first.
  private var factor: String { binding == .sum ? "(\(text))" : text }

  static func single(_ text: String) -> SheetTerm { SheetTerm(text: text, binding: .single) }

  static func call(_ name: String, _ arguments: String...) -> SheetTerm {
    single("\(name)(\(arguments.joined(separator: ",")))")
  }

  /// A number to the last bit; one below 0 is a sum, so that no sign stands beside another.
  static func number(_ number: Double) -> SheetTerm {
    let text = number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    return SheetTerm(
      text: text.uppercased(), binding: number < 0 ? .sum : .single)
  }

  init(text: String, binding: Binding) {
    self.text = text
    self.binding = binding
  }

  /// An operation on pieces; brackets stand where another order would give other last digits.
  init(_ operation: Operation, _ operands: [SheetTerm]) {
    let texts = operands.map(\.text)
    switch operation {
    case .add, .sum:
      let rest = operands.dropFirst().map(\.factor)
      self.init(text: ([texts[0]] + rest).joined(separator: "+"), binding: .sum)
    case .subtract: self.init(text: "\(texts[0])-\(operands[1].factor)", binding: .sum)
    case .multiply:
      self.init(text: "\(operands[0].factor)*\(operands[1].single)", binding: .product)
    case .divide: self.init(text: "\(operands[0].factor)/\(operands[1].single)", binding: .product)
    case .minimum: self = .call("MIN", texts[0], texts[1])
    case .maximum: self = .call("MAX", texts[0], texts[1])
    case .floor: self = .call("INT", texts[0])
    // The functions that round up differ from program to program below 0.
    case .ceil: self.init(text: "-INT(-\(operands[0].single))", binding: .sum)
    case .power:
      self = .call(
        "IF", "\(operands[1].single)=0", "1", "\(operands[0].single)^\(operands[1].single)")
    case .exp: self = .call("EXP", texts[0])
    case .log: self = .call("LN", texts[0])
    case .normalCDF: self = .call("NORMSDIST", texts[0])
    case .isLess: self = .call("IF", "\(texts[0])<\(texts[1])", "1", "0")
    case .isAtMost: self = .call("IF", "\(texts[0])<=\(texts[1])", "1", "0")
    case .same: self = operands[0]
    case .input, .constant, .undefined, .select, .erlangAgents, .erlangLate:
      self = .single("NA()")
    }
  }
}

/// Erlang C in functions of spreadsheets.
extension SheetTerm {
  /// P(an arrival is not answered within a wait): C(n, a) e^(−(n − a) w), and 1 where the queue grows.
  static func late(load: SheetTerm, agents: SheetTerm, wait: SheetTerm) -> SheetTerm {
    let (a, n) = (load.single, "INT(\(agents.text))")
    return .call(
      "IF", "\(a)=0", "0",
      SheetTerm.call("IF", "\(n)<=\(a)", "1", late(a, n, wait.single)).text)
  }

  /// The least number above the load that is late seldom enough; each one before it counts one more.
  static func agents(load: SheetTerm, level: SheetTerm, wait: SheetTerm) -> SheetTerm {
    let a = load.single
    let candidates = "(INT(\(load.text))+ROW($1:$4000))"
    let tooFew = "--((\(late(a, candidates, wait.single)))>1-\(level.single))"
    return .call("IF", "\(a)=0", "0", "INT(\(load.text))+1+SUMPRODUCT(\(tooFew))")
  }

  /// With B = e^(−a) aⁿ/n! over what Poisson leaves up to n, C = B / (1 − a/n (1 − B)).
  private static func late(_ a: String, _ n: String, _ wait: String) -> String {
    let blocking = "(POISSON(\(n),\(a),FALSE)/POISSON(\(n),\(a),TRUE))"
    return "\(blocking)/(1-\(a)/\(n)*(1-\(blocking)))*EXP(-(\(n)-\(a))*\(wait))"
  }
}
