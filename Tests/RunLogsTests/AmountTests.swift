import RunLogs
import TestSupport
import Testing

@Suite("Amounts are exact")
struct AmountTests {
  @Test(
    "decimals read as they are written",
    arguments: [
      ("0", "0"), ("12", "12"), ("-0.5", "-0.5"), ("1.5625e-05", "0.000015625"),
      ("0.00026667", "0.00026667"), ("7.5E-07", "0.00000075"), ("1e3", "1000"), ("+2.50", "2.5"),
      ("0.0000000000000005", "0"), ("0.0000000000000015", "0.000000000000002"),
      ("0.00000000000000050000000000000000000000000001", "0.000000000000001"),
    ])
  func reading(text: String, shown: String) throws {
    #expect(try #require(Amount(text)).description == shown)
  }

  @Test(
    "what is no decimal is none",
    arguments: [
      "", "-", ".", "1e", "1e+", "1.2.3", "--1", "1-", "0x1", "nan", "1 ", "1e99", "1e30",
    ])
  func refused(text: String) { #expect(Amount(text) == nil) }

  @Test("the noise of floating numbers is dropped where a cost was recorded")
  func noise() {
    #expect(Amount("0.23051419999999997", places: 12) == Amount("0.2305142"))
  }

  @Test("sums do not depend on order, and give the nearest number")
  func sums() throws {
    let parts = try (1...1000).map { try #require(Amount("0.\($0)")) }
    let sum = parts.reduce(.zero, +)
    var seed = Seed(7)
    #expect(parts.shuffled(using: &seed).reduce(.zero, +) == sum)
    #expect(Amount("229.978759475")?.value == 229.978759475)
    #expect(try (#require(Amount("0.000003")) * 1_000_000_007).description == "3000.000021")
  }
}
