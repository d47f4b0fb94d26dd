import Formulas
import UnitEconomics

/// Two cases side by side, and why a figure differs between them.
public struct Comparison: Sendable {
  /// One of the two cases.
  public struct Side: Sendable {
    /// What it is called at the head of a column: "october", "base case".
    public let label: String
    /// Where it is, in a sentence: "in october", "under both".
    public let place: String
    public let subject: Subject
    public let reading: CaseReading

    public init(_ label: String, _ place: String, _ subject: Subject, _ reading: CaseReading) {
      self.label = label
      self.place = place
      self.subject = subject
      self.reading = reading
    }
  }

  public let before: Side
  public let after: Side
  public let bridge: Bridge
  /// What the reader must know before he compares: unlike work units, converted money.
  public let warnings: [String]

  public init(_ before: Side, _ after: Side, _ bridge: Bridge, warnings: [String] = []) {
    self.before = before
    self.after = after
    self.bridge = bridge
    self.warnings = warnings
  }

  var currency: String { before.subject.currency }
  var taskNoun: String { before.subject.taskNoun }

  /// The subjects, once where both sides are cases of one.
  var subjects: [Subject] { [before.subject, after.subject] }

  /// The figure in plain words.
  var figure: String { Output(rawValue: bridge.output)?.words ?? bridge.output }

  /// The bridged figure with digits that suit the difference.
  var style: NumberStyle {
    let sizes = bridge.shares.map { abs($0.value) } + [abs(bridge.difference)]
    return NumberStyle(bridge.unit, currency: currency).showing(sizes.max() ?? 0)
  }

  /// The style of shares of the difference, and of the difference itself.
  var changeStyle: NumberStyle {
    let sizes = bridge.shares.map { abs($0.value) } + [abs(bridge.difference)]
    let style = NumberStyle(bridge.unit, currency: currency).ofDifference
    return .change(style.showing(sizes.max() ?? 0))
  }
}

extension NumberStyle {
  /// The style with as many places as suit a number so large, so that a column of levels and
  /// differences lines up and adds up before the reader's eyes: three digits of it or more.
  func showing(_ size: Double) -> NumberStyle {
    guard size > 0, let point = DecimalDigits(size)?.point else { return self }
    switch self {
    case .money:
      return .fixed(self, digits: point > 3 ? 0 : point > 0 ? 2 : min(9, max(4, 3 - point)))
    case .share, .percentagePoints: return .fixed(self, digits: min(9, max(2, 1 - point)))
    default: return .fixed(self, digits: min(9, max(0, 3 - point)))
    }
  }
}
