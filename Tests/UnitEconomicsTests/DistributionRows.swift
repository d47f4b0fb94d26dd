import Testing
import UnitEconomics

/// A distribution and what is known of it.
struct DistributionRow: CustomTestStringConvertible {
  let family: Distribution.Family
  let mean: Double
  let variance: Double
  /// At 1e-12, 5 %, a half, 95 % and 1 − 1e-12.
  let quantiles: [Double]

  var testDescription: String { "\(family)" }

  init(_ family: Distribution.Family, _ mean: Double, _ variance: Double, _ quantiles: Double...) {
    self.family = family
    self.mean = mean
    self.variance = variance
    self.quantiles = quantiles
  }

  static let probabilities: [(p: Double, complement: Double)] = [
    (1e-12, 1), (0.05, 0.95), (0.5, 0.5), (0.95, 0.05), (1, 1e-12),
  ]

  /// Every row's source: 40-digit arithmetic.
  static let all: [DistributionRow] = bounded + shares + unbounded

  private static let bounded: [DistributionRow] = [
    DistributionRow(
      .pert(low: 3, mode: 7, high: 18), 8.1666666666666667, 7.2579365079365079,
      3.0000076105366838, 4.240003690954011, 7.8930276616824162, 13.035020415516891,
      17.991293764697858),
    DistributionRow(
      .pert(low: 0, mode: 2, high: 10), 3, 3, 6.2685148823811598e-7, 0.58977387611817245,
      2.7667225939251884, 6.2127672401619032, 9.9899826918515772),
    DistributionRow(
      .pert(low: 10, mode: 30, high: 90), 36.666666666666667, 203.17460317460317,
      10.000025298229281, 16.115231312986311, 35.104813636455795, 62.592665440091096,
      89.946493616832728),
    DistributionRow(
      .pert(low: 1, mode: 1, high: 5), 1.6666666666666667, 0.31746031746031746, 1.0000000000008,
      1.040824873252046, 1.5177977468155034, 2.8028789133877645, 4.9840757131778601),
    DistributionRow(
      .pert(low: 3, mode: 6, high: 14), 6.8333333333333333, 3.9246031746031746,
      3.0000065809447039, 3.9347786524715591, 6.6378008851017348, 10.404799875708164,
      13.993942080504572),
    DistributionRow(
      .triangular(low: 0.4, mode: 0.9, high: 1.8), 1.0333333333333334, 0.083888888888888892,
      0.40000083666002656, 0.5870828693386971, 1.0062746066806229, 1.5490019920397774,
      1.799998877502784),
    DistributionRow(
      .uniform(low: 2, high: 6), 4, 4 / 3.0, 2.000000000004, 2.2, 4, 5.8, 5.999999999996),
  ]

  private static let shares: [DistributionRow] = [
    DistributionRow(
      .beta(alpha: 8, beta: 92), 0.08, 0.00072871287128712871, 0.0012628647305403332,
      0.040843787478896017, 0.077205882746128189, 0.12870460304827244, 0.38328688394201428),
    DistributionRow(
      .beta(alpha: 14, beta: 6), 0.7, 0.01, 0.073013581365028335, 0.52420288957858984,
      0.70677982005633544, 0.85253043444075897, 0.99816952586268247),
    DistributionRow(
      .beta(alpha: 88, beta: 12), 0.88, 0.0010455445544554455, 0.55840985526556989,
      0.82279166316248027, 0.88253476220801416, 0.92854794705881146, 0.99411180837549025),
    DistributionRow(
      .beta(alpha: 2, beta: 48), 0.04, 0.00075294117647058824, 2.9160605497994194e-8,
      0.0073006964718499111, 0.034015954167890485, 0.093192471434201213, 0.4735615523001877),
    DistributionRow(
      .beta(alpha: 0.5, beta: 0.5), 0.5, 0.125, 2.4674011002723396e-24, 0.0061558297024311376,
      0.5, 0.99384417029756886, 1),
    DistributionRow(
      .beta(alpha: 8, beta: 92, low: -100, high: 300), -68, 116.59405940594059,
      -99.494854107783867, -83.662485008441593, -69.117646901548724, -48.518158780691023,
      53.314753576805711),
    DistributionRow(
      .successes(88, trials: 100), 0.87623762376237624, 0.0010631887300553002,
      0.55513972876306058, 0.81865113344730004, 0.87872282130914961, 0.92533330265053542,
      0.99334018685032152),
    DistributionRow(
      .successes(0, trials: 40), 0.012195121951219512, 0.00028681907028129515,
      1.9512621494687749e-26, 4.8844323351987495e-5, 0.0056353202851760913,
      0.046597283133328139, 0.46814604278093326),
  ]

  private static let unbounded: [DistributionRow] = [
    DistributionRow(
      .normal(mean: 100, standardDeviation: 15), 100, 225, -5.51725737951697898,
      75.327195595727909, 100, 124.67280440427209, 205.51725737951697),
    DistributionRow(
      .lognormal(median: 1800, sigma: 0.35), 1913.696409841382, 477259.10574403674,
      153.46501182138593, 1012.1612493442286, 1800, 3201.0709776719577, 21112.304111186949),
    DistributionRow(
      .lognormal(median: 2, sigma: 1.2), 4.1088664212877753, 54.374309450462569,
      0.00043150415866143175, 0.2778490851732639, 2, 14.396304373309849, 9269.899072139635),
    DistributionRow(
      .gamma(shape: 0.5, scale: 1), 0.5, 0.5, 7.8539816339744828e-25, 0.0019660700000097616,
      0.22746821155978638, 1.9207294103470629, 25.422063955909078),
    DistributionRow(
      .gamma(shape: 2.5, scale: 2), 5, 10, 5.1246434968305358e-5, 1.1454762260617693,
      4.3514601910955274, 11.070497693516354, 65.238636213367844),
    DistributionRow(
      .gamma(mean: 144, standardDeviation: 12), 144, 144, 74.986618315928907,
      124.84640015362364, 143.66680418886772, 164.2902006681201, 245.20480937761303),
    DistributionRow(.poisson(mean: 0.3), 0.3, 0.3, 0, 0, 0, 1, 10),
    DistributionRow(.poisson(mean: 2.5), 2.5, 2.5, 0, 0, 2, 5, 20),
    DistributionRow(.poisson(mean: 40), 40, 40, 5, 30, 40, 51, 92),
    DistributionRow(.poisson(mean: 1000), 1000, 1000, 786, 948, 1000, 1052, 1230),
    // By hand.
    DistributionRow(
      .discrete(values: [3, 1, 2, 9], weights: [1, 2, 1, 0]), 1.75, 0.6875, 1, 1, 1, 3, 3),
    DistributionRow(.empirical([4, 8, 8, 2]), 5.5, 6.75, 2, 2, 4, 8, 8),
  ]
}
