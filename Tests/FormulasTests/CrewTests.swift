import Formulas
import Machine
import Testing

@Suite("A crew returns results in their order, whoever works")
struct CrewTests {
  @Test("as many as were asked for, in order", arguments: [0, 1, 2, 500])
  func map(count: Int) {
    for crew in [Crew.alone(), .alone(pieces: 7), Machine.crew] {
      #expect(crew.map(count) { "\($0)" } == (0..<count).map { "\($0)" })
    }
  }
}
