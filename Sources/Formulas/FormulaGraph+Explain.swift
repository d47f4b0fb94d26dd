/// How one figure was made: the named formulas it rests on, down to the inputs.
public struct Explanation: Sendable {
  public let path: String
  public let sentence: String
  public let unit: Unit
  public let reading: Reading
  /// The formula in names, empty for an input.
  public let expression: String
  public let isInput: Bool
  /// Whether the parts were given higher up already, and are left out here.
  public let isRepeated: Bool
  public let parts: [Explanation]

  /// A figure that is given from outside and stands in no formula.
  public init(input path: String, _ sentence: String, _ value: Double, _ unit: Unit) {
    self.init(
      path: path, sentence: sentence, unit: unit, reading: .defined(value), expression: "",
      isInput: true, isRepeated: false, parts: [])
  }

  init(
    path: String, sentence: String, unit: Unit, reading: Reading, expression: String,
    isInput: Bool, isRepeated: Bool, parts: [Explanation]
  ) {
    self.path = path
    self.sentence = sentence
    self.unit = unit
    self.reading = reading
    self.expression = expression
    self.isInput = isInput
    self.isRepeated = isRepeated
    self.parts = parts
  }
}

extension FormulaGraph {
  /// Explains a named formula; nil where no formula has the name.
  ///
  /// Unnamed steps are folded into the expressions. What occurs again is given once in full.
  public func explain(_ path: String, at values: Values) -> Explanation? {
    var seen: Set<Int> = []
    return positions[path].map { explain($0, values, &seen) }
  }

  private func explain(_ position: Int, _ values: Values, _ seen: inout Set<Int>) -> Explanation {
    let node = nodes[position]
    let isInput = node.operation == .input
    let parts = isInput ? [] : namedParts(of: position)
    let isRepeated = !parts.isEmpty && !seen.insert(position).inserted
    return Explanation(
      path: node.label?.path ?? "", sentence: node.label?.sentence ?? "", unit: node.unit,
      reading: values.reading(position), expression: isInput ? "" : expression(position),
      isInput: isInput, isRepeated: isRepeated,
      parts: isRepeated ? [] : parts.map { explain($0, values, &seen) })
  }

  /// The nearest named formulas below a node, in the order in which its expression mentions them.
  public func namedParts(of position: Int) -> [Int] {
    var parts: [Int] = []
    var seen: Set<Int> = []
    func visit(_ operand: Int) {
      guard seen.insert(operand).inserted else { return }
      let node = nodes[operand]
      if let label = node.label, !label.path.isEmpty {
        parts.append(operand)
      } else {
        for below in operands(of: operand) { visit(Int(below)) }
      }
    }
    for operand in operands(of: position) { visit(Int(operand)) }
    return parts
  }
}
