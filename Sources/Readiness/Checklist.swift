/// What must be true before an agent goes live, as a file states it: items in sections, each with how it
/// is decided.
///
/// The shipped one and a company's own are read alike; no item and no limit of them stands in code.
public struct Checklist: Sendable {
  public var name: String
  public var sections: [Section]

  /// Items that belong together.
  public struct Section: Sendable {
    public var key: String
    public var title: String
    public var items: [Item]

    public init(key: String, title: String, items: [Item]) {
      self.key = key
      self.title = title
      self.items = items
    }
  }

  /// One sentence that is true or not, and how that is found out.
  public struct Item: Sendable {
    public var key: String
    /// The sentence.
    public var says: String
    public var decision: Decision
    /// Whether nothing goes live while it is not met, or unproven.
    public var isBlocking: Bool
    /// The rule of go or no-go that it stands for.
    public var rule: Rule?
    /// Paths of formulas that say what it costs a month; `*` stands for any name.
    public var costs: [String]
    /// What to do where it is not met.
    public var way: String?
    /// Inputs, or groups of them with `*`, that could move it; the cheapest move is looked for.
    public var levers: [String]

    public init(
      key: String, says: String, decision: Decision, isBlocking: Bool = false, rule: Rule? = nil,
      costs: [String] = [], way: String? = nil, levers: [String] = []
    ) {
      self.key = key
      self.says = says
      self.decision = decision
      self.isBlocking = isBlocking
      self.rule = rule
      self.costs = costs
      self.way = way
      self.levers = levers
    }
  }

  /// What one must be able to do before an agent goes live.
  public enum Rule: String, Sendable, CaseIterable {
    case quantify, reconstruct, block

    public var letter: String {
      switch self {
      case .quantify: "a"
      case .reconstruct: "b"
      case .block: "c"
      }
    }

    public var words: String {
      switch self {
      case .quantify: "task success and escalation rates are quantified"
      case .reconstruct: "an incident can be reconstructed from the logs"
      case .block: "risky actions can be blocked with policy"
      }
    }
  }

  public init(name: String, sections: [Section]) {
    self.name = name
    self.sections = sections
  }

  public var items: [Item] { sections.flatMap(\.items) }
}
