/// A graph as rows of a spreadsheet: a row for each named formula, and for what several formulas share.
///
///     let rows = SheetRows(graph)
///     rows.formula("tasksSubmitted") { … }    // "Inputs!$B$2*Inputs!$B$3"
///
/// A spreadsheet then computes what the point reading does, with its own functions and its own last
/// digits.
public struct SheetRows: Sendable {
  /// A formula that has a cell of its own.
  public struct Row: Sendable {
    /// The formula's path, or for an unnamed part its number among the parts: `part 3`.
    public let key: String
    public let position: Int
    public let isPart: Bool
  }

  /// What a cell may be asked for.
  public enum Place: Sendable {
    case input(path: String)
    case row(key: String)
  }

  public let graph: FormulaGraph
  public let rows: [Row]
  /// The number of the row of each node; -1 for those that have none.
  private let rowOfNode: [Int]
  private let positions: [String: Int]

  /// Beyond so many cells in one formula, or so many brackets, a part gets a cell of its own.
  private static let mostCells = 40
  private static let mostDepth = 16

  public init(_ graph: FormulaGraph) {
    self.graph = graph
    var uses = [Int](repeating: 0, count: graph.nodes.count)
    for position in graph.nodes.indices {
      for operand in graph.operands(of: position) { uses[Int(operand)] += 1 }
    }
    var rows: [Row] = []
    var rowOfNode = [Int](repeating: -1, count: graph.nodes.count)
    var cells = [Int](repeating: 1, count: graph.nodes.count)
    var depth = [Int](repeating: 0, count: graph.nodes.count)
    var parts = 0
    for (position, node) in graph.nodes.enumerated() where node.operation != .input {
      let operands = graph.operands(of: position).map(Int.init)
      let own = operands.reduce(0) { $0 + cells[$1] }
      let below = 1 + (operands.map { depth[$0] }.max() ?? 0)
      let path = node.label?.path ?? ""
      let isShared = uses[position] > 1 && own > 1
      let isLarge = own > Self.mostCells || below > Self.mostDepth
      guard !path.isEmpty || isShared || isLarge else {
        (cells[position], depth[position]) = (max(1, own), below)
        continue
      }
      if path.isEmpty { parts += 1 }
      rowOfNode[position] = rows.count
      rows.append(
        Row(key: path.isEmpty ? "part \(parts)" : path, position: position, isPart: path.isEmpty))
    }
    self.rows = rows
    self.rowOfNode = rowOfNode
    positions = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.position) })
  }

  /// Where the formula of a row stands in the graph; nil where it has no such row.
  public func position(_ key: String) -> Int? { positions[key] }

  /// The formula of a row as a spreadsheet takes it, without the `=`; nil where no function of
  /// spreadsheets does it.
  ///
  /// Only functions that every spreadsheet of the last fifteen years knows. An undefined figure is an
  /// error there, and whatever rests on it too.
  ///
  /// - Parameters:
  ///   - key: of a row that there is.
  ///   - cell: what the cell of an input or of another row is called.
  public func formula(_ key: String, cell: (Place) -> String) -> String? {
    positions[key].flatMap { body($0, cell) }?.text
  }

  private func term(_ position: Int, _ cell: (Place) -> String) -> SheetTerm? {
    let node = graph.nodes[position]
    if node.operation == .input {
      return .single(cell(.input(path: node.label?.path ?? "")))
    }
    let row = rowOfNode[position]
    return row < 0 ? body(position, cell) : .single(cell(.row(key: rows[row].key)))
  }

  private func body(_ position: Int, _ cell: (Place) -> String) -> SheetTerm? {
    let node = graph.nodes[position]
    if node.operation == .select { return selection(position, cell) }
    var operands: [SheetTerm] = []
    for operand in graph.operands(of: position) {
      guard let term = term(Int(operand), cell) else { return nil }
      operands.append(term)
    }
    switch node.operation {
    case .constant: return .number(node.number)
    case .input, .undefined: return .single("NA()")
    case .erlangAgents, .erlangLate:
      // Who loses patience leaves a queue that no function of spreadsheets knows.
      let leaving = graph.nodes[Int(graph.operands(of: position).last!)]
      guard leaving.operation == .constant, leaving.number == 0 else { return nil }
      return node.operation == .erlangLate
        ? .late(load: operands[0], agents: operands[1], wait: operands[2])
        : .agents(load: operands[0], level: operands[1], wait: operands[2])
    default: return SheetTerm(node.operation, operands)
    }
  }

  /// A condition stands in the selection itself, unless it has a cell of its own.
  private func selection(_ position: Int, _ cell: (Place) -> String) -> SheetTerm? {
    let operands = graph.operands(of: position).map(Int.init)
    guard let then = term(operands[1], cell), let otherwise = term(operands[2], cell) else {
      return nil
    }
    let condition = operands[0]
    let sign: String? =
      switch graph.nodes[condition].operation {
      case .isLess: "<"
      case .isAtMost: "<="
      default: nil
      }
    let sides = graph.operands(of: condition).map { term(Int($0), cell) }
    if let sign, rowOfNode[condition] < 0, let left = sides[0], let right = sides[1] {
      return .call("IF", "\(left.text)\(sign)\(right.text)", then.text, otherwise.text)
    }
    return term(condition, cell).map {
      .call("IF", "\($0.single)<>0", then.text, otherwise.text)
    }
  }
}
