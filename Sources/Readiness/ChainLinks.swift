/// The links of a run's chain by their names, as checklists ask for them.
public enum ChainLinks {
  public static let names = [
    "request", "context", "decision", "toolCalls", "toolResponses", "output", "outcome",
  ]
}
