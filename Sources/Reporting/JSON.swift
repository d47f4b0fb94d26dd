/// A JSON value whose objects keep the order in which their members were written.
///
///     let result: JSON = ["version": 1, "totalCost": ["value": 110935.83, "unit": "USD / month"]]
public enum JSON: Hashable, Sendable {
  /// A name and its value; names are not checked for repetition.
  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSON

    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  case object([Member])
  case array([JSON])
  case string(String)
  /// NaN and infinity are not JSON. To hold one is the programmer's mistake; it is written as `null`.
  case number(Double)
  case bool(Bool)
  case null
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0, $1) })
  }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}
