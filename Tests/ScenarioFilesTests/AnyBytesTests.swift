import Testing

@testable import ScenarioFiles

@Suite("Any bytes at all come to an end")
struct AnyBytesTests {
  static let sample = Array(
    """
    // a scenario
    { unitecon: 1, name: "Support 😀", 'currency': "USD", /* note */
      volume: { segments: { mid: { customers: 40, tasks: "1200 / month" } }, peak: +3.5e0 },
      list: [1, .5, 0xFF, -Infinity, NaN, [], {}, "a\\u00e9\\x41\\
    b"], über: null, \\u0061: true,
    }

    """.utf8)

  @Test("every prefix of a file is read or refused, and its diagnostics can be printed")
  func prefixes() {
    for length in 0...Self.sample.count {
      check(Array(Self.sample[..<length]), isWhole: length >= Self.sample.count - 1)
    }
  }

  @Test("two thousand changed files are read or refused, and their diagnostics can be printed")
  func mutations() {
    var seed: UInt64 = 2026
    let next = { (bound: Int) -> Int in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "'", "\\", "/", "/*", "//", "#", "8%", "“", "=", "\n",
      "\r",
      "\u{2028}", "\\u", "\\uD800", "1e", "0x", "-", ".", "😀", "\u{FEFF}", "a", "  ", ";", "1,200",
    ].map { Array($0.utf8) }
    for _ in 0..<2_000 {
      var bytes = Self.sample
      for _ in 0...next(4) {
        let start = next(bytes.count)
        switch next(4) {
        case 0: bytes[start] = UInt8(next(256))
        case 1: bytes.removeSubrange(start..<min(bytes.count, start + 1 + next(12)))
        case 2: bytes.insert(contentsOf: pieces[next(pieces.count)], at: start)
        default: bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + 9)], at: start)
        }
      }
      check(bytes, isWhole: nil)
    }
  }

  private func check(_ bytes: [UInt8], isWhole: Bool?) {
    let reading = Reading(bytes: bytes)
    if let isWhole { #expect(reading.diagnostics.isEmpty == isWhole) }
    #expect(reading.diagnostics.count <= 21)
    #expect(reading.node != nil || !reading.diagnostics.isEmpty)
    #expect(reading.printed.isEmpty == reading.diagnostics.isEmpty)
    for diagnostic in reading.diagnostics {
      guard let span = diagnostic.span else { continue }
      #expect(0 <= span.start && span.start <= span.end && Int(span.end) <= bytes.count)
    }
  }
}
