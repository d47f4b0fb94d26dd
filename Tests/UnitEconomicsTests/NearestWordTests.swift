import Testing
import UnitEconomics

@Suite("A mistyped word is met with the nearest known one")
struct NearestWordTests {
  private static let known = [
    "outcomes", "escalation", "inference", "infrastructure", "tools", "p50", "p95", "price",
    "priceByTime",
  ]

  @Test(
    "At most a third of the letters may be wrong",
    arguments: [
      ("esclation", "escalation"), ("escalations", "escalation"), ("Escalation", "escalation"),
      ("outcmoes", "outcomes"), ("tols", "tools"), ("tool", "tools"), ("sloot", nil),
      ("p59", "p50"), ("p99", "p95"), ("p", nil), ("prize", "price"),
      ("pricebytime", "priceByTime"),
      ("infrence", "inference"), ("volume", nil), ("", nil), ("tools", "tools"),
      // Three of nine letters replaced, and four.
      ("xxxerence", "inference"), ("xxxxrence", nil), (String(repeating: "x", count: 1000), nil),
    ])
  func nearest(word: String, expected: String?) {
    #expect(nearestWord(to: word, among: Self.known) == expected)
  }

  @Test("Of two as near, the one listed first is meant, and of none, none is")
  func ties() {
    #expect(nearestWord(to: "cat", among: ["car", "cap"]) == "car")
    #expect(nearestWord(to: "cat", among: ["cap", "car"]) == "cap")
    #expect(nearestWord(to: "cat", among: ["cars", "cut"]) == "cut")
    #expect(nearestWord(to: "cat", among: [String]()) == nil)
  }

  @Test("Swapped neighbours are one mistake")
  func swaps() {
    #expect(nearestWord(to: "act", among: ["cat"]) == "cat")
    #expect(nearestWord(to: "tca", among: ["cat"]) == nil)
  }

  @Test(
    "Where no word is near, one part of a longer name may be meant",
    arguments: [
      ("fee", "platformFee"), ("margin", "grossMargin"), ("Platform", "platformFee"),
      ("form", nil), ("lat", nil),
    ])
  func parts(word: String, expected: String?) {
    let known = ["ramp", "platformFee", "paymentFee", "grossMargin"]
    #expect(nearestWord(to: word, among: known) == expected)
  }
}
