import Formulas
import Testing

@testable import ScenarioFiles

@Suite("Quantities are read as written, or refused with what to write")
struct QuantityTests {
  /// A text, and its value in the unit that an input expects.
  struct Accepted: Sendable, CustomTestStringConvertible {
    let text: String
    let unit: Unit
    let value: Double
    var impliesMonth = false
    var testDescription: String { text }

    init(_ text: String, _ unit: Unit, _ value: Double, impliesMonth: Bool = false) {
      (self.text, self.unit, self.value, self.impliesMonth) = (text, unit, value, impliesMonth)
    }
  }

  static let perMonth = Unit.task / .customer / .month
  static let accepted: [Accepted] = [
    Accepted("$3 / Mtok", .money / .megatoken, 3), Accepted("8%", .share, 0.08),
    Accepted("8 %", .share, 0.08), Accepted("12.5%", .share, 0.125),
    Accepted("0.1%", .share, 0.001), Accepted("8e-1%", .share, 0.008),
    Accepted("15k / month", perMonth, 15_000),
    Accepted("1200 tickets / month", perMonth, 1200),
    Accepted("1200 tickets per month", perMonth, 1200),
    Accepted("1200 tickets/month", perMonth, 1200),
    Accepted("4k tasks", .task, 4000), Accepted("4K tasks", .task, 4000),
    Accepted("500 / day", perMonth, 500 * 730 / 24.0),
    Accepted("1 / week", perMonth, 730 / 168.0), Accepted("3 / quarter", perMonth, 1),
    Accepted("1200 / year", perMonth, 100),
    Accepted("$45000 / year", .money / .customer / .month, 3750),
    Accepted("$45k/year", .money / .customer / .month, 3750),
    Accepted("$1.2M / year", .money / .month, 100_000), Accepted("$1.2M", .money, 1_200_000),
    Accepted("$2B", .money, 2e9), Accepted("$2 B", .money, 2e9),
    Accepted("$1.2 M", .money, 1_200_000), Accepted("33 / s", .call / .minute, 1980),
    Accepted("2000 calls / min", .call / .minute, 2000),
    Accepted("1.5 MB", .kilobyte / .attempt, 1500), Accepted("1.5MB", .kilobyte, 1500),
    Accepted("180 kB", .kilobyte / .attempt, 180), Accepted("180kB", .kilobyte, 180),
    Accepted("1 KiB", .kilobyte, 1.024), Accepted("512 B", .kilobyte, 0.512),
    Accepted("€2", .money, 2), Accepted("2 €", .money, 2), Accepted("2 EUR", .money, 2),
    Accepted("12 USD / h", .money / .hour, 12), Accepted("USD 12/h", .money / .hour, 12),
    Accepted("$12 per hour", .money / .hour, 12), Accepted("$0.2 / min", .money / .hour, 12),
    Accepted("−3", .one, -3), Accepted("-3", .one, -3), Accepted("+3", .one, 3),
    Accepted("1e3", .one, 1000), Accepted("1E+3", .one, 1000),
    Accepted("1.5625e-05", .one, 1.5625e-05), Accepted("0.00026667", .one, 0.00026667),
    Accepted(".5", .one, 0.5), Accepted("5.", .one, 5), Accepted("007", .one, 7),
    Accepted("1e-400", .one, 0), Accepted("1e400", .one, .infinity),
    Accepted("1e99999999999999999999", .one, .infinity),
    Accepted("5e-324", .one, .leastNonzeroMagnitude),
    Accepted("1.7976931348623157e308", .one, .greatestFiniteMagnitude),
    Accepted("45 s", .second / .call, 45), Accepted("400 ms", .second / .call, 0.4),
    Accepted("1.5 min", .second, 90), Accepted("9 mins", .minute / .task, 9),
    Accepted("2 days", .hour / .release, 48), Accepted("2 years", .month, 24),
    Accepted("730 h", .month, 1), Accepted("1 day", .second, 86_400),
    Accepted("140 h / month", .hour / .fullTimeEquivalent / .month, 140),
    Accepted("140 h / FTE / month", .hour / .fullTimeEquivalent / .month, 140),
    Accepted("$0.023 / GB / month", .money / .gigabyte / .month, 0.023),
    Accepted("140 tok/s", .token / .second, 140), Accepted("1.8 ktok", .token / .call, 1800),
    Accepted("500", perMonth, 500, impliesMonth: true),
    Accepted("5k tasks", perMonth, 5000, impliesMonth: true),
    Accepted("  3  ", .one, 3), Accepted("\u{A0}3\u{202F}%", .share, 0.03),
  ]

  @Test("accepted: value and unit", arguments: accepted)
  func accepts(_ row: Accepted) throws {
    let quantity = try Quantity.read(row.text, home: "USD", taskWords: ["ticket"])
    #expect(quantity.value(in: row.unit, impliesMonth: row.impliesMonth) == row.value)
  }

  static let currencies: [(text: String, home: String, code: String?)] = [
    ("$3", "USD", "USD"), ("$3", "CAD", "CAD"), ("$3", "EUR", "USD"), ("€3", "USD", "EUR"),
    ("£3", "USD", "GBP"), ("¥3", "CNY", "CNY"), ("¥3", "USD", "JPY"), ("₹3", "USD", "INR"),
    ("3 CHF", "USD", "CHF"), ("CHF 3", "USD", "CHF"), ("3 MIN", "USD", nil), ("3", "USD", nil),
    ("3 FTE", "USD", nil),
  ]

