import Testing

@testable import Reporting

@Suite("Decimal digits are exact")
struct DecimalDigitsTests {
  @Test(
    "Halves round away from zero on the decimal value",
    arguments: [
      (0.125, 2, "0.13"), (0.375, 2, "0.38"), (1.005, 2, "1.01"), (2.5, 0, "3"), (3.5, 0, "4"),
      (0.5, 0, "1"), (0.49999999999999994, 0, "0"), (0.05, 1, "0.1"), (9.995, 2, "10.00"),
      (0.000_05, 4, "0.0001"), (1234.5, 0, "1,235"), (999.5, 0, "1,000"), (0.004, 2, "0.00"),
    ])
  func rounding(value: Double, places: Int, expected: String) throws {
    let digits = try #require(DecimalDigits(value))
    #expect(digits.rounded(toFraction: places).plain(fractionDigits: places) == expected)
  }

  @Test(
    "Every finite number is read back from its digits",
    arguments: [
      0, 1, 0.1 + 0.2, 1.5625e-05, .leastNonzeroMagnitude, 1.797_693_134_862_315_7e308, 1e15, 1e16,
      123_456.789,
    ])
  func readsBack(value: Double) throws {
    let digits = try #require(DecimalDigits(value))
    #expect(Double(digits.scientific(significant: 17)) == value)
  }

  @Test("NaN and infinity have no digits", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(DecimalDigits(value) == nil)
  }

  @Test("What rounds to zero loses its sign")
  func negativeZero() throws {
    #expect(try #require(DecimalDigits(-0.0)).isNegative == false)
    #expect(try #require(DecimalDigits(-0.001)).rounded(toFraction: 2).isNegative == false)
    #expect(try #require(DecimalDigits(-0.001)).rounded(toFraction: 0).isNegative == false)
  }
}
