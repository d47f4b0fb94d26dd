import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Changed scenarios are refused with a message, or every figure has a value or a reason")
struct ChangedScenarioTests {
  /// What a slip of the hand may put anywhere.
  private static let pieces = [
    "{", "}", "[", "]", ":", ",", "\"", "%", "-", "0", "1e300", "1e15", "1e-300", "null", "true",
    "× ", "$", "€", " / h", " s", "k", "M", "*", ".", "\n", "//", "extends", "value", "\\u0000",
    "😀",
  ].map { Array($0.utf8) }

  private static let values = [
    "null", "0", "-1", "1", "1e15", "1e308", "\"0%\"", "\"100%\"", "\"1e15 s\"", "\"0 s\"", "{}",
    "[]", "\"\"", "\"$0\"", "\"× 1e15\"", "\"= 0\"", "2.5", "20", "\"5e-324 min\"",
  ].map { Array($0.utf8) }

  @Test("three hundred of them", arguments: 0..<2)
  func mutations(part: Int) throws {
    var seed = UInt64(2026 + part)
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let original = Array(WorkedExample.text.utf8)
    let colons = original.indices.filter { original[$0] == UInt8(ascii: ":") }
    let folder = try ScenarioFolder()
    var answers = 0
    for _ in 0..<150 {
      var bytes = original
      for _ in 0...next(3) {
        let start = next(bytes.count)
        switch next(6) {
        case 0: bytes[start] = UInt8(next(95) + 32)
        case 1: bytes.removeSubrange(start..<min(bytes.count, start + 1 + next(12)))
        case 2: bytes.insert(contentsOf: Self.pieces[next(Self.pieces.count)], at: start)
        default:
          // A whole value in place of another reaches farther than a changed letter.
          let colon = colons[next(colons.count)]
          guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { continue }
          let end = bytes[colon...].firstIndex { ",}]\n".utf8.contains($0) } ?? bytes.count
          bytes.replaceSubrange(colon + 1..<end, with: Self.values[next(Self.values.count)])
        }
      }
      try folder.write("a.json5", bytes)
      let loaded = folder.load()
      let isRefused = loaded.diagnostics.contains { $0.severity == .error }
      #expect(isRefused == (loaded.model == nil), "\(String(decoding: bytes, as: UTF8.self))")
      #expect(loaded.diagnostics.isEmpty == folder.printed(loaded).isEmpty)
      if let model = loaded.model {
        answers += 1
        try expectFiniteOrReason(model)
      }
    }
    #expect(answers > 3)
  }
}
