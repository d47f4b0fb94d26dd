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
  /// What few readings ask for; kept apart, so that an input is cheap to pass around.
  ///
  /// Inputs that share it have path, sentence, unit and currency in common.
  private(set) var details: Details

  final class Details: Sendable {
    let range: Range?
    let source: String?
    let note: String?
    let origin: Origin?
    let foreignCurrency: String?
    let uncertainty: Uncertainty?

    init(
      range: Range?, source: String?, note: String?, origin: Origin?, foreignCurrency: String?,
      uncertainty: Uncertainty?
    ) {
      self.uncertainty = uncertainty
      self.range = range
      self.source = source
      self.note = note
      self.origin = origin
      self.foreignCurrency = foreignCurrency
    }
  }

  public var range: Range? { details.range }
  /// How likely its values are; nil where it is certain.
  public var uncertainty: Uncertainty? { details.uncertainty }
  /// Where its author has it from.
  public var source: String? { details.source }
  public var note: String? { details.note }
  /// Where it was stated; nil for a default that the file does not mention.
  public var origin: Origin? { details.origin }
  /// The currency it is stated in where that is not the scenario's own.
  public var foreignCurrency: String? { details.foreignCurrency }

  public init(
    _ path: String, _ sentence: String, _ value: Double, _ unit: Unit, in domain: Domain = .any,
    range: Range? = nil, source: String? = nil, note: String? = nil, origin: Origin? = nil,
    foreignCurrency: String? = nil, uncertainty: Uncertainty? = nil
  ) {
    self.path = path
    self.sentence = sentence
    self.value = value
    self.unit = unit
    self.domain = domain
    details = Details(
      range: range, source: source, note: note, origin: origin, foreignCurrency: foreignCurrency,
      uncertainty: uncertainty)
  }

  /// The input after a change, its range moved along; a value that is set has no range.
  public func changed(_ change: Stress.Change) -> Input {
    func moved(_ value: Double) -> Double { domain.held(change.applied(to: value)) }
    var result = self
    result.value = moved(value)
    guard range != nil || uncertainty != nil else { return result }
    let newRange =
      change.kind == .set ? nil : range.map { Range(low: moved($0.low), high: moved($0.high)) }
    result.details = Details(
      range: newRange, source: source, note: note, origin: origin,
      foreignCurrency: foreignCurrency, uncertainty: uncertainty?.changed(change))
    return result
  }

  /// The input with words behind its source on what was done to it since.
  public func credited(_ words: String) -> Input {
    var result = self
    result.details = Details(
      range: range, source: (source.map { "\($0); " } ?? "") + words,
      note: note, origin: origin, foreignCurrency: foreignCurrency, uncertainty: uncertainty)
    return result
  }

  /// What is said where a change would carry the input out of what it can be.
  public func heldNote(_ wanted: Double, currency: String) -> String {
    "\(path) would be \(unit.stated(wanted, currency: currency)) "
      + "and is held at \(unit.stated(value, currency: currency))"
  }

  public static func == (left: Input, right: Input) -> Bool {
    left.path == right.path && left.value == right.value && left.unit == right.unit
      && left.range == right.range && left.foreignCurrency == right.foreignCurrency
      && left.uncertainty == right.uncertainty
  }

  /// How far the value may be off, as its author sees it.
  public struct Range: Sendable, Equatable {
    public var low: Double
    public var high: Double

    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
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
