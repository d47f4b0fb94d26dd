/// What is wrong with a line of a log, and where in it.
public struct LineFault: Error, Hashable, Sendable {
  /// Bytes from the beginning of what was read.
  public let offset: Int
  public let problem: Problem

  /// What can be wrong with a line.
  public enum Problem: Hashable, Sendable {
    case expected(Expected)
    case notUTF8
    case tooDeep
    case endsEarly
    case notCount(field: String)
    case notAmount(field: String)
    /// A number with a comma, in a file that may be said to have decimal commas, or may not.
    case hasComma(field: String, value: String, mayBeDecimal: Bool)
    /// A number with a point, where numbers have decimal commas.
    case hasPoint(field: String, value: String)
    case cachedExceedsInput
    case endsBeforeStart
    case noIdentity
    case unlikeFields(found: Int, wanted: Int)
    case notTime(field: String)
    case notCharge
    case unknownKey(String, near: String?)
    case notVersion
    /// Rows of a store that a query left out because they cannot be read.
    case leftOut(rows: Int)
    /// Steps of a store from which the way up is longer than a query goes.
    case tooDeepTraces(steps: Int)
  }

  /// What should have stood there.
  public enum Expected: String, Hashable, Sendable {
    case value = "a value"
    case string = "a string"
    case number = "a number"
    case object = "an object"
    case array = "a list"
    case colon = "a colon"
    case commaOrEnd = "a comma or the end"
    case key = "a key in quotes"
    case endOfLine = "the end of the line"
    case hexDigits = "hexadecimal digits"
  }
}
