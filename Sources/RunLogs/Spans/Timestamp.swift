/// A moment as logs write it, in nanoseconds since 1970.
///
///     Timestamp("2025-12-17T09:37:37.258Z")!.nanoseconds   // 1765964257258000000
struct Timestamp {
  let nanoseconds: Int64

  /// ISO 8601 with a time, its zone `Z`, an offset or none (which is UTC), a `T` or a blank between.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      return bytes[range].withUnsafeBufferPointer(\.count10)
    }
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1970...2200).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var seconds = Self.days(year, month, day) * 86_400
    var fraction = 0
    if bytes.count > 10 {
      guard bytes.count >= 19, [UInt8(ascii: "T"), UInt8(ascii: " ")].contains(bytes[10]),
        let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
        hour < 25, minute < 60, second < 61
      else { return nil }
      seconds += hour * 3600 + minute * 60 + second
      var at = 19
      if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
        at += 1
        var place = 100_000_000
        while at < bytes.count, let digit = number(at..<at + 1) {
          fraction += digit * place
          place /= 10
          at += 1
        }
      }
      guard let offset = Self.offset(bytes[at...]) else { return nil }
      seconds -= offset
    }
    nanoseconds = Int64(seconds) * 1_000_000_000 + Int64(fraction)
  }

  /// Seconds east of Greenwich.
  private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: zone, as: UTF8.self)
    if text.isEmpty || text == "Z" || text == "z" || text == " UTC" { return 0 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 2 || digits.count == 4,
      let value = Int(digits)
    else { return nil }
    let (hours, minutes) = digits.count == 2 ? (value, 0) : (value / 100, value % 100)
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// Months since the year 0 of a moment in nanoseconds since 1970.
  static func month(of nanoseconds: Int64) -> Int {
    let (year, month, _) = date(ofDay: Int(nanoseconds / 86_400_000_000_000))
    return year * 12 + month - 1
  }

  /// The day of the Gregorian calendar so many days after 1970.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * ofYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * index + 2) / 5 + 1)
  }

  /// The day of a moment in nanoseconds since 1970: `2026-11-23`.
  static func day(_ nanoseconds: Int64) -> String {
    text(ofDay: Int(nanoseconds / 86_400_000_000_000))
  }

  static func text(ofDay day: Int) -> String {
    let date = date(ofDay: day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }

  /// Days from 1970 to a day of the Gregorian calendar.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// A moment as it is written in UTC, to the second: `2025-12-17T09:37:37Z`.
  static func text(_ nanoseconds: Int64) -> String {
    let ofDay = Int(nanoseconds / 1_000_000_000) % 86_400
    let parts = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day(nanoseconds))T\(parts.joined(separator: ":"))Z"
  }
}
