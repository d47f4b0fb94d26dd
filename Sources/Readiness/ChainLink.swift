/// One link of the chain that a run is told by.
public enum ChainLink: Int, Sendable, CaseIterable {
  case request, context, decision, toolCalls, toolResponses, output, outcome

  /// The link that a checklist calls so.
  public init?(name: String) {
    guard let link = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = link
  }

  /// What checklists call them.
  public static var names: [String] { allCases.map { "\($0)" } }
}
