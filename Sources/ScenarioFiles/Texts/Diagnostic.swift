/// One thing a reader should know about an input: what is true, what is wrong here, what to write.
///
/// Diagnostics are values: they are gathered and shown all at once, the weightiest last.
public struct Diagnostic: Sendable, Equatable {
  /// How much it weighs: an error stops, a warning and a note do not.
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  /// One line, lower case, no full stop.
  public var message: String
  /// The smallest stretch of text that is meant; nil when no text is.
  public var span: Span?
  /// What stands under the caret; may be empty.
  public var label: String
  public var help: [String]

  public init(
    severity: Severity, message: String, span: Span? = nil, label: String = "", help: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.span = span
    self.label = label
    self.help = help
  }

  public static func error(
    _ message: String, at span: Span? = nil, label: String = "", help: String...
  ) -> Diagnostic {
    Diagnostic(severity: .error, message: message, span: span, label: label, help: help)
  }

  public static func warning(
    _ message: String, at span: Span? = nil, label: String = "", help: String...
  ) -> Diagnostic {
    Diagnostic(severity: .warning, message: message, span: span, label: label, help: help)
  }

  public static func note(
    _ message: String, at span: Span? = nil, label: String = "", help: String...
  ) -> Diagnostic {
    Diagnostic(severity: .note, message: message, span: span, label: label, help: help)
  }
}
