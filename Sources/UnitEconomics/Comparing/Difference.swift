/// One thing in which two scenarios differ.
public struct Difference: Sendable {
  /// How they differ there.
  public enum Kind: Sendable {
    /// An input has another value.
    case value(before: Input, after: Input)
    /// Only the later scenario has it: a tool, a charge, or the input given here.
    case added(Input?)
    /// Only the earlier scenario has it.
    case removed(Input?)
    /// A word is another: which model is called, how people are employed.
    case word(before: String, after: String)
    /// What stands there has another shape, and is taken as a whole.
    case replaced(before: String, after: String)
  }

  /// Where: the path of an input, or of the part of the scenario that only one of them has.
  public let path: String
  public let kind: Kind
  /// Whether it does nothing by itself: a plan that is not sold on, a time for work that never comes.
  public let isIdle: Bool

  init(_ path: String, _ kind: Kind, isIdle: Bool = false) {
    self.path = path
    self.kind = kind
    self.isIdle = isIdle
  }

  /// The same with inputs as the tables of the scenarios have them, which a stress may have changed.
  fileprivate func restated(before: Scenario, after: Scenario) -> Difference {
    switch kind {
    case .added(let input?):
      Difference(path, .added(after.inputs[path] ?? input), isIdle: isIdle)
    case .removed(let input?):
      Difference(path, .removed(before.inputs[path] ?? input), isIdle: isIdle)
    default: self
    }
  }

  /// Whether it decides which formulas there are, and not only their values.
  var shapesModel: Bool {
    if case .value(let input, _) = kind { input.domain.isWhole } else { true }
  }

  /// Whether the whole part below the path is taken from one of the two.
  var coversPart: Bool {
    switch kind {
    case .added, .removed, .replaced: true
    case .value, .word: false
    }
  }
}

extension InputPath {
  /// Whether a path is that of a part, or of something in it.
  static func isPath(_ path: String, within part: String) -> Bool {
    guard path.utf8.starts(with: part.utf8) else { return false }
    let next = path.utf8.dropFirst(part.utf8.count).first
    return next == nil || part.isEmpty || next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }
}

extension Scenario {
  /// Everything in which a later scenario differs from this one, in the order of the files.
  ///
  /// Inputs are matched by their paths. What only one of the two has is one difference for the whole
  /// part: a tool, a segment, a charge.
  public func differences(to later: Scenario) -> [Difference] {
    var structure: [Difference] = []
    _ = Mixture(before: self, after: later) { difference in
      structure.append(difference.restated(before: self, after: later))
      return false
    }.scenario()
    let parts = structure.filter(\.coversPart).map(\.path)
    let values = inputs.compactMap { before -> Difference? in
      guard let after = later.inputs[before.path], after.value != before.value,
        !parts.contains(where: { InputPath.isPath(before.path, within: $0) })
      else { return nil }
      return Difference(before.path, .value(before: before, after: after))
    }
    return Self.ordered(values + structure, by: [self, later])
  }

  /// Sorted by the section of the file first, then by where the first input of each stands.
  private static func ordered(
    _ differences: [Difference], by scenarios: [Scenario]
  ) -> [Difference] {
    var places: [String: Int] = [:]
    for input in scenarios.flatMap({ Array($0.inputs) }) {
      var path = input.path
      while !path.isEmpty, places[path] == nil {
        places[path] = places.count
        path = InputPath.parent(of: path)
      }
    }
    func place(_ path: String) -> Int {
      places[path] ?? places[InputPath.parent(of: path)] ?? places.count
    }
    let placed = differences.enumerated().map { (place($1.path), $0, $1) }
    return placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
