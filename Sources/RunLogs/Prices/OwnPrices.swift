import UnitEconomics

/// Reads a price book of our own format: dated prices in USD for a million tokens.
///
///     {"unitecon-prices": 1, "name": "ours", "checked": "2026-11-26", "models": {"m": {
///       "aliases": ["m-latest"], "source": "contract of May", "prices": [{"from": "2026-02-01",
///       "input": "3", "output": "15", "cacheRead": 0.3, "above": {"200000": {"input": "6"}},
///       "batch": {"input": "1.5", "output": "7.5"}, "flex": {…}, "priority": {…},
///       "hours": ["16:30-00:30"], "weekdays": [1, 2], "source": "…"}], "regions": {"eu": "1.1"}}}}
///
/// A key that is not known is a mistake here: what it should have said would be missing in silence.
struct OwnPrices {
  private(set) var entries: [PriceEntry] = []
  private(set) var name: String?
  private(set) var checked: String?

  static let mark = "unitecon-prices"

  init(_ cursor: inout JSONCursor) throws(LineFault) {
    try cursor.object { (cursor, key) throws(LineFault) in
      switch try Self.known(key, ["models", "name", "checked", Self.mark], cursor) {
      case "models":
        try cursor.object { (cursor, key) throws(LineFault) in
          guard let name = key.string, !name.isEmpty else { throw cursor.fault(.notUTF8) }
          entries.append(try Self.readModel(name, &cursor))
        }
      case "name": name = try cursor.string()
      case "checked": checked = try cursor.string()
      default:
        let place = cursor.at
        guard try cursor.numeral()?.looseCount == 1 else {
          throw LineFault(offset: place, problem: .notVersion)
        }
      }
    }
    try cursor.expectEnd()
    for index in entries.indices where entries[index].checked == nil {
      entries[index].checked = checked
    }
  }

  private static func known(
    _ key: JSONText, _ keys: [String], _ cursor: JSONCursor
  ) throws(LineFault) -> String {
    let name = key.string ?? ""
    guard keys.contains(name) else {
      throw cursor.fault(.unknownKey(name, near: nearestWord(to: name, among: keys)))
    }
    return name
  }

  private static func readModel(
    _ name: String, _ cursor: inout JSONCursor
  ) throws(LineFault) -> PriceEntry {
    var entry = PriceEntry(name)
    try cursor.object { (cursor, key) throws(LineFault) in
      switch try known(key, ["aliases", "prices", "regions", "source", "checked"], cursor) {
      case "aliases":
        try cursor.array { (cursor) throws(LineFault) in
          if let alias = try cursor.string() { entry.aliases.append(alias) }
        }
      case "source": entry.source = try cursor.string()
      case "checked": entry.checked = try cursor.string()
      case "regions":
        try cursor.object { (cursor, key) throws(LineFault) in
          let factor = try amount(&cursor, "regions")
          guard factor > .zero, factor <= Amount(units: 100_000_000_000_000_000) else {
            throw cursor.fault(.notAmount(field: "regions"))
          }
          entry.regions[key.string ?? ""] = factor
        }
      default:
        try cursor.array { (cursor) throws(LineFault) in
          entry.periods.append(try readPeriod(&cursor))
        }
      }
    }
    entry.sortPeriods()
    return entry
  }

  private static let kinds: [String] = TokenKind.allCases.map(\.rawValue)
  private static let terms: [String: PriceTerms] = [
    "batch": .batches, "flex": .flex, "priority": .priority,
  ]
  private static let keys =
    kinds + ["above", "batch", "flex", "priority", "from", "hours", "weekdays", "source"]

  private static func readPeriod(
    _ cursor: inout JSONCursor
  ) throws(LineFault) -> PricePeriod {
    var period = PricePeriod(TokenRates())
    var hours: [String] = []
    var weekdays: [Int] = []
    let start = cursor.at
    try cursor.object { (cursor, key) throws(LineFault) in
      let name = try known(key, keys, cursor)
      switch name {
      case "from":
        let place = cursor.at
        guard let day = try cursor.string(), period.begin(on: day) else {
          throw LineFault(offset: place, problem: .notTime(field: name))
        }
      case "source": period.source = try cursor.string()
      case "hours":
        try cursor.array { (cursor) throws(LineFault) in hours.append(try cursor.string() ?? "") }
      case "weekdays":
        try cursor.array { (cursor) throws(LineFault) in
          guard let day = try cursor.numeral()?.looseCount, (1...7).contains(day) else {
            throw cursor.fault(.notCount(field: name))
          }
          weekdays.append(day)
        }
      default:
        try readRates(name, &cursor, service: .standard, above: -1, into: &period.rates)
      }
    }
    for text in hours {
      guard let some = WeekHours(text, weekdays: weekdays) else {
        throw LineFault(offset: start, problem: .notTime(field: "hours"))
      }
      period.hours.append(some)
    }
    if hours.isEmpty, !weekdays.isEmpty {
      period.hours = [WeekHours(start: 0, end: 0, weekdays: weekdays)]
    }
    return period
  }

  /// A rate, or the rates of larger requests, or those at other terms.
  private static func readRates(
    _ name: String, _ cursor: inout JSONCursor, service: PriceTerms, above: Int,
    into rates: inout TokenRates
  ) throws(LineFault) {
    if let kind = TokenKind(rawValue: name) {
      let place = cursor.at
      guard let each = try amount(&cursor, name).millionth else {
        throw LineFault(offset: place, problem: .notAmount(field: name))
      }
      return rates.add(.init(kind: kind, above: above, service: service, amount: each))
    }
    try cursor.object { (cursor, key) throws(LineFault) in
      if name == "above" {
        guard let size = key.bytes.looseCount else {
          throw cursor.fault(.notCount(field: name))
        }
        try cursor.object { (cursor, key) throws(LineFault) in
          let inner = try known(key, kinds, cursor)
          try readRates(inner, &cursor, service: service, above: size, into: &rates)
        }
      } else {
        let inner = try known(key, kinds + ["above"], cursor)
        try readRates(
          inner, &cursor, service: terms[name] ?? .standard, above: above, into: &rates)
      }
    }
  }

  private static func amount(
    _ cursor: inout JSONCursor, _ name: String
  ) throws(LineFault) -> Amount {
    let place = cursor.at
    guard let bytes = try cursor.numeral(), let amount = Amount(bytes: bytes) else {
      throw LineFault(offset: place, problem: .notAmount(field: name))
    }
    return amount
  }
}
