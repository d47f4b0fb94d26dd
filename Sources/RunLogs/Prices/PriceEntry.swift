/// What a price book says of one model: its prices, when each holds, and where they are from.
public struct PriceEntry: Sendable {
  /// The name that the book gives it.
  public let name: String
  /// Other names that mean it.
  public internal(set) var aliases: [String] = []
  /// Its prices; of those that hold at a moment the last one counts.
  public internal(set) var periods: [PricePeriod] = []
  /// What prices are multiplied by in a region, by its name; under `*` in any.
  public internal(set) var regions: [String: Amount] = [:]
  /// Where the book has it from.
  public internal(set) var source: String?
  /// When somebody last looked whether it is still so.
  public internal(set) var checked: String?
  /// Whether it answers with text, so that both input and output should have a price.
  public internal(set) var isChat = true
  /// What else the book charges, which is not counted here.
  public internal(set) var uncounted: [String] = []

  init(_ name: String) { self.name = name }

  init(_ name: String, _ rates: TokenRates) {
    self.name = name
    periods = [PricePeriod(rates)]
  }

  /// The prices that hold at a moment.
  ///
  /// Without one, those that began last, whatever the hour. Before all of them, the first.
  ///
  /// - Parameters:
  ///   - time: nanoseconds since 1970.
  ///   - region: where requests are processed; its factor comes after sizes and terms.
  public func rates(at time: Int64? = nil, in region: String? = nil) -> TokenRates {
    let rates = period(at: time)?.rates ?? TokenRates()
    guard let region, let factor = regions[region] ?? regions["*"] else { return rates }
    return rates.multiplied(by: factor)
  }

  /// The period that holds at a moment, as ``rates(at:in:)`` says.
  public func period(at time: Int64?) -> PricePeriod? {
    guard periods.count > 1 else { return periods.first }
    guard let time else {
      return periods.filter(\.hours.isEmpty).max { $0.start < $1.start } ?? periods.first
    }
    return periods.last { $0.start <= time && ($0.hours.isEmpty || $0.holds(at: time)) }
      ?? periods.first
  }

  /// Puts periods in the order of their beginnings; those of some hours only come behind all-day ones.
  mutating func sortPeriods() {
    let all = periods.enumerated().sorted { a, b in
      let keys = (a.element.start, a.element.hours.isEmpty ? 0 : 1, a.offset)
      return keys < (b.element.start, b.element.hours.isEmpty ? 0 : 1, b.offset)
    }
    periods = all.map(\.element)
  }
}

/// Prices of a model, and when they hold.
public struct PricePeriod: Sendable {
  public internal(set) var rates: TokenRates
  /// The day with which they begin, `2026-02-01`; nil where they always held.
  public internal(set) var from: String?
  /// Its first moment, in nanoseconds since 1970.
  var start = Int64.min
  /// The hours of the week in which they hold; at all of them where there are none.
  public internal(set) var hours: [WeekHours] = []
  /// Where they are from, where that is not what the model's are from.
  public internal(set) var source: String?

  init(_ rates: TokenRates) { self.rates = rates }

  /// Says with which day the prices begin; false where it is none.
  mutating func begin(on day: String) -> Bool {
    guard day.utf8.count == 10, let time = Timestamp(day) else { return false }
    (from, start) = (day, time.nanoseconds)
    return true
  }

  func holds(at time: Int64) -> Bool { hours.contains { $0.contain(time) } }
}

/// Some hours of some days of the week, in universal time.
public struct WeekHours: Sendable, Hashable {
  /// In minutes of the day; an end that is no later than the start is on the next day.
  public let start: Int
  public let end: Int
  /// From 1 for Monday to 7; all of them where it is empty.
  public let weekdays: [Int]
  /// How far the clock that tells weekdays is before universal time, in minutes.
  var weekdaysAhead = 0

  /// Hours as `01:00-04:00`; nil where they are none.
  init?(_ text: String, weekdays: [Int] = [], weekdaysAhead: Int = 0) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
    guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
    self.init(start: start, end: end, weekdays: weekdays, weekdaysAhead: weekdaysAhead)
  }

  init(start: Int, end: Int, weekdays: [Int], weekdaysAhead: Int = 0) {
    (self.start, self.end, self.weekdays) = (start % 1440, end % 1440, weekdays)
    self.weekdaysAhead = weekdaysAhead
  }

  /// Minutes of a day as `16:30`, with seconds and a zone of no offset behind it or not.
  static func minutes(_ text: some StringProtocol) -> Int? {
    let parts = text.prefix(5).split(separator: ":")
    let rest = text.dropFirst(5)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour),
      (0..<60).contains(minute), ["", ":00", ":00Z", "Z", ":00+00:00"].contains(String(rest))
    else { return nil }
    return hour * 60 + minute
  }

  func contain(_ nanoseconds: Int64) -> Bool {
    let minutes = Int(nanoseconds / 60_000_000_000)
    let minute = ((minutes % 1440) + 1440) % 1440
    let isAllDay = start == end
    guard isAllDay || (start < end ? start..<end ~= minute : minute >= start || minute < end)
    else { return false }
    guard !weekdays.isEmpty else { return true }
    let day = (minutes + weekdaysAhead - (minutes + weekdaysAhead < 0 ? 1439 : 0)) / 1440
    // The first of January 1970 was a Thursday.
    return weekdays.contains(((day + 3) % 7 + 7) % 7 + 1)
  }

  /// The hours with their days as a person reads them: `Mon to Fri 01:00-04:00`.
  public var words: String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let known = weekdays.filter { (1...7).contains($0) }
    guard let first = known.first, let last = known.last else { return timeWords }
    let named =
      known.count > 2 && first < last && known == Array(first...last)
      ? "\(days[first - 1]) to \(days[last - 1])"
      : known.map { days[$0 - 1] }.joined(separator: " ")
    return "\(named) \(timeWords)"
  }

  /// The hours alone: `01:00-04:00`, `00:00-24:00`.
  public var timeWords: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func time(_ minutes: Int) -> String { "\(two(minutes / 60)):\(two(minutes % 60))" }
    return "\(time(start))-\(time(end == 0 ? 1440 : end))"
  }
}
