import Formulas

/// One quantity that the scenario states, with what a reviewer asks for: where it comes from.
///
/// Its ``path`` is how stresses, sweeps, overlays, checks and messages find it.
public struct Input: Sendable, Equatable {
  /// The value in ``unit``.
  public var value: Double
  /// All else; kept apart, so that an input, and a scenario of a hundred of them, is cheap to pass around.
  private(set) var details: Details

  final class Details: Sendable {
    let path: String
    let sentence: String
    let unit: Unit
    let domain: Domain
    let range: Range?
    let source: String?
    let note: String?
    let origin: Origin?
    let foreignCurrency: String?
    let uncertainty: Uncertainty?

    init(
      path: String, sentence: String, unit: Unit, domain: Domain, range: Range?, source: String?,
      note: String?, origin: Origin?, foreignCurrency: String?, uncertainty: Uncertainty?
    ) {
      self.path = path
      self.sentence = sentence
      self.unit = unit
      self.domain = domain
      self.range = range
      self.source = source
      self.note = note
      self.origin = origin
      self.foreignCurrency = foreignCurrency
      self.uncertainty = uncertainty
    }

    /// The same but for these.
    func with(range: Range?, source: String?, uncertainty: Uncertainty?) -> Details {
      Details(
        path: path, sentence: sentence, unit: unit, domain: domain, range: range, source: source,
        note: note, origin: origin, foreignCurrency: foreignCurrency, uncertainty: uncertainty)
    }
  }

  /// Where it stands: `tools.crm.latency.p50`.
  public var path: String { details.path }
  /// What it is, in a few words.
  public var sentence: String { details.sentence }
  public var unit: Unit { details.unit }
  public var domain: Domain { details.domain }
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
    self.value = value
    details = Details(
      path: path, sentence: sentence, unit: unit, domain: domain, range: range, source: source,
      note: note, origin: origin, foreignCurrency: foreignCurrency, uncertainty: uncertainty)
  }

  /// The input after a change, its range moved along; a value that is set has no range.
  public func changed(_ change: Stress.Change) -> Input {
    func moved(_ value: Double) -> Double { domain.held(change.applied(to: value)) }
    var result = self
    result.value = moved(value)
    guard range != nil || uncertainty != nil else { return result }
    let newRange =
      change.kind == .set ? nil : range.map { Range(low: moved($0.low), high: moved($0.high)) }
    result.details = details.with(
      range: newRange, source: source, uncertainty: uncertainty?.changed(change))
    return result
  }

  /// The input with words behind its source on what was done to it since.
  public func credited(_ words: String) -> Input {
    var result = self
    result.details = details.with(
      range: range, source: (source.map { "\($0); " } ?? "") + words, uncertainty: uncertainty)
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
