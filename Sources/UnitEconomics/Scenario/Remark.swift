import Formulas

/// Something in a scenario that is right, and that a careful reviewer would ask about.
///
///     model.remarks.map(\.words)   // ["tools.search.price says nothing of where it comes from", …]
public struct Remark: Sendable, Equatable {
  /// What is remarked upon.
  public enum Kind: String, CaseIterable, Sendable {
    /// A figure without a source.
    case unsourced
    /// A figure whose source is still to come: "to be measured".
    case unmeasured
    /// A low and a high whose shape is taken to be PERT, since none is stated.
    case assumedShape
    /// A price or an exchange rate that nothing asks for.
    case unused
    /// An input that no figure depends on.
    case withoutEffect
    /// Nothing that has to hold, or nothing under which it has to.
    case unchecked
    /// Blanks, commas or quotes that are not as in the shipped scenarios.
    case layout

    /// What it is in a heading.
    public var words: String {
      switch self {
      case .unsourced: "without a source"
      case .unmeasured: "with a source that is still to come"
      case .assumedShape: "a low and a high without a distribution"
      case .unused: "stated and not used"
      case .withoutEffect: "without effect on any figure"
      case .unchecked: "not checked"
      case .layout: "layout"
      }
    }
  }

  public let kind: Kind
  /// The path of the input or the part that it is about; empty for the file as a whole.
  public let path: String
  public let words: String
  /// Where it stands; nil for what stands nowhere.
  public let origin: Input.Origin?

  public init(_ kind: Kind, _ path: String, _ words: String, at origin: Input.Origin? = nil) {
    self.kind = kind
    self.path = path
    self.words = words
    self.origin = origin
  }
}

extension CostModel {
  /// What a careful reviewer would ask about, in the order of the scenario.
  public var remarks: [Remark] {
    let unused = scenario.unusedParts
    let used = Set(graph.inputPaths)
    var remarks: [Remark] = []
    for input in scenario.inputs {
      // What a file does not mention it cannot be asked about.
      guard let origin = input.origin else { continue }
      let isUnused = unused.contains {
        input.path.hasPrefix("\($0.path).") || input.path == $0.path
      }
      if !isUnused, !input.domain.isWhole, !used.contains(input.path) {
        remarks.append(Remark(.withoutEffect, input.path, "no figure depends on it", at: origin))
      }
      if let source = input.source {
        if Self.isStillToCome(source) {
          remarks.append(
            Remark(.unmeasured, input.path, "its source is still to come: \(source)", at: origin))
        }
      } else {
        remarks.append(
          Remark(.unsourced, input.path, "it does not say where it comes from", at: origin))
      }
      if input.uncertainty?.isAssumed == true {
        remarks.append(
          Remark(
            .assumedShape, input.path, "its shape between low and high is taken to be PERT",
            at: origin))
      }
    }
    return remarks + unused + scenario.uncheckedParts
  }

  /// Whether a source only says that there is none yet.
  private static func isStillToCome(_ source: String) -> Bool {
    let words = source.drop { $0 == " " }.lowercased()
    return ["to be ", "tbd", "tba", "todo", "to do", "fixme", "?"].contains { words.hasPrefix($0) }
  }
}

extension Scenario {
  /// Prices and rates that nothing asks for.
  fileprivate var unusedParts: [Remark] {
    func origin(_ path: String) -> Input.Origin? {
      inputs.first { $0.path == path || $0.path.hasPrefix("\(path).") }?.origin
    }
    let called = Set(inference.calls.map(\.model))
    let models = inference.prices.keys.filter { !called.contains($0) }.sorted().compactMap {
      name -> Remark? in
      let path = InputPath.appending(name, to: "inference.prices")
      guard let place = origin(path) else { return nil }
      return Remark(.unused, path, "no call is made on this model", at: place)
    }
    let currencies = Set(inputs.compactMap(\.foreignCurrency))
    let rates = exchangeRates.filter { !currencies.contains($0.key) }.map {
      Remark(.unused, $0.value.path, "no amount is in this currency", at: $0.value.origin)
    }
    return models + rates.sorted { $0.path < $1.path }
  }

  /// What of the scenario nothing holds to account.
  fileprivate var uncheckedParts: [Remark] {
    var remarks: [Remark] = []
    if checks.isEmpty {
      remarks.append(Remark(.unchecked, "checks", "no check says what has to hold"))
    }
    if stresses.isEmpty {
      remarks.append(
        Remark(.unchecked, "stresses", "no stress says what may turn out worse than planned"))
    } else {
      for check in checks where check.stresses.isEmpty {
        remarks.append(
          Remark(
            .unchecked, InputPath.appending(check.name, to: "checks"),
            "it has to hold in the base case alone", at: check.limit.origin))
      }
    }
    return remarks
  }
}
