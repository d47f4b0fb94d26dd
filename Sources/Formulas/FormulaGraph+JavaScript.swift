extension FormulaGraph {
  /// The model as JavaScript: `figures(x, y)` reads a point and writes the figures that are asked for.
  ///
  /// Each named formula is a constant with its sentence and unit above it. `x` holds the inputs in the
  /// order of ``inputPaths``, `y` takes the outputs in the order in which they are given here; what has
  /// no value is NaN, and infinity is none. Whatever text a formula carries, the program is inert as a
  /// part of a page: it holds no `<`, no quote from outside and no line break but its own.
  ///
  /// - Parameter outputs: the paths of the formulas that are written; each must be in the graph.
  public func javaScriptSource(of outputs: [String]) -> String {
    let body = ProgramBody(self, outputs, in: .javaScript)
    let inputs = body.inputs.map { place, name in "  const \(name) = x[\(place)];" }
    let written = outputs.enumerated().map { place, path in
      "  y[\(place)] = finite(\(body.name(of: path)));"
    }
    let helpers =
      JavaScriptSource.helpers + (body.asksForQueues ? JavaScriptSource.queueHelpers : "")
    return
      ([helpers + "function figures(x, y) {"] + inputs + body.lines + written + [
        "  return y;", "}",
      ])
      .joined(separator: "\n") + "\n"
  }
}

extension ProgramLanguage {
  static let javaScript = ProgramLanguage(
    comment: "  // ", assignment: "  const ", ending: ";", nothing: "NaN",
    signs: [.add: "+", .sum: "+", .subtract: "-", .multiply: "*"],
    functions: [
      .divide: "ratio", .minimum: "Math.min", .maximum: "Math.max", .floor: "Math.floor",
      .ceil: "Math.ceil", .power: "power", .exp: "exp", .log: "log", .normalCDF: "normalCDF",
      .erlangAgents: "erlangAgents", .erlangLate: "erlangLate", .isLess: "isLess",
      .isAtMost: "isAtMost", .select: "select",
    ],
    words: [
      "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger",
      "default", "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally",
      "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let",
      "new", "null", "package", "private", "protected", "public", "return", "static", "super",
      "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while",
      "with", "yield", "x", "y", "NaN", "Infinity", "Math", "ratio", "power", "exp", "log",
      "normalCDF", "erlangAgents", "erlangLate", "isLess", "isAtMost", "select", "finite",
      "figures",
    ],
    // Of what people write, letters, digits and the signs that no script and no markup answers to.
    isHarmless: { scalar in
      if scalar.isASCII {
        return UInt8(scalar.value).isLetterOrDigit || " .,:;()/%+-".unicodeScalars.contains(scalar)
      }
      return scalar.properties.isAlphabetic || scalar == "×" || scalar == "·"
    })
}

/// What a program in JavaScript needs beside the model.
enum JavaScriptSource {
  /// The operations that JavaScript lacks, or answers otherwise where there is no answer.
  ///
  /// The normal distribution function is a series such as that of ``Elementary/normalCDF(_:)``, longer for
  /// want of fused products: no page can do with less where a tail of it decides how many calls are lost.
  static let helpers = """
    const finite = v => Math.abs(v) < Infinity ? v : NaN;
    const ratio = (a, b) => b === 0 ? NaN : finite(a / b);
    const isLess = (a, b) => a < b ? 1 : a >= b ? 0 : NaN;
    const isAtMost = (a, b) => a <= b ? 1 : a > b ? 0 : NaN;
    const select = (c, a, b) => c !== c ? NaN : c !== 0 ? a : b;
    const exp = v => v < -708 ? 0 : v > 709.78 ? NaN : Math.exp(v);
    const log = v => v > 0 ? finite(Math.log(v)) : NaN;
    function power(base, exponent) {
      if (base !== base || exponent !== exponent) return NaN;
      if (exponent === 0) return 1;
      return base > 0 ? exp(exponent * log(base)) : base === 0 && exponent > 0 ? 0 : NaN;
    }
    const tailSeries = [
      [6.714920393601979e-12, -3.9024931626661816e-8, -1.6817283194044123e-7, 8.562779099386524e-6,
        7.140103219748502e-5, -0.0001462468629421063, -0.009872689366388684, -0.6717940840566923],
      [1.1172352263623759e-8, -2.495832761719667e-7, -2.947986876998259e-6, 3.17451797494374e-5,
        0.000673678795580235, 0.008824938557060623, 0.6726432239776567],
      [4.013877704214506e-9, 1.5307318366323928e-7, -1.2725805279147717e-6, -3.0187948093951486e-5,
        -9.373503465815823e-5, 0.001758933557766382, 0.04734330684190441],
      [-1.8902306008944537e-9, 1.4448658046252676e-9, 1.2500276612569754e-6, 1.3772664134464417e-7,
        -0.0001743029472030762, -0.002345812500482853, -0.0468956102311753]];
    function inPowers(terms, u) {
      let sum = terms[0];
      for (let at = 1; at < terms.length; at += 1) sum = sum * u + terms[at];
      return sum;
    }
    function normalCDF(v) {
      if (v !== v) return NaN;
      if (v > 38 || v < -38) return v > 0 ? 1 : 0;
      const t = 2 / (2 + Math.abs(v) * 0.7071067811865476), u = 2 * t - 1, u4 = u * u * u * u;
      const series = inPowers(tailSeries[0], u4) + inPowers(tailSeries[1], u4) * u
        + u * u * (inPowers(tailSeries[2], u4) + inPowers(tailSeries[3], u4) * u);
      const shifted = v * 134217729, lead = shifted - (shifted - v);
      const rest = series - 0.5 * ((v - lead) * (v + lead));
      const tail = 0.5 * t * Math.exp(-0.5 * lead * lead) * Math.exp(rest);
      return v < 0 ? tail : 1 - tail;
    }

    """
}
