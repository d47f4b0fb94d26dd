extension SyntheticRun {
  /// One step as OTLP writes it.
  func span(
    _ identity: String, parent: String?, _ name: String, _ start: Int64, _ end: Int64,
    _ attributes: [String]
  ) -> String {
    "{\"traceId\":\"\(trace)\",\"spanId\":\"\(identity)\","
      + (parent.map { "\"parentSpanId\":\"\($0)\"," } ?? "")
      + "\"name\":\(Self.quoted(name)),\"kind\":1,\"startTimeUnixNano\":\"\(start)\","
      + "\"endTimeUnixNano\":\"\(end)\",\"attributes\":[\(attributes.joined(separator: ","))],"
      + "\"status\":{}}"
  }

  static func text(_ key: String, _ value: String) -> String {
    "{\"key\":\"\(key)\",\"value\":{\"stringValue\":\(quoted(value))}}"
  }

  static func number(_ key: String, _ value: Int) -> String {
    "{\"key\":\"\(key)\",\"value\":{\"intValue\":\"\(value)\"}}"
  }

  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }

  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
