import Formulas

/// How many tasks of a kind come in one month, drawn: Poisson about an expected number.
///
/// The count of draw *i* is a function of seed, name and *i*. Up to ``mostByTable`` expected tasks it is
/// exact: read off the cumulative probabilities, with 52 binary digits of each draw. Beyond, where these
/// are too many to list, it is Cornish and Fisher's √m z + (z² − 1)/6 about the mean m, rounded, which
/// is off by less than a task.
final class PoissonCount: @unchecked Sendable {
  // Written by the initialiser and read from then on.
  let mean: Double
  private let tables = DrawTables()
  private let plan: UnsafeMutablePointer<DrawPlan>

  static let mostByTable = 1e9

  /// - Parameter mean: at least 0.
  init(mean: Double, name: String, seed: UInt64) {
    self.mean = mean
    let isListed = mean <= Self.mostByTable
    var plan = DrawPlan(
      isListed ? .steps : .normal, seed: seed, stream: UncertainInput.stream(name), 0, 1,
      within: -.infinity ... .infinity)
    if isListed, mean > 0 {
      let steps = Self.steps(mean)
      plan.count = steps.values.count
      plan.numbers = tables.keep(steps.cumulative + steps.values)
    }
    self.plan = .allocate(capacity: 1)
    self.plan.initialize(to: plan)
  }

  deinit { plan.deallocate() }

  /// The counts of neighbouring draws.
  func draw(_ draws: Range<Int>, on engine: BlockEngine) -> [Double] {
    guard mean > 0 else { return [Double](repeating: 0, count: draws.count) }
    let numbers = [Double](unsafeUninitializedCapacity: draws.count) { buffer, count in
      engine.draw(plan, UInt64(draws.lowerBound), draws.count, to: buffer.baseAddress!)
      count = draws.count
    }
    guard mean > Self.mostByTable else { return numbers }
    let root = mean.squareRoot()
    return numbers.map { (mean + root * $0 + ($0 * $0 - 1) / 6).rounded() }
  }

  /// The counts that any draw can give, and up to which share of draws each.
  ///
  /// Summed from the least on, each probability from that of its neighbour, outwards from the likeliest,
  /// until what comes is less than 10⁻²⁰ of that.
  static func steps(_ mean: Double) -> (values: [Double], cumulative: [Double]) {
    let likeliest = mean.rounded(.down)
    var below: [Double] = []
    var (count, part) = (likeliest, 1.0)
    while count > 0, part > 1e-20 {
      part *= count / mean
      count -= 1
      below.append(part)
    }
    var parts = Array(below.reversed()) + [1]
    let first = count
    (count, part) = (likeliest, 1)
    while part > 1e-20 {
      count += 1
      part *= mean / count
      parts.append(part)
    }
    let total = parts.reduce(0, +)
    var sum = 0.0
    var cumulative = parts.map { part in
      sum += part
      return sum / total
    }
    cumulative[cumulative.count - 1] = 1
    return (parts.indices.map { first + Double($0) }, cumulative)
  }
}
