import Readiness

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
    var seconds = Day(year, month, day).number * 86_400
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
    let (year, month, _) = Day(number: Int(nanoseconds / 86_400_000_000_000)).date
    return year * 12 + month - 1
  }

  /// The day of a moment in nanoseconds since 1970: `2026-11-23`.
  static func day(_ nanoseconds: Int64) -> String {
    Day(number: Int(nanoseconds / 86_400_000_000_000)).text
  }

  /// A moment as it is written in UTC, to the second: `2025-12-17T09:37:37Z`.
  static func text(_ nanoseconds: Int64) -> String { Day.moment(nanoseconds) }
}
