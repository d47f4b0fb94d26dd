import TestSupport
import Testing
import UnitEconomics

@Suite("Numbers as text that reads back bit for bit")
struct BitTextTests {
  @Test(
    "the text is base64 of the bits, the lowest byte first",
    arguments: [
      // Python: base64.b64encode(struct.pack("<2d", 1, -0.0))
      ([1, -0.0], "AAAAAAAA8D8AAAAAAAAAgA=="), ([], ""), ([0.1], "mpmZmZmZuT8="),
      ([1, 2, 3], "AAAAAAAA8D8AAAAAAAAAQAAAAAAAAAhA"),
    ] as [([Double], String)])
  func text(numbers: [Double], text: String) {
    #expect(BitText.text(numbers) == text)
    #expect(BitText.numbers(text)?.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test("any bits come back, those of what is no number too")
  func anyBits() {
    var seed = Seed(7)
    for count in 0..<100 {
      let numbers = (0..<count).map { _ in Double(bitPattern: seed.next()) }
      #expect(
        BitText.numbers(BitText.text(numbers))?.map(\.bitPattern) == numbers.map(\.bitPattern))
    }
  }

  @Test(
    "what is no such text is none",
    arguments: [
      "A", "====", "AAAA", "AAAAAAAA8D8", "AAAAAAAA8D=8", "AAAAAAAA8D8=AAAA", "Aé==", "==",
    ])
  func refused(text: String) {
    #expect(BitText.numbers(text) == nil)
  }
}
