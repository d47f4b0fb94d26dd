/// A value that was read, and where it stands.
public struct JSONNode: Sendable {
  public var span: Span
  public var value: JSONValue

  public init(span: Span, value: JSONValue) {
    self.span = span
    self.value = value
  }
}

/// What JSON5 can write.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONNode])
  case object([JSONMember])
}

/// A number, the nearest double to what is written; the writer's own spelling is the node's span.
///
/// It may be infinite or not a number, because JSON5 can write both: who reads the value refuses it.
public struct JSONNumber: Sendable {
  public let value: Double

  public init(_ value: Double) { self.value = value }
}

/// A key and its value, in the order of the file.
public struct JSONMember: Sendable {
  public var key: String
  public var keySpan: Span
  public var value: JSONNode

  public init(key: String, keySpan: Span, value: JSONNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}
