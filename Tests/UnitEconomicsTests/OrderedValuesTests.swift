import TestSupport
import Testing

@testable import UnitEconomics

@Suite("Quantiles are those of sorting, and a sketch's within what it states")
struct OrderedValuesTests {
  /// Values of both signs and many sizes, some equal, some not numbers.
  private static let values: [Double] = {
    var seed = Seed(8)
    let some = (0..<4001).map { index -> Double in
      let size = seed.number(-12...12)
      let value = (size < 0 ? -1 : 1) * (size * size * size)
      return index % 97 == 0 ? .nan : index % 50 == 0 ? 2.5 : value
    }
    return some + [0, -0.0, 1e-300, -1e300]
  }()

  private static let sorted = values.filter { !$0.isNaN }.sorted()

  private static func sketch(_ values: some Sequence<Double>) -> ValueSketch {
    let counter = SketchCounter()
    let values = Array(values)
    counter.add(values, values.count)
    return counter.sketch
  }

  @Test("exact quantiles are sorted values")
  func exact() {
    let ordered = OrderedValues(Self.values)
    let count = Self.sorted.count
    #expect(ordered.count == count)
    let ranks = [0, 1, 5, count / 3, count / 2, count - 2, count - 1, 0]
    #expect(ordered.values(at: ranks) == ranks.map { Self.sorted[$0] })
    for quantile in ordered.quantiles(FigureDistribution.shares) {
      let rank = Int((Double(count) * quantile.share).rounded(.up)) - 1
      #expect(quantile.value == Self.sorted[rank])
      #expect(quantile.interval.contains(quantile.value))
    }
  }

  @Test("a sketch's quantiles are within its error of the exact ones")
  func sketched() {
    let sketched = SketchedValues(Self.sketch(Self.values))
    let ordered = OrderedValues(Self.values)
    #expect(sketched.count == ordered.count)
    let ranks = Array(0..<ordered.count)
    for (near, exact) in zip(sketched.values(at: ranks), ordered.values(at: ranks)) {
      #expect(abs(near - exact) <= ValueSketch.relativeError * abs(exact) || exact == 0)
    }
  }

  @Test("sketches of parts add up to the sketch of the whole")
  func merged() {
    var merged = Self.sketch(Self.values.prefix(1000))
    merged.add(Self.sketch(Self.values[1000..<1700]))
    merged.add(Self.sketch(Self.values.dropFirst(1700)))
    #expect(merged == Self.sketch(Self.values))
    #expect(ValueSketch(pages: merged.pages) == merged)
  }

  @Test("counts are put by before one can overflow, and none is lost")
  func overflow() {
    let counter = SketchCounter(putsByAfter: 7)
    let values = Self.values
    for start in stride(from: 0, to: values.count, by: 100) {
      let part = Array(values[start..<min(start + 100, values.count)])
      counter.add(part, part.count)
    }
    #expect(counter.sketch == Self.sketch(values))
  }

  @Test("tails are means of the lowest and the highest part, worked by hand")
  func tails() {
    // Of 1 … 40 the lowest twentieth are 1 and 2, the highest 39 and 40.
    let values = (1...40).map(Double.init).shuffled(using: &Self.shuffle)
    for ranked in [OrderedValues(values) as any RankedValues, SketchedValues(Self.sketch(values))] {
      let (low, high) = ranked.tails(0.05)
      #expect(isNear(low.value, 1.5, within: 1e-3) && isNear(high.value, 39.5, within: 1e-3))
      #expect(low.error > 0 && high.error > 0)
    }
  }

  nonisolated(unsafe) private static var shuffle = Seed(2)

  @Test("no value at all has no quantiles and no tails")
  func empty() {
    let ordered = OrderedValues([.nan, .nan])
    #expect(ordered.count == 0)
    #expect(ordered.values(below: [0.5]).isEmpty)
    #expect(ordered.tails(0.05).high.value.isNaN)
  }

  @Test("a quantile's interval holds the truth as often as it says")
  func coverage() {
    let uniform = Distribution(.uniform(low: 1, high: 2))
    let held = (1...400).filter { seed in
      let draws = Drawing.inputs([uniform], seed: UInt64(seed)).draws(0, 0..<500)
      return OrderedValues(draws).quantiles([0.9])[0].interval.contains(1.9)
    }.count
    #expect(368...396 ~= held, "\(held) of 400")
  }

  @Test("a histogram counts every value once")
  func histogram() {
    let cells = [(-1.0, 2), (0.0, 1), (0.5, 3), (1.0, 4), (7.0, 5)].map { (value: $0, count: $1) }
    let histogram = Histogram(cells, from: 0, to: 1, bins: 2)
    #expect(histogram.counts == [1, 7] && histogram.below == 2 && histogram.above == 5)
    #expect(histogram.bounds == [0, 0.5, 1])
  }
}
