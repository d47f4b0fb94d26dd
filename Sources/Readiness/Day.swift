/// A day of the Gregorian calendar.
///
///     let day = Day("2026-11-22")!
///     day.adding(Term(count: 6, unit: .month))!.text   // "2027-05-22"
public struct Day: Sendable, Hashable, Comparable {
  /// Days since the first of January 1970.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Reads `2026-11-22`; nil where that is no day of the years 1970 to 2199.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1970..<2200).contains(year), (1...12).contains(month),
      (1...Self.length(year, month)).contains(day)
    else { return nil }
    self.init(year, month, day)
  }

  /// The day of a year, a month and a day that are one, or as many days before or after as they are beside it.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  public init(_ year: Int, _ month: Int, _ day: Int) {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * ofYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * index + 2) / 5 + 1)
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// `2026-11-22`.
  public var text: String {
    let (year, month, day) = date
    return "\(year)-\(Self.two(month))-\(Self.two(day))"
  }

  /// A moment in nanoseconds since 1970 as it is written in UTC, to the second: `2026-11-22T09:37:37Z`.
  public static func moment(_ nanoseconds: Int64) -> String {
    let (day, ofDay) = Int(nanoseconds / 1_000_000_000).quotientAndRemainder(dividingBy: 86_400)
    let parts = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map(two)
    return "\(Day(number: day).text)T\(parts.joined(separator: ":"))Z"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The day so much later; the last of a month that is shorter.
  public func adding(_ term: Term) -> Day {
    switch term.unit {
    case .day: return Day(number: number + term.count)
    case .month:
      let (year, month, day) = date
      let months = year * 12 + month - 1 + term.count
      let (newYear, newMonth) = (months / 12, months % 12 + 1)
      return Day(newYear, newMonth, min(day, Self.length(newYear, newMonth)))
    }
  }

  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}

/// A length of time in days or months, as documents are valid for.
public struct Term: Sendable, Hashable {
  /// What is counted.
  public enum Unit: String, Sendable { case day, month }

  public let count: Int
  public let unit: Unit

  public init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `30 days`, `6 months`, `1 year`; nil where it is none of them, or more than a hundred years.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), count > 0 else { return nil }
    switch parts[1] {
    case "day", "days": self.init(count: count, unit: .day)
    case "week", "weeks": self.init(count: count * 7, unit: .day)
    case "month", "months": self.init(count: count, unit: .month)
    case "year", "years": self.init(count: count * 12, unit: .month)
    default: return nil
    }
    guard self.count <= (unit == .day ? 36_525 : 1200) else { return nil }
  }

  /// `6 months`.
  public var text: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}