  @Test("the currency of an amount", arguments: currencies)
  func currency(text: String, home: String, code: String?) {
    #expect((try? Quantity.read(text, home: home))?.currency == code)
  }

  static let others: [(text: String, unit: Unit)] = [
    ("$3 / Mtok", .money / .task), ("3 s", .money), ("8%", .second), ("3 calls", .task),
    ("500", perMonth), ("500 / s", .token / .second), ("$3", .money / .month),
    ("3 GB", .second), ("3 s", .one), ("$3 / h / task", .money / .hour),
  ]

  @Test("a quantity of another kind has no value", arguments: others)
  func otherKind(text: String, unit: Unit) throws {
    #expect(try Quantity.read(text, home: "USD").value(in: unit) == nil)
  }

  static let refused: [(text: String, part: String, message: String, help: String)] = [
    ("", "", "a quantity is a number with its unit, and this is empty", ""),
    ("  ", "  ", "a quantity is a number with its unit, and this is empty", ""),
    ("/ month", "/ month", #""/ month" does not begin with a number"#, ""),
    ("tokens", "tokens", #""tokens" does not begin with a number"#, ""),
    ("½", "½", #""½" does not begin with a number"#, ""),
    ("٣", "٣", #""٣" does not begin with a number"#, ""),
    ("1.2.3", "1.2.3", #""1.2.3" does not begin with a number"#, ""),
    (".", ".", #""." does not begin with a number"#, ""),
    ("$", "", #""$" does not begin with a number"#, ""),
    ("-", "-", #""-" does not begin with a number"#, ""),
    ("1,200", "1,200", "1,200 can be read in more than one way", "write 1200 or 1.2"),
    (
      "1.200,50", "1.200,50", "1.200,50 has digits in groups, and a number is written without",
      "write 1200.5"
    ),
    (
      "1,200.50", "1,200.50", "1,200.50 has digits in groups, and a number is written without",
      "write 1200.50"
    ),
    (
      "1,200,000 / month", "1,200,000",
      "1,200,000 has digits in groups, and a number is written without", "write 1200000"
    ),
    ("1 200", "1 200", "1 200 has digits in groups, and a number is written without", "write 1200"),
    (
      "1\u{202F}200 €", "1\u{202F}200",
      "1\u{202F}200 has digits in groups, and a number is written without", "write 1200"
    ),
    ("1'200", "1'200", "1'200 has digits in groups, and a number is written without", "write 1200"),
    ("1_200", "1_200", "1_200 has digits in groups, and a number is written without", "write 1200"),
    ("0x10", "x", #""x" is not a unit that is known"#, ""),
    ("5 m", "m", #""m" is not a unit that is known"#, "write min or months"),
    ("5 MIN", "MIN", #""MIN" is not a unit that is known"#, "did you mean min?"),
    ("3 / Mtokn", "Mtokn", #""Mtokn" is not a unit that is known"#, "did you mean MTok?"),
    ("3 per mnth", "mnth", #""mnth" is not a unit that is known"#, "did you mean month?"),
    ("3 /", "/", "a unit stands behind a /, and none is here", ""),
    ("3 ½", "½", #""½" is not a unit that is known"#, ""),
    ("3 + 4", "+ 4", #""+ 4" is not a unit"#, ""),
    ("8% / month", "/ month", #"nothing can follow %, and "/ month" does"#, ""),
    ("$8%", "$8%", "a percentage is not an amount of money", ""),
  ]

  @Test("refused: the part to blame, why, and what to write", arguments: refused.indices)
  func refuses(_ index: Int) {
    let row = Self.refused[index]
    do {
      let quantity = try Quantity.read(row.text, home: "USD", taskWords: [])
      Issue.record("\(row.text) is read as \(quantity)")
    } catch {
      let part = String(decoding: Array(row.text.utf8)[error.range], as: UTF8.self)
      #expect([part, error.message] == [row.part, row.message])
      #expect(error.help.joined() == row.help)
    }
  }

  @Test("the longest texts are read or refused at once")
  func long() throws {
    let digits = String(repeating: "1", count: 200_000)
    #expect(try Quantity.read("0.\(digits)", home: "USD").number == 0.1111111111111111)
    #expect(try Quantity.read(digits, home: "USD").number == .infinity)
    for text in ["1 \(digits)", "1 " + String(repeating: "u", count: 200_000)] {
      do {
        _ = try Quantity.read(text, home: "USD")
        Issue.record("a text of 200 000 characters is read")
      } catch {
        #expect(error.message.count < 120)
      }
    }
  }
}

@Suite("A month goes without saying only where things are counted")
struct ImpliedMonthTests {
  @Test("a time is no share, and an amount is not an amount an hour")
  func notImplied() throws {
    for (text, unit) in [("9 min", Unit.share), ("$80", .money / .hour), ("2 months", .one)] {
      let quantity = try Quantity.read(text, home: "USD")
      #expect(quantity.value(in: unit, impliesMonth: true) == nil, "\(text)")
    }
    let units = try Quantity.read("500", home: "USD")
    #expect(units.value(in: .task / .customer / .month, impliesMonth: true) == 500)
  }
}
