import UnitEconomics

/// Reads the data of genai-prices, version 2: providers with their models, in USD for a million tokens.
///
/// - Source: pydantic/genai-prices, MIT licence; JSON Schema of `prices/new_data/v2/data.json`.
struct GenAIPrices {
  private(set) var entries: [PriceEntry] = []
  private(set) var providers: [PriceProvider] = []

  init(_ cursor: inout JSONCursor) throws(LineFault) {
    try cursor.array { (cursor) throws(LineFault) in try readProvider(&cursor) }
    try cursor.expectEnd()
  }

  private mutating func readProvider(_ cursor: inout JSONCursor) throws(LineFault) {
    var provider = PriceProvider()
    var models: [Model] = []
    var source: String?
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "id" {
        provider.id = try cursor.string() ?? ""
      } else if key == "model_match" {
        provider.ofModels = try ModelRule.read(&cursor)
      } else if key == "provider_match" {
        provider.ofProviders = try ModelRule.read(&cursor)
      } else if key == "fallback_model_providers", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in
          if let id = try cursor.string() { provider.fallbacks.append(id) }
        }
      } else if key == "pricing_urls", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in
          let url = try cursor.string()
          source = source ?? url
        }
      } else if key == "models" {
        try cursor.array { (cursor) throws(LineFault) in models.append(try Self.readModel(&cursor))
        }
      } else {
        try cursor.skip()
      }
    }
    for model in models where !model.id.isEmpty {
      var entry = PriceEntry("\(provider.id)/\(model.id)")
      entry.periods = model.periods
      entry.source = source
      entry.checked = model.checked
      entry.uncounted = model.uncounted
      entry.isChat = model.periods.contains { !$0.rates.isEmpty }
      if let rule = model.rule { provider.models.append((rule, entry.name)) }
      entries.append(entry)
    }
    providers.append(provider)
  }

  private struct Model {
    var id = ""
    var rule: ModelRule?
    var periods: [PricePeriod] = []
    var uncounted: [String] = []
    var checked: String?
  }

  private static func readModel(_ cursor: inout JSONCursor) throws(LineFault) -> Model {
    var model = Model()
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "id" {
        model.id = try cursor.string() ?? ""
      } else if key == "match" {
        model.rule = try ModelRule.read(&cursor)
      } else if key == "prices_checked" {
        model.checked = try cursor.string()
      } else if key == "prices" {
        if try cursor.kind() == .array {
          try cursor.array { (cursor) throws(LineFault) in
            try readConditional(&cursor, into: &model)
          }
        } else {
          model.periods.append(PricePeriod(try readPrices(&cursor, &model.uncounted)))
        }
      } else {
        try cursor.skip()
      }
    }
    return model
  }

  /// Prices with the condition on which they hold: from a day on, or at some hours of the day.
  private static func readConditional(
    _ cursor: inout JSONCursor, into model: inout Model
  ) throws(LineFault) {
    var period = PricePeriod(TokenRates())
    var hours: (start: String?, end: String?) = (nil, nil)
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "prices" {
        period.rates = try readPrices(&cursor, &model.uncounted)
      } else if key == "constraint", try cursor.kind() == .object {
        try cursor.object { (cursor, key) throws(LineFault) in
          let place = cursor.at
          if key == "start_date" {
            guard let day = try cursor.string(), period.begin(on: day) else {
              throw LineFault(offset: place, problem: .notTime(field: "start_date"))
            }
          } else if key == "start_time" {
            hours.start = try cursor.string()
          } else if key == "end_time" {
            hours.end = try cursor.string()
          } else {
            try cursor.skip()
          }
        }
      } else {
        try cursor.skip()
      }
    }
    if hours.start != nil || hours.end != nil {
      guard let start = hours.start.flatMap({ WeekHours.minutes($0) }),
        let end = hours.end.flatMap({ WeekHours.minutes($0) })
      else { throw cursor.fault(.notTime(field: "start_time")) }
      period.hours = [WeekHours(start: start, end: end, weekdays: [])]
    }
    model.periods.append(period)
  }

  private static let kinds: [String: TokenKind] = [
    "input_mtok": .input, "output_mtok": .output, "cache_read_mtok": .cacheRead,
    "cache_write_mtok": .cacheWrite, "cache_write_1h_mtok": .cacheWrite1h,
    "output_reasoning_mtok": .reasoning,
  ]

  private static func readPrices(
    _ cursor: inout JSONCursor, _ uncounted: inout [String]
  ) throws(LineFault) -> TokenRates {
    var rates = TokenRates()
    var fiveMinutes: TokenRates?
    try cursor.object { (cursor, key) throws(LineFault) in
      let name = key.string ?? ""
      if let kind = kinds[name] {
        try readPrice(&cursor, kind, name, into: &rates)
      } else if name == "cache_write_5m_mtok" {
        var own = TokenRates()
        try readPrice(&cursor, .cacheWrite, name, into: &own)
        fiveMinutes = own
      } else {
        if name == "requests_kcount", !uncounted.contains("a price for each request") {
          uncounted.append("a price for each request")
        }
        try cursor.skip()
      }
    }
    if let fiveMinutes {
      // What is stated for five minutes alone is closer than what is stated for any time.
      rates.remove { $0.kind == .cacheWrite }
      for rate in fiveMinutes.rates { rates.add(rate) }
    }
    return rates
  }

  /// A price for a million, or one with others for larger requests, each of the whole request.
  private static func readPrice(
    _ cursor: inout JSONCursor, _ kind: TokenKind, _ name: String, into rates: inout TokenRates
  ) throws(LineFault) {
    func amount(_ cursor: inout JSONCursor) throws(LineFault) -> Amount {
      let place = cursor.at
      guard let bytes = try cursor.numeral(), let each = Amount(bytes: bytes)?.nearestMillionth
      else {
        throw LineFault(offset: place, problem: .notAmount(field: name))
      }
      return each
    }
    guard try cursor.kind() == .object else {
      if try cursor.kind() == .word { return try cursor.skip() }
      let amount = try amount(&cursor)
      return rates.add(.init(kind: kind, above: -1, service: .standard, amount: amount))
    }
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "base" {
        let amount = try amount(&cursor)
        rates.add(.init(kind: kind, above: -1, service: .standard, amount: amount))
      } else if key == "tiers" {
        try cursor.array { (cursor) throws(LineFault) in
          var (start, price): (Int?, Amount?) = (nil, nil)
          try cursor.object { (cursor, key) throws(LineFault) in
            if key == "start" {
              start = try cursor.numeral()?.looseCount
            } else if key == "price" {
              price = try amount(&cursor)
            } else {
              try cursor.skip()
            }
          }
          guard let start, let price else { throw cursor.fault(.notCount(field: "start")) }
          rates.add(.init(kind: kind, above: start, service: .standard, amount: price))
        }
      } else {
        try cursor.skip()
      }
    }
  }
}
