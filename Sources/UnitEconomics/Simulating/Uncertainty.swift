import Formulas

/// How likely the values of an input are.
///
/// A stress moves it along: `scale · x + shift` of what is drawn, held within what the input can be.
public struct Uncertainty: Sendable, Equatable {
  public var distribution: Distribution
  public var scale = 1.0
  public var shift = 0.0
  /// Whether the shape is our choice, since its author stated only a low and a high.
  public var isAssumed: Bool

  public init(_ distribution: Distribution, isAssumed: Bool = false) {
    self.distribution = distribution
    self.isAssumed = isAssumed
  }

  /// The same after the input has been changed; none where its value was set.
  func changed(_ change: Stress.Change) -> Uncertainty? {
    var result = self
    switch change.kind {
    case .set: return nil
    case .multiply:
      result.scale *= change.amount
      result.shift *= change.amount
    case .add: result.shift += change.amount
    case .subtract: result.shift -= change.amount
    }
    return result
  }
}

extension Distribution.Family {
  /// What a scenario file calls it.
  public var name: String {
    switch self {
    case .normal: "normal"
    case .lognormal: "lognormal"
    case .uniform: "uniform"
    case .triangular: "triangular"
    case .pert: "pert"
    case .beta, .successes: "beta"
    case .gamma: "gamma"
    case .poisson: "poisson"
    case .discrete: "discrete"
    case .empirical: "empirical"
    }
  }
}

/// An input that is drawn, and where it stands in a point.
public struct UncertainInput: Sendable {
  public let input: Input
  public let uncertainty: Uncertainty
  let places: [Int]

  /// Its name among random numbers, so that one more uncertain input leaves the draws of others alone.
  var stream: UInt64 { Self.stream(input.path) }

  /// A number for a name: FNV-1a over its bytes.
  static func stream(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension CostModel {
  /// The inputs that are uncertain in a case and that the model reads, in the order of the file.
  func uncertainInputs(changed: [String: Input]) -> [UncertainInput] {
    let places = self.places
    return scenario.inputs.compactMap { stated in
      let input = changed[stated.path] ?? stated
      guard let uncertainty = input.uncertainty, let own = places[input.path] else { return nil }
      return UncertainInput(input: input, uncertainty: uncertainty, places: own)
    }
  }
}

extension Input {
  /// The shape that its author stated, as a file calls it.
  public var statedShape: String? {
    uncertainty.flatMap { $0.isAssumed ? nil : $0.distribution.family.name }
  }
}
