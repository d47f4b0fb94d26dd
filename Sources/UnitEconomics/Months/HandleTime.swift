import Formulas

/// How long so many cases take together, each exponential about the same mean, drawn.
///
/// The sum of n exponential times is gamma of shape n, in means. The time of draw *i* is a function of
/// seed, name, *i* and n; it is exact for every n: the logarithm of a uniform number for one case, and
/// for more Marsaglia and Tsang's rejection, whose numbers come from *i* and the number of the trial.
///
/// - Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000.
struct HandleTime: Sendable {
  private let seed: UInt64
  private let stream: UInt64

  init(name: String, seed: UInt64) {
    self.seed = seed
    stream = UncertainInput.stream(name)
  }

  /// The time of some cases, in mean handle times.
  ///
  /// - Parameter cases: a whole number; none take no time.
  func time(_ draw: Int, cases: Double) -> Double {
    guard cases > 0 else { return 0 }
    if cases == 1 { return -Elementary.log(shares(draw, trial: 0).0) }
    let size = cases - 1 / 3.0
    let spread = 1 / (9 * size).squareRoot()
    var trial: UInt64 = 0
    while true {
      let (first, second) = shares(draw, trial: trial)
      let normal = Elementary.normalQuantile(first, complement: 1 - first)
      let root = 1 + spread * normal
      let cube = root * root * root
      let square = normal * normal
      if root > 0 {
        // Nearly always so, and then no logarithm is needed.
        if second < 1 - 0.0331 * square * square { return size * cube }
        let bound = 0.5 * square + size * (1 - cube + Elementary.log(cube))
        if Elementary.log(second) < bound { return size * cube }
      }
      trial += 1
    }
  }

  /// Two uniform numbers, others for each trial.
  private func shares(_ draw: Int, trial: UInt64) -> (Double, Double) {
    let words = Philox.words(
      UInt64(draw), stream: stream &+ trial &* 0x9E37_79B9_7F4A_7C15, key: seed)
    return (Philox.share(words.0), Philox.share(words.1))
  }
}
