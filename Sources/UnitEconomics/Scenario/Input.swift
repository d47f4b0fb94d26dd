import Formulas

/// One quantity that the scenario states, with what a reviewer asks for: where it comes from.
///
/// Its ``path`` is how stresses, sweeps, overlays, checks and messages find it.
public struct Input: Sendable, Equatable {
  /// Where it stands: `tools.crm.latency.p50`.
  public let path: String
  /// What it is, in a few words.
  public let sentence: String
  /// The value in ``unit``.
  public var value: Double
  public let unit: Unit
  public let domain: Domain
  public var range: Range?
  public var source: String?
  public var note: String?
  /// Where it was stated; nil for a default that the file does not mention.
  public var origin: Origin?
  /// The currency it is stated in where that is not the scenario's own.
  public var foreignCurrency: String?

  public init(
    _ path: String, _ sentence: String, _ value: Double, _ unit: Unit, in domain: Domain = .any,
    range: Range? = nil, source: String? = nil, note: String? = nil, origin: Origin? = nil,
    foreignCurrency: String? = nil
  ) {
    self.path = path
    self.sentence = sentence
    self.value = value
    self.unit = unit
    self.domain = domain
    self.range = range
    self.source = source
    self.note = note
    self.origin = origin
    self.foreignCurrency = foreignCurrency
  }

  /// How far the value may be off, as its author sees it.
  public struct Range: Sendable, Equatable {
    public var low: Double
    public var high: Double
    public var distribution: Distribution?

    public init(low: Double, high: Double, distribution: Distribution? = nil) {
      self.low = low
      self.high = high
      self.distribution = distribution
    }
  }

  /// The shape of an uncertain input between its low and its high.
  public enum Distribution: String, Sendable, CaseIterable {
    case uniform, triangular, pert, normal, lognormal
  }

  /// The place in a file where an input was stated.
  public struct Origin: Sendable, Equatable {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }

    public var text: String { "\(file):\(line)" }
  }
}
