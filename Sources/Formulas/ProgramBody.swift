/// A graph written down as the body of a program: each formula one line, named as in the model.
///
/// What programming languages have in common stands here; a ``ProgramLanguage`` is a table of how one of
/// them spells it. Operations stand in the order in which this library does them.
struct ProgramBody {
  let graph: FormulaGraph
  private let language: ProgramLanguage
  /// What each node is called in the program: a name, a number, an expression that is used once.
  private(set) var names: [Int: String] = [:]
  private var taken: Set<String> = []
  /// How often each node is asked for.
  private(set) var uses: [Int]
  private(set) var lines: [String] = []

  init(_ graph: FormulaGraph, _ outputs: [String], in language: ProgramLanguage) {
    self.graph = graph
    self.language = language
    uses = [Int](repeating: 0, count: graph.nodes.count)
    for path in outputs { uses[graph.positions[path]!] += 1 }
    for position in graph.nodes.indices.reversed() where uses[position] > 0 {
      for operand in graph.operands(of: position) { uses[Int(operand)] += 1 }
    }
    for (position, node) in graph.nodes.enumerated() where uses[position] > 0 {
      write(position, node)
    }
  }

  /// The inputs that are asked for: their place in a point, and what they are called.
  var inputs: [(place: Int, name: String)] {
    graph.inputs.enumerated().filter { uses[$1] > 0 }.map { ($0, names[$1]!) }
  }

  /// What a named formula is called in the program.
  func name(of path: String) -> String { names[graph.positions[path]!]! }

  /// Whether queues of people are asked for, which need functions of their own.
  var asksForQueues: Bool {
    graph.nodes.indices.contains {
      uses[$0] > 0 && [.erlangAgents, .erlangLate].contains(graph.nodes[$0].operation)
    }
  }

  private mutating func write(_ position: Int, _ node: FormulaGraph.Node) {
    let path = node.label?.path ?? ""
    if node.operation == .input {
      names[position] = name(path)
      return
    }
    let expression = self.expression(position, node)
    let isTrivial = node.operation == .constant
    guard !isTrivial, !path.isEmpty || uses[position] > 1 else {
      names[position] = expression
      return
    }
    let name = self.name(path.isEmpty ? "part" : path)
    names[position] = name
    if let label = node.label, !path.isEmpty {
      lines.append("\(language.comment)\(language.harmless(label.sentence)), in \(node.unit)")
    }
    lines.append("\(language.assignment)\(name) = \(expression)\(language.ending)")
  }

  private func expression(_ position: Int, _ node: FormulaGraph.Node) -> String {
    let operands = graph.operands(of: position).map { names[Int($0)]! }
    switch node.operation {
    case .constant: return language.number(node.number)
    case .input, .undefined: return language.nothing
    case .same: return operands[0]
    case let operation:
      if let sign = language.signs[operation] {
        return "(" + operands.joined(separator: " \(sign) ") + ")"
      }
      return "\(language.functions[operation]!)(\(operands.joined(separator: ", ")))"
    }
  }

  /// A name that the language takes and that no other formula has.
  private mutating func name(_ path: String) -> String {
    // Letter by letter only where one may be more than a byte.
    let isPlain = path.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    var name =
      isPlain
      ? String(
        decoding: path.utf8.map { $0.isLetterOrDigit ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
      : String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    if name.first?.isNumber ?? true { name = "_" + name }
    if language.words.contains(name) { name += "_" }
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}

/// How a programming language spells formulas.
struct ProgramLanguage {
  /// What begins a line of comment, indented as the body is.
  let comment: String
  /// What stands before a name that is given a value.
  let assignment: String
  /// What ends a line.
  let ending: String
  /// How the value of what has none is written.
  let nothing: String
  /// Operations that stand between their operands.
  let signs: [Operation: String]
  /// Operations that are functions of their operands.
  let functions: [Operation: String]
  /// Names that mean something else in the program.
  let words: Set<String>
  /// Whether a character can stand in a comment and do nothing; others are written as spaces.
  let isHarmless: @Sendable (Unicode.Scalar) -> Bool

  func harmless(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isHarmless) { return text }
    return String(text.unicodeScalars.map { isHarmless($0) ? Character($0) : " " })
  }

  /// The number to the last bit.
  func number(_ value: Double) -> String {
    value.isNaN ? nothing : value < 0 ? "(\(value))" : "\(value)"
  }
}

extension UInt8 {
  /// Whether it is a letter or a digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
