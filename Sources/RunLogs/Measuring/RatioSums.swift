#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much of one thing comes with another, over cases that are each seen whole: cost with success, tokens with
/// calls, calls with runs.
///
/// Sums are of whole numbers, so that no order of cases changes any of them.
public struct RatioSums: Sendable, Hashable {
  public private(set) var cases = 0
  public private(set) var over: Int128 = 0
  public private(set) var part: Int128 = 0
  private var overSquares: Int128 = 0
  private var products: Int128 = 0
  private var partSquares: Int128 = 0
  /// Whether a square was beyond what adds up.
  private var isTooLarge = false

  public init() {}

  /// Takes in a case: so much of `part` with so much of `over`.
  mutating func add(_ part: Int128, over: Int128 = 1) {
    cases += 1
    self.part += part
    self.over += over
    Self.add(over, over, to: &overSquares, &isTooLarge)
    Self.add(over, part, to: &products, &isTooLarge)
    Self.add(part, part, to: &partSquares, &isTooLarge)
  }

  private static func add(_ a: Int128, _ b: Int128, to sum: inout Int128, _ isTooLarge: inout Bool)
  {
    let (product, isOver) = a.multipliedReportingOverflow(by: b)
    let (total, isFull) = sum.addingReportingOverflow(product)
    sum = total
    if isOver || isFull { isTooLarge = true }
  }

  mutating func merge(_ other: RatioSums) {
    cases += other.cases
    part += other.part
    over += other.over
    Self.add(1, other.overSquares, to: &overSquares, &isTooLarge)
    Self.add(1, other.products, to: &products, &isTooLarge)
    Self.add(1, other.partSquares, to: &partSquares, &isTooLarge)
    isTooLarge = isTooLarge || other.isTooLarge
  }

  /// The same with so many cases more that have none of the part, each with one of the other.
  func withNone(upTo all: Int) -> RatioSums {
    var whole = self
    let more = max(0, all - cases)
    whole.cases += more
    whole.over += Int128(more)
    whole.overSquares += Int128(more)
    return whole
  }

  /// The part for each case, whatever else comes with it.
  var perCase: RatioSums {
    var each = self
    each.over = Int128(cases)
    each.overSquares = Int128(cases)
    each.products = part
    return each
  }

  /// The part for each of the other; nil where there is none of that.
  public var ratio: Double? { over > 0 ? Double(part) / Double(over) : nil }

  /// The standard error of the ratio; nil where fewer than two cases say nothing of it.
  ///
  ///     √(n/(n − 1) · Σ(y − R·x)²) / Σx
  ///
  /// - Source: Cochran, "Sampling Techniques", 3rd edition, 1977, section 6.4.
  public var standardError: Double? {
    guard cases > 1, !isTooLarge, let ratio else { return nil }
    let (xx, xy, yy) = (Double(overSquares), Double(products), Double(partSquares))
    let squares = max(0, yy - 2 * ratio * xy + ratio * ratio * xx)
    // What is left of numbers that are the same is noise.
    let scatter = squares > 1e-12 * yy ? squares : 0
    return (Double(cases) / Double(cases - 1) * scatter).squareRoot() / Double(over)
  }

  /// Where the ratio lies with 95 % confidence.
  public var interval: ClosedRange<Double>? {
    guard let ratio, let error = standardError else { return nil }
    return max(0, ratio - 1.959963984540054 * error)...ratio + 1.959963984540054 * error
  }
}

/// How far runs and calls lie apart: what it takes to say how sure a mean is.
public struct Spread: Sendable {
  /// What runs cost, in 10⁻⁸ of the currency, with their successes; as recorded and by the price list.
  public private(set) var recorded = RatioSums()
  public private(set) var computed = RatioSums()
  /// How long runs take, in milliseconds.
  public private(set) var runtime = RatioSums()
  public private(set) var models: [String: OfModel] = [:]
  /// Calls of each tool, over the runs that call it.
  public private(set) var tools: [String: RatioSums] = [:]

  /// Calls of one model.
  public struct OfModel: Sendable {
    /// Over the runs that call it.
    public private(set) var calls = RatioSums()
    /// Tokens a call.
    public private(set) var input = RatioSums()
    public private(set) var output = RatioSums()
    /// Of the input.
    public private(set) var cacheRead = RatioSums()
    public private(set) var cacheWrite = RatioSums()

    mutating func add(_ own: [Attempt.ModelCalls]) {
      for some in own {
        let usage = some.usage
        input.add(Int128(usage.input), over: Int128(some.calls))
        output.add(Int128(usage.output), over: Int128(some.calls))
        cacheRead.add(Int128(usage.cacheRead), over: Int128(usage.input))
        cacheWrite.add(
          Int128(usage.cacheWrite &+ usage.cacheWrite1h), over: Int128(usage.input))
      }
      calls.add(Int128(own.reduce(0) { $0 + $1.calls }))
    }

    mutating func merge(_ other: OfModel) {
      calls.merge(other.calls)
      input.merge(other.input)
      output.merge(other.output)
      cacheRead.merge(other.cacheRead)
      cacheWrite.merge(other.cacheWrite)
    }
  }

  init() {}

  mutating func add(_ attempt: Attempt) {
    let success: Int128 = attempt.outcome == .success ? 1 : 0
    if let cost = attempt.recorded { recorded.add(cost.units / 10_000_000, over: success) }
    if let cost = attempt.computedWhole { computed.add(cost.units / 10_000_000, over: success) }
    if let time = attempt.runtime { runtime.add(Int128(time / 1_000_000)) }
    // A run calls few models and few tools: looking through them is less than to sort them into a table.
    var seen: [String] = []
    for call in attempt.modelCalls where !seen.contains(call.model) {
      seen.append(call.model)
      let own = attempt.modelCalls.filter { $0.model == call.model }
      models[call.model, default: OfModel()].add(own)
    }
    seen = []
    for call in attempt.tools where !seen.contains(call.name) {
      seen.append(call.name)
      let count = attempt.tools.count { $0.name == call.name }
      tools[call.name, default: RatioSums()].add(Int128(count))
    }
  }

  mutating func merge(_ other: Spread) {
    recorded.merge(other.recorded)
    computed.merge(other.computed)
    runtime.merge(other.runtime)
    for (name, model) in other.models { models[name, default: OfModel()].merge(model) }
    for (name, tool) in other.tools { tools[name, default: RatioSums()].merge(tool) }
  }
}
