/// How traces are called in a log, as far as their numbers do not say it.
///
/// An identity of 32 hexadecimal digits is its number; a shorter one, or any other text, is kept.
struct TraceNames: Sendable {
  private(set) var texts: [UInt128: String] = [:]

  init() {}

  mutating func keep(_ text: JSONText, _ identity: UInt128) {
    if text.count == 32, text.identity == identity { return }
    guard texts[identity] == nil, let name = text.string else { return }
    texts[identity] = name
  }

  mutating func merge(_ other: TraceNames) {
    if !other.texts.isEmpty { texts.merge(other.texts) { min($0, $1) } }
  }

  /// What a trace is called.
  subscript(trace: UInt128) -> String {
    if let text = texts[trace] { return text }
    let digits = String(trace, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
