import Formulas
import UnitEconomics

/// Puts a scenario together without a file: it hands out inputs and keeps them by their paths.
struct Draft {
  /// Values that take the place of those in the code, by path.
  var overrides: [String: Double] = [:]
  private(set) var inputs = InputTable()
  private var used: Set<String> = []

  init(_ overrides: [String: Double] = [:]) { self.overrides = overrides }

  mutating func input(
    _ path: String, _ value: Double, _ unit: Formulas.Unit, in domain: Domain = .notNegative,
    range: Input.Range? = nil, isStated: Bool = true, currency: String? = nil
  ) -> Input {
    if overrides[path] != nil { used.insert(path) }
    let input = Input(
      path, path, overrides[path] ?? value, unit, in: domain, range: range,
      origin: isStated ? .init(file: "draft", line: 1, column: 1) : nil, foreignCurrency: currency)
    inputs.append(input)
    return input
  }

  /// Overrides that no input has asked for: a slip in the test.
  var unusedOverrides: [String] { overrides.keys.filter { !used.contains($0) }.sorted() }

  mutating func share(_ path: String, _ value: Double) -> Input {
    input(path, value, .share, in: .share)
  }

  mutating func tool(
    _ name: String, calls: Double = 1, price: Double? = 0.01, priceByTime: Double? = nil,
    p50: Double = 1, p95: Double = 3, timeout: Double? = nil, errorRate: Double = 0,
    retries: Double = 0, backoff: Double = 0, rateLimit: Double? = nil, availability: Double = 1
  ) -> Tool {
    let path = InputPath.appending(name, to: "tools")
    return Tool(
      name: name, kind: priceByTime == nil ? .api : .browser,
      callsPerAttempt: input("\(path).callsPerAttempt", calls, .call / .attempt),
      price: price.map { input("\(path).price", $0, .money / .call) },
      priceByTime: priceByTime.map { input("\(path).priceByTime", $0, .money / .hour) },
      median: input("\(path).latency.p50", p50, .second / .call, in: .positive),
      p95: input("\(path).latency.p95", p95, .second / .call, in: .positive),
      timeout: timeout.map { input("\(path).timeout", $0, .second / .call, in: .positive) },
      errorRate: share("\(path).errorRate", errorRate),
      maxRetries: input("\(path).maxRetries", retries, .one, in: .whole(0...20)),
      backoff: input("\(path).backoff", backoff, .second / .call),
      rateLimit: rateLimit.map { input("\(path).rateLimit", $0, .call / .minute, in: .positive) },
      availability: share("\(path).availability", availability))
  }

  mutating func rates(
    _ path: String, _ rates: KeyValuePairs<TokenKind, Double>
  ) -> ModelPrice.Rates {
    Dictionary(
      uniqueKeysWithValues: rates.map { kind, rate in
        (kind, input("\(path).\(kind.rawValue)", rate, .money / .megatoken))
      })
  }

  mutating func price(
    _ model: String, _ rates: KeyValuePairs<TokenKind, Double>,
    tiers: [(above: Double, rates: KeyValuePairs<TokenKind, Double>)] = [],
    batchDiscount: Double? = nil
  ) -> ModelPrice {
    let path = InputPath.appending(model, to: "inference.prices")
    return ModelPrice(
      rates: self.rates(path, rates),
      tiers: tiers.enumerated().map { index, tier in
        ModelPrice.Tier(
          above: input("\(path).tiers.\(index).above", tier.above, .token / .call),
          rates: self.rates("\(path).tiers.\(index)", tier.rates))
      },
      batchDiscount: batchDiscount.map { share("\(path).batchDiscount", $0) })
  }

  mutating func call(
    _ name: String, model: String, calls: Double = 1, share: Double = 1, input: Double = 0,
    growth: Double = 0, output: Double = 0, reasoning: Double? = nil, cacheRead: Double = 0,
    cacheWrite: Double = 0, cachesForAnHour: Bool = false, batch: Double = 0, retries: Double = 0,
    firstToken: Double = 0, speed: Double? = nil
  ) -> ModelCall {
    let path = InputPath.appending(name, to: "inference.calls")
    let tokens = Formulas.Unit.token / .call
    return ModelCall(
      name: name, model: model,
      perAttempt: self.input("\(path).perAttempt", calls, .call / .attempt),
      share: self.share("\(path).share", share), input: self.input("\(path).input", input, tokens),
      growth: self.input("\(path).growth", growth, tokens),
      output: self.input("\(path).output", output, tokens),
      reasoning: reasoning.map { self.input("\(path).reasoning", $0, tokens) },
      cacheRead: self.share("\(path).cacheRead", cacheRead),
      cacheWrite: self.share("\(path).cacheWrite", cacheWrite), cachesForAnHour: cachesForAnHour,
      batch: self.share("\(path).batch", batch),
      billedRetries: self.share("\(path).billedRetries", retries),
      timeToFirstToken: self.input("\(path).timeToFirstToken", firstToken, .second / .call),
      speed: speed.map { self.input("\(path).speed", $0, .token / .second, in: .positive) })
  }

  mutating func segment(_ name: String, customers: Double, tasks: Double) -> Volume.Segment {
    let path = InputPath.appending(name, to: "volume.segments")
    return Volume.Segment(
      name: name, customers: input("\(path).customers", customers, .customer),
      tasksPerCustomer: input(
        "\(path).tasksPerCustomer", tasks, .task / .customer / .month))
  }
}
