import Formulas

/// The tables that plans of draws point to.
final class DrawTables: @unchecked Sendable {
  // Written while plans are made, and read from then on.
  private var memory: [UnsafeMutablePointer<Double>] = []
  private var directions: [UnsafeMutablePointer<UInt64>] = []

  deinit {
    for memory in memory { UnsafeMutableRawPointer(memory).deallocate() }
    for memory in directions { memory.deallocate() }
  }

  /// The plan of an input: the shape of its distribution, moved as a stress moves it; and the numbers it
  /// is to point to.
  static func shaped(
    _ source: DrawPlan, _ input: UncertainInput
  ) -> (plan: DrawPlan, numbers: [Double]) {
    let (scale, shift) = (input.uncertainty.scale, input.uncertainty.shift)
    let distribution = input.uncertainty.distribution
    func placed(_ value: Double) -> Double { input.input.domain.held(scale * value + shift) }
    let ends = distribution.quantiles(at: [(0x1p-53, 1 - 0x1p-53), (1 - 0x1p-53, 0x1p-53)])
      .map(placed)
    var plan = source
    var numbers: [Double] = []
    (plan.low, plan.high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    // Where a part is left out, no family's own formula holds.
    let isWhole =
      distribution.lowest == -.infinity && distribution.highest == .infinity && ends[0] < ends[1]
    switch distribution.family {
    case .uniform(let low, let high) where isWhole:
      (plan.shape, plan.first, plan.second) = (.uniform, scale * low + shift, scale * (high - low))
    case .normal(let mean, let sd) where isWhole:
      (plan.shape, plan.first, plan.second) = (.normal, scale * mean + shift, scale * sd)
    case .lognormal(let median, let sigma) where isWhole && shift == 0 && scale > 0:
      plan.shape = .lognormal
      (plan.first, plan.second) = (Elementary.log(scale * median), sigma)
    case .triangular(let low, let mode, let high) where isWhole && scale > 0:
      plan.shape = .triangular
      plan.first = scale * low + shift
      plan.second = scale * high + shift
      plan.third = scale * mode + shift
    default:
      if distribution.isContinuous {
        plan.shape = .cells
        let table = QuantileTable { shares in
          distribution.quantiles(at: shares.map { ($0.share, $0.rest) })
            .map { scale * $0 + shift }
        }
        numbers = table.coefficients
      } else {
        let steps = Steps(distribution)
        plan.shape = .steps
        plan.count = steps.values.count
        numbers = steps.cumulative + steps.values.map(placed)
      }
    }
    return (plan, numbers)
  }

  func keep(_ numbers: [Double]) -> UnsafePointer<Double> {
    // From the beginning of a line of the processor's memory, so that no cell lies in two.
    let copy = UnsafeMutableRawPointer.allocate(byteCount: 8 * numbers.count, alignment: 64)
      .bindMemory(to: Double.self, capacity: numbers.count)
    copy.initialize(from: numbers, count: numbers.count)
    memory.append(copy)
    return UnsafePointer(copy)
  }

  func keep(_ numbers: [UInt64]) -> UnsafePointer<UInt64> {
    let copy = UnsafeMutablePointer<UInt64>.allocate(capacity: numbers.count)
    copy.initialize(from: numbers, count: numbers.count)
    directions.append(copy)
    return UnsafePointer(copy)
  }
}

/// The values of a distribution that takes single values only, and up to which probability each.
struct Steps {
  private(set) var values: [Double] = []
  private(set) var cumulative: [Double] = []

  init(_ distribution: Distribution) {
    var share = 0x1p-53
    while true {
      let value = distribution.quantile(share)
      let reached = distribution.cumulative(value)
      values.append(value)
      cumulative.append(reached)
      // Beyond that no draw comes.
      guard reached < 1 - 0x1p-53 else { break }
      share = max(reached.nextUp, share.nextUp)
    }
    cumulative[cumulative.count - 1] = 1
  }
}
