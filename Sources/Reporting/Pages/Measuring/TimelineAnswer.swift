import RunLogs
import UnitEconomics

/// The runs that were asked for, beside all that was measured with them.
public struct TimelineAnswer: Sendable {
  public let measure: MeasureAnswer
  /// What was asked for, as it was typed.
  let name: String
  let runs: [RunTimeline]
  /// How wide a terminal is on which each step has a drawing of when it ran; nil for other readers.
  let terminalWidth: Int?

  public init(
    _ measure: MeasureAnswer, name: String, runs: [RunTimeline], terminalWidth: Int?
  ) {
    self.measure = measure
    self.name = name
    self.runs = runs
    self.terminalWidth = terminalWidth
  }

  /// All of the runs together.
  var total: Tally { Tally(of: runs) }

  var captured: RunChain.Links { measure.total.chains.captured }

  /// The links of which something is told somewhere decide what is missing from a run.
  func states(_ chain: RunChain) -> [(link: RunChain.Link, state: RunChain.State)] {
    RunChain.Link.allCases.map { ($0, chain.state($0, where: captured)) }
  }

  func file(_ number: Int) -> String {
    let files = measure.measurement.files
    return files.indices.contains(number) ? files[number].name : ""
  }
}

extension RunTimeline {
  /// How it ended, and why.
  var ending: String {
    guard let outcome else { return "not told" }
    guard outcome != .success else { return outcome.rawValue }
    return "\(outcome.rawValue), \((reason ?? .unexplained).words)"
  }

  /// Which agent ran, and in which version.
  var runner: String {
    guard let agent else { return version.map { "Version \($0)" } ?? "The run" }
    return [agent, version].compactMap(\.self).joined(separator: " ")
  }
}

extension RunTimeline.Step {
  /// What it does, in a word before its name.
  var label: String { label(name) }

  /// The label with a name that is not too long for a column: without the provider before it, or cut.
  var shortLabel: String {
    var name = name
    if name.count > Self.longestName, let slash = name.lastIndex(of: "/") {
      name = String(name[name.index(after: slash)...])
    }
    if name.count > Self.longestName { name = name.prefix(Self.longestName - 1) + "…" }
    return label(name)
  }

  private static let longestName = 18

  private func label(_ name: String) -> String {
    let word: String? =
      switch kind {
      case .other: nil
      case .inference: "model"
      case .agent, .tool, .embedding, .retrieval, .guardrail: kind.rawValue
      }
    let parts = [word, name.isEmpty ? nil : name].compactMap(\.self)
    return parts.isEmpty ? "step without a name" : parts.joined(separator: " ")
  }
}
