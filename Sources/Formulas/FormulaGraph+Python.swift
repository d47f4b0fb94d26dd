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
  private let body: ProgramBody
  private let outputs: [String]
  private let point: [Double]

  init(_ graph: FormulaGraph, _ outputs: [String], _ point: [Double]) {
    body = ProgramBody(graph, outputs, in: .python)
    self.outputs = outputs
    self.point = point
  }

  var text: String {
    let parameters = body.inputs.map { place, name in
      "    \(name)=\(ProgramLanguage.python.number(point[place])),"
    }
    let returned = outputs.map(body.name)
    let lines =
      ["    \"\"\"Returns \(outputs.joined(separator: ", ")).\"\"\""] + body.lines
      + ["    return (" + returned.joined(separator: ", ") + ",)"]
    let listed = outputs.map { "\"\(ProgramLanguage.python.harmless($0))\"" }
      .joined(separator: ", ")
    let helpers = Self.helpers + (body.asksForQueues ? Self.queueHelpers : "")
    return
      ([helpers, "FIGURES = (\(listed),)\n\n", "def figures("] + parameters + ["):"] + lines)
      .joined(separator: "\n") + "\n\n\n" + Self.ending
  }

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

extension ProgramLanguage {
  static let python = ProgramLanguage(
    comment: "    # ", assignment: "    ", ending: "", nothing: "nan",
    signs: [
      .add: "+", .sum: "+", .subtract: "-", .multiply: "*", .isLess: "<", .isAtMost: "<=",
    ],
    functions: [
      .divide: "ratio", .minimum: "lower", .maximum: "upper", .floor: "floor", .ceil: "ceil",
      .power: "power", .exp: "exp", .log: "log", .normalCDF: "normal_cdf",
      .erlangAgents: "erlang_agents", .erlangLate: "erlang_late", .select: "select",
    ],
    words: [
      "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
      "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
      "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "nan",
      "ratio", "lower", "upper", "floor", "ceil", "power", "exp", "log", "normal_cdf", "select",
      "erlang_late", "erlang_agents", "figures", "math", "FIGURES", "None", "True", "False",
    ],
    isHarmless: { scalar in
      scalar.properties.generalCategory != .control && scalar != "\"" && scalar != "\\"
    })
}
