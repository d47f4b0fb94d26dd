import Readiness
import Testing

struct DayTests {
  @Test(
    "a day is read, shown and moved by months as calendars have it",
    arguments: [
      ("2026-11-22", "6 months", "2027-05-22"), ("2026-08-31", "6 months", "2027-02-28"),
      ("2027-08-31", "6 months", "2028-02-29"), ("2026-12-31", "1 day", "2027-01-01"),
      ("2026-01-31", "1 year", "2027-01-31"), ("2026-11-22", "2 weeks", "2026-12-06"),
    ])
  func moves(text: String, term: String, later: String) throws {
    let day = try #require(Day(text))
    #expect(day.text == text)
    #expect(day.adding(try #require(Term(term))).text == later)
  }

  @Test(
    "what is no day is none",
    arguments: [
      "", "2026", "2026-13-01", "2026-02-29", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01T00",
      "2026-01-0a", "１９９９-01-01",
    ])
  func refuses(text: String) { #expect(Day(text) == nil) }

  @Test(
    "what is no length of time is none",
    arguments: ["", "6", "months", "0 months", "-1 day", "6 fortnights", "99999 years"])
  func refusesTerms(text: String) { #expect(Term(text) == nil) }
}
