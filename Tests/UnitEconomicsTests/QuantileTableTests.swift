import Formulas
import Testing

@testable import UnitEconomics

@Suite("A table of quantiles is as good as the quantile function, far out too")
struct QuantileTableTests {
  static let distributions: [Distribution] = [
    Distribution(.beta(alpha: 8, beta: 92)), Distribution(.beta(alpha: 0.5, beta: 0.5)),
    Distribution(.beta(alpha: 14, beta: 6)), Distribution(.successes(0, trials: 40)),
    Distribution(.pert(low: 10, mode: 30, high: 90)), Distribution(.pert(low: 1, mode: 1, high: 5)),
    Distribution(.gamma(shape: 0.5, scale: 1)), Distribution(.gamma(shape: 150, scale: 2)),
    Distribution(.normal(mean: 1, standardDeviation: 1), lowest: 0),
    Distribution(.lognormal(median: 0.02, sigma: 0.9), highest: 0.3),
    Distribution(.pert(low: 3, mode: 7, high: 18), lowest: 4, highest: 12),
  ]

  /// What a table gives at a share, by the rule that the machine follows.
  private func read(_ table: QuantileTable, _ share: Double, isUpper: Bool) -> Double {
    var index = 0
    while index + 1 < QuantileGrid.cellCount, QuantileGrid.cell(at: index + 1).start <= share {
      index += 1
    }
    let (start, width) = QuantileGrid.cell(at: index)
    let place = 2 * (share - start) / width - 1
    let first = (isUpper ? QuantileGrid.cellCount + index : index) * QuantileGrid.stride
    return table.coefficients[first..<first + QuantileGrid.coefficientCount].reversed()
      .reduce(0) { $0 * place + $1 }
  }

  @Test("error below 1e-9 of the spread", arguments: distributions)
  func errors(distribution: Distribution) {
    let table = QuantileTable { shares in
      distribution.quantiles(at: shares.map { ($0.share, $0.rest) })
    }
    let spread = distribution.variance.squareRoot()
    var shares = [1e-15, 1e-12, 3e-12, 1e-9, 1.7e-6, 1e-4]
    shares += (1..<120).map { Double($0) / 240.0 + 1e-5 }
    var worst = 0.0
    for share in shares {
      let low = distribution.quantile(share, complement: 1 - share)
      let high = distribution.quantile(1 - share, complement: share)
      worst = max(worst, abs(read(table, share, isUpper: false) - low))
      worst = max(worst, abs(read(table, share, isUpper: true) - high))
    }
    #expect(worst < 1e-9 * spread, "\(distribution): \(worst / spread)")
  }

  @Test("cells meet, from 2⁻⁵³ to a half")
  func cells() {
    #expect(QuantileGrid.cell(at: 0).start == 0x1p-53)
    for index in 1..<QuantileGrid.cellCount {
      let before = QuantileGrid.cell(at: index - 1)
      #expect(before.start + before.width == QuantileGrid.cell(at: index).start)
    }
    let last = QuantileGrid.cell(at: QuantileGrid.cellCount - 1)
    #expect(last.start + last.width == 0.5)
  }
}
