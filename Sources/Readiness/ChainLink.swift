/// One link of the chain that a run is told by.
public enum ChainLink: Int, Sendable, CaseIterable {
  case request, context, decision, toolCalls, toolResponses, output, outcome

  /// The link that a checklist calls so.
  public init?(name: String) {
    guard let link = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = link
  }

  /// What it is in a sentence.
  public var words: String {
    switch self {
    case .request: "request"
    case .context: "context"
    case .decision: "decision"
    case .toolCalls: "tool calls"
    case .toolResponses: "tool responses"
    case .output: "output"
    case .outcome: "outcome"
    }
  }

  /// What checklists call them.
  public static var names: [String] { allCases.map { "\($0)" } }
}
