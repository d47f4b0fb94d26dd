/// A value of JSON, as schemas and arguments are.
public indirect enum PlainJSON: Sendable, Hashable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([PlainJSON])
  case object([String: PlainJSON])
}
