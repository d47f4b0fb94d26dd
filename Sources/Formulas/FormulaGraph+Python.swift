extension FormulaGraph {
  /// The model as a Python program that needs nothing but Python: a function of the inputs.
  ///
  /// Each named formula is a variable with its sentence and unit beside it; operations stand in the
  /// order in which this library does them. The few helpers at the top may be replaced by those of
  /// numpy or compiled, and the function reads whole arrays then.
  ///
  /// - Parameters:
  ///   - outputs: the paths of the formulas that the function returns; each must be in the graph.
  ///   - point: the inputs' values in the order of ``inputPaths``: the function's defaults.
  public func pythonSource(of outputs: [String], at point: [Double]) -> String {
    PythonSource(self, outputs, point).text
  }
}

/// Writes a graph down in Python.
struct PythonSource {
  let graph: FormulaGraph
  private let outputs: [String]
  private let point: [Double]
  private var names: [Int: String] = [:]
  private var taken: Set<String> = []
  /// How often each node is asked for.
  private(set) var uses: [Int]
  private var lines: [String] = []

  init(_ graph: FormulaGraph, _ outputs: [String], _ point: [Double]) {
    self.graph = graph
    self.outputs = outputs
    self.point = point
    uses = [Int](repeating: 0, count: graph.nodes.count)
    for path in outputs { uses[graph.positions[path]!] += 1 }
    for position in graph.nodes.indices.reversed() where uses[position] > 0 {
      for operand in graph.operands(of: position) { uses[Int(operand)] += 1 }
    }
    for (position, node) in graph.nodes.enumerated() where uses[position] > 0 {
      write(position, node)
    }
  }

  var text: String {
    let inputs = graph.inputs.enumerated().filter { uses[$1] > 0 }
    let parameters = inputs.map { place, position in
      "    \(names[position]!)=\(point[place].python),"
    }
    let returned = outputs.map { names[graph.positions[$0]!]! }
    let body =
      ["    \"\"\"Returns \(outputs.joined(separator: ", ")).\"\"\""] + lines
      + ["    return (" + returned.joined(separator: ", ") + ",)"]
    let listed = outputs.map { "\"\($0.harmless)\"" }.joined(separator: ", ")
    let helpers = Self.helpers + (asksForQueues ? Self.queueHelpers : "")
    return
      ([helpers, "FIGURES = (\(listed),)\n\n", "def figures("] + parameters + ["):"] + body)
      .joined(separator: "\n") + "\n\n\n" + Self.ending
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
      lines.append("    # \(label.sentence.harmless), in \(node.unit)")
    }
    lines.append("    \(name) = \(expression)")
  }

  private func expression(_ position: Int, _ node: FormulaGraph.Node) -> String {
    let operands = graph.operands(of: position).map { names[Int($0)]! }
    let listed = operands.joined(separator: ", ")
    return switch node.operation {
    case .constant: node.number.python
    case .input, .undefined: "nan"
    case .same: operands[0]
    case .add, .sum: "(" + operands.joined(separator: " + ") + ")"
    case .subtract: "(\(operands[0]) - \(operands[1]))"
    case .multiply: "(\(operands[0]) * \(operands[1]))"
    case .divide: "ratio(\(listed))"
    case .minimum: "lower(\(listed))"
    case .maximum: "upper(\(listed))"
    case .floor: "floor(\(listed))"
    case .ceil: "ceil(\(listed))"
    case .power: "power(\(listed))"
    case .exp: "exp(\(listed))"
    case .log: "log(\(listed))"
    case .normalCDF: "normal_cdf(\(listed))"
    case .erlangAgents: "erlang_agents(\(listed))"
    case .erlangLate: "erlang_late(\(listed))"
    case .isLess: "(\(operands[0]) < \(operands[1]))"
    case .isAtMost: "(\(operands[0]) <= \(operands[1]))"
    case .select: "select(\(listed))"
    }
  }

  /// A name that Python takes and that no other formula has.
  private mutating func name(_ path: String) -> String {
    var name = String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    if name.first?.isNumber ?? true { name = "_" + name }
    if Self.words.contains(name) { name += "_" }
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }

  /// Names that mean something else in the program.
  private static let words: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "nan",
    "ratio", "lower", "upper", "floor", "ceil", "power", "exp", "log", "normal_cdf", "select",
    "erlang_late", "erlang_agents", "figures", "math", "FIGURES", "None", "True", "False",
  ]

  private static let helpers = """
    import math

    nan = math.nan


    def ratio(a, b):
        return a / b if b != 0 else nan


    def lower(a, b):
        return b if b < a else a


    def upper(a, b):
        return b if b > a else a


    def select(condition, then, otherwise):
        return then if condition else otherwise


    def floor(x):
        return float(math.floor(x)) if math.isfinite(x) else nan


    def ceil(x):
        return float(math.ceil(x)) if math.isfinite(x) else nan


    def exp(x):
        return math.exp(x) if x < 709.78 else nan


    def log(x):
        return math.log(x) if x > 0 else nan


    def power(base, exponent):
        return base**exponent if base > 0 else 1.0 if exponent == 0 else 0.0 if exponent > 0 else nan


    def normal_cdf(x):
        return 0.5 * math.erfc(-x / math.sqrt(2))


    """

  private static let ending = """
    if __name__ == "__main__":
        for name, value in zip(FIGURES, figures()):
            print(name, value)

    """
}

extension Double {
  /// The number as Python reads it, to the last bit.
  fileprivate var python: String { isNaN ? "nan" : self < 0 ? "(\(self))" : "\(self)" }
}

extension String {
  /// The text in one line of a comment or string.
  fileprivate var harmless: String {
    String(
      unicodeScalars.map {
        $0.properties.generalCategory == .control || $0 == "\"" || $0 == "\\" ? " " : Character($0)
      })
  }
}
