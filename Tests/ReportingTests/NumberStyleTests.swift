import TestSupport
import Testing

@testable import Reporting

@Suite("A number shows as many digits as its reader needs")
struct NumberStyleTests {
  @Test(
    "Money shows three digits of a unit cost, cents of an amount, none of a large one",
    arguments: [
      (0, "$0"), (-0.0, "$0"), (0.8086606, "$0.809"), (1.23, "$1.23"), (110_935.83, "$110,936"),
      (0.0124, "$0.0124"), (0.00057, "$0.000570"), (-26_134.2, "-$26,134"), (12.3, "$12.30"),
      (123.456, "$123.46"), (999.994, "$999.99"), (999.996, "$1,000"), (1000, "$1,000"),
      (0.9996, "$1.00"), (0.125, "$0.125"), (0.1235, "$0.124"), (-0.05, "-$0.0500"),
      (1e-6, "$0.00000100"), (9.5e-7, "$9.50e-7"), (1e-9, "$1.00e-9"), (-1e-9, "-$1.00e-9"),
      (999_999_999_999_999, "$999,999,999,999,999"), (1e15, "$1.00e15"),
      (999_999_999_999_999.9, "$1.00e15"), (1.2345e18, "$1.23e18"),
      (.leastNonzeroMagnitude, "$5.00e-324"),
      (1.797_693_134_862_315_7e308, "$1.80e308"),
    ])
  func money(value: Double, expected: String) {
    #expect(NumberStyle.money("USD").text(for: value) == expected)
  }

  @Test(
    "A fixed number of digits makes a column line up",
    arguments: [
      (1241, 2, "$1,241.00"), (78.9, 2, "$78.90"), (0, 2, "$0.00"), (-0.001, 2, "$0.00"),
      (-0.4, 0, "$0"), (0.5, 0, "$1"), (-0.005, 2, "-$0.01"), (1e-9, 2, "$0.00"),
      (82_744.4717, 0, "$82,744"), (1e18, 2, "$1.00e18"), (0.125, 2, "$0.13"),
    ])
  func fixedMoney(value: Double, digits: Int, expected: String) {
    #expect(NumberStyle.money("$", digits: digits).text(for: value) == expected)
  }

  @Test(
    "A currency stands before its amount, a code with a space",
    arguments: [
      ("CHF", "CHF 12.30"), ("EUR", "€12.30"), ("GBP", "£12.30"), ("JPY", "¥12.30"),
      ("INR", "₹12.30"), ("€", "€12.30"), ("US$", "US$12.30"), ("kr", "kr 12.30"),
    ])
  func currencies(currency: String, expected: String) {
    #expect(NumberStyle.money(currency).text(for: 12.3) == expected)
  }

  @Test(
    "A stated price gains no zeros beyond its cents",
    arguments: [
      (0.002, "$0.002 / call"), (0.3, "$0.30 / call"), (3, "$3.00 / call"), (3800, "$3,800 / call"),
      (0, "$0 / call"), (0.012_345, "$0.0123 / call"),
    ])
  func price(value: Double, expected: String) {
    #expect(NumberStyle.price("USD", per: "call").text(for: value) == expected)
  }

  @Test(
    "A share is a percentage with one digit, and with two where it is small",
    arguments: [
      (0.29711729551217764, "29.7%"), (1, "100.0%"), (0, "0.0%"), (0.0057, "0.57%"),
      (0.000_067, "0.0067%"), (-0.0325, "-3.3%"), (0.00996, "1.0%"), (1.4, "140.0%"),
      (0.0005, "0.050%"), (12.345, "1,234.5%"),
    ])
  func share(value: Double, expected: String) {
    #expect(NumberStyle.share.text(for: value) == expected)
  }

  @Test(
    "The other styles",
    arguments: [
      (NumberStyle.count, 138_000.0, "138,000"), (.count, 137_184.6559, "137,185"),
      (.count, 0.4, "0.4"), (.count, 5.5957858, "5.60"), (.count, 5, "5"), (.count, 0, "0"),
      (.factor, 1.15, "1.15×"), (.factor, 2, "2×"), (.factor, 0.3333333, "0.333×"),
      (.quantity(digits: 4), 1.0030880729, "1.003"), (.quantity(), 69, "69"),
      (.quantity(), 1264.8669, "1,265"), (.quantity(unit: "Mtok"), 2871.2, "2,871 Mtok"),
      (.quantity(), 1e-9, "1.00e-9"), (.quantity(), -3.14159, "-3.14"),
      (.quantity(), 0.1 + 0.2, "0.300"), (.quantity(digits: 0), 4.6, "5"),
      (.seconds, 35.521075, "35.5 s"), (.seconds, 0.5813360912567616, "0.581 s"),
      (.seconds, 3600, "3,600 s"), (.percentagePoints, -0.303, "-30.3 pp"),
      (.change(.share), 0.012, "+1.2%"), (.change(.share), -0.012, "-1.2%"),
      (.change(.money("USD")), 0, "$0"), (.change(.money("USD", digits: 2)), 0.001, "$0.00"),
      (.change(.money("USD")), 1234.5, "+$1,235"), (.fixed(.factor, digits: 2), 1.2, "1.20×"),
      (.fixed(.change(.share), digits: 0), 0.297, "+30%"), (.share(digits: 1), 0.0005, "0.1%"),
      (.money("USD", per: "task"), 0.8086606, "$0.809 / task"),
    ])
  func styles(style: NumberStyle, value: Double, expected: String) {
    #expect(style.text(for: value) == expected)
  }

  @Test("NaN and infinity have no text", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(NumberStyle.money("USD").text(for: value) == nil)
  }

  @Test("A negative number reads as its positive with a sign, and never as a negative zero")
  func signs() {
    let styles: [NumberStyle] = [.money("USD"), .share, .count, .seconds, .money("CHF", digits: 2)]
    var seed = Seed(7)
    for style in styles {
      for value in seed.doubles(200) where value.isFinite {
        let positive = style.text(for: value.magnitude) ?? ""
        let negative = style.text(for: -value.magnitude)
        let isZero = !positive.contains { $0.isNumber && $0 != "0" }
        #expect(negative == (isZero ? positive : "-" + positive))
      }
    }
  }
}
