import UnitEconomics

/// Reads LiteLLM's `model_prices_and_context_window.json`: model → prices in USD for one token.
///
/// - Source: BerriAI/litellm, MIT licence; ``PriceField`` says what its fields are.
struct LiteLLMPrices {
  private var entry: PriceEntry
  private var rates = TokenRates()
  private var offPeak: (rates: TokenRates, hours: [WeekHours])?

  /// A model's entry; the cursor stands before its object.
  static func read(
    _ name: String, _ cursor: inout JSONCursor
  ) throws(LineFault) -> PriceEntry {
    var reader = LiteLLMPrices(entry: PriceEntry(name))
    try cursor.object { (cursor, key) throws(LineFault) in try reader.take(key, &cursor) }
    return reader.finished
  }

  private mutating func take(
    _ key: JSONText, _ cursor: inout JSONCursor
  ) throws(LineFault) {
    if key.startsLikeAPrice {
      var kept: [TokenRates.Rate] = []
      try Self.readRate(&cursor, key) { kept.append($0) }
      for rate in kept { rates.add(rate) }
    } else if key == "tiered_pricing", try cursor.kind() == .array {
      rates.isTiered = true
      try cursor.array { (cursor) throws(LineFault) in try readTier(&cursor) }
    } else if key == "litellm_provider" {
      // Its larger rates hold from the threshold on, and not above it.
      isFromThreshold = try cursor.string() == "xai"
    } else if key == "mode" {
      let mode = try cursor.string()
      entry.isChat = mode.map { ["chat", "completion", "responses"].contains($0) } ?? false
      hasMode = true
    } else if key == "source" {
      entry.source = try cursor.string()
    } else if key == "off_peak_pricing", try cursor.kind() == .object {
      try readOffPeak(&cursor)
    } else if key == "provider_specific_entry", try cursor.kind() == .object {
      try cursor.object { (cursor, key) throws(LineFault) in
        let region = key == "us" ? "us" : key == "eu" ? "eu" : nil
        try readFactor(&cursor, of: region)
      }
    } else if key == "regional_processing_uplift_multiplier_eu" {
      try readFactor(&cursor, of: "eu")
    } else if key == "regional_processing_uplift_multiplier_us" {
      try readFactor(&cursor, of: "us")
    } else if key == "regional_endpoint_uplift_multiplier" {
      try readFactor(&cursor, of: "*")
    } else if key == "input_cost_per_query" {
      if try cursor.kind() == .number { entry.uncounted.append("a price for each query") }
      try cursor.skip()
    } else {
      try cursor.skip()
    }
  }

  private var hasMode = false
  private var isFromThreshold = false

  private init(entry: PriceEntry) { self.entry = entry }

  private var finished: PriceEntry {
    var entry = entry
    entry.isChat = entry.isChat && hasMode
    guard !rates.isEmpty else { return entry }
    let rates = isFromThreshold ? rates.fromThresholds : rates
    entry.periods = [PricePeriod(rates)]
    if let offPeak {
      // What the block prices has no sizes in those hours, and what it does not is as at others.
      let kinds = Set(offPeak.rates.rates.map(\.kind))
      var own = rates
      own.remove { kinds.contains($0.kind) && $0.service == .standard }
      for rate in offPeak.rates.rates { own.add(rate) }
      var period = PricePeriod(own)
      period.hours = offPeak.hours
      entry.periods.append(period)
    }
    return entry
  }

  /// What prices are multiplied by in a region; anything that is no factor is passed over.
  private mutating func readFactor(
    _ cursor: inout JSONCursor, of region: String?
  ) throws(LineFault) {
    guard let bytes = try cursor.numeral(), let region, let factor = Amount(bytes: bytes),
      factor > .zero, factor <= Amount(units: 100_000_000_000_000_000)
    else { return }
    entry.regions[region] = factor
  }

  /// Keeps what is a rate of tokens, and passes over everything else.
  private static func readRate(
    _ cursor: inout JSONCursor, _ key: JSONText, _ keep: (TokenRates.Rate) -> Void
  ) throws(LineFault) {
    guard try cursor.kind() == .number, let name = key.string, let field = PriceField(name)
    else { return try cursor.skip() }
    let place = cursor.at
    guard let amount = Amount(bytes: try cursor.numberRange()) else {
      throw LineFault(offset: place, problem: .notAmount(field: name))
    }
    keep(
      .init(kind: field.kind, above: field.above ?? -1, service: field.terms, amount: amount))
  }

  /// One of `tiered_pricing`: its rates hold for requests of more tokens than its range begins with.
  private mutating func readTier(_ cursor: inout JSONCursor) throws(LineFault) {
    var start: Int?
    var own: [TokenRates.Rate] = []
    try cursor.object { (cursor, key) throws(LineFault) in
      guard key == "range" else { return try Self.readRate(&cursor, key) { own.append($0) } }
      try cursor.array { (cursor) throws(LineFault) in
        let count = try cursor.numeral()?.looseCount
        if start == nil { start = count }
      }
    }
    guard let start else { return }
    for rate in own {
      rates.add(
        .init(kind: rate.kind, above: start, service: rate.service, amount: rate.amount))
    }
  }

  /// `off_peak_pricing`: other rates at some hours, which are universal time.
  private mutating func readOffPeak(_ cursor: inout JSONCursor) throws(LineFault) {
    var own = TokenRates()
    var windows: [(hours: [String], weekdays: [Int])] = []
    var ahead: Int? = 0
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "windows", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in
          windows.append(try Self.readWindow(&cursor))
        }
      } else if key == "weekday_timezone" {
        let zone = try cursor.string()
        ahead = ["UTC": 0, "Asia/Shanghai": 480][zone ?? "UTC"]
      } else {
        try Self.readRate(&cursor, key) { own.add($0) }
      }
    }
    guard let ahead else {
      entry.uncounted.append("other prices at hours of a clock that is not known")
      return
    }
    let hours = windows.flatMap { window in
      window.hours.compactMap {
        WeekHours($0, weekdays: window.weekdays, weekdaysAhead: ahead)
      }
    }
    if !own.isEmpty, !hours.isEmpty { offPeak = (own, hours) }
  }

  private static func readWindow(
    _ cursor: inout JSONCursor
  ) throws(LineFault) -> (hours: [String], weekdays: [Int]) {
    var window: (hours: [String], weekdays: [Int]) = ([], [])
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "hours_utc", try cursor.kind() == .string {
        if let text = try cursor.string() { window.hours.append(text) }
      } else if key == "hours_utc", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in
          if let text = try cursor.string() { window.hours.append(text) }
        }
      } else if key == "weekdays", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in
          if let day = try cursor.numeral()?.looseCount { window.weekdays.append(day) }
        }
      } else {
        try cursor.skip()
      }
    }
    return window
  }
}

extension JSONText {
  /// Whether it begins as prices of tokens do: most fields are left by their first letters.
  fileprivate var startsLikeAPrice: Bool {
    for start: StaticString in ["input_cost_per_tok", "output_cost_per_", "cache_"] {
      let length = start.utf8CodeUnitCount
      guard count > length else { continue }
      if (0..<length).allSatisfy({ self.start[$0] == start.utf8Start[$0] }) { return true }
    }
    return false
  }
}
