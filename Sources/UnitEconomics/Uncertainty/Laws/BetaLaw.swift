/// A beta between two bounds.
///
///     mean = low + width · α/(α + β),   variance = width² αβ/((α + β)²(α + β + 1))
struct BetaLaw: Law {
  let low: Double
  let high: Double
  private let function: IncompleteBeta

  init(_ alpha: Double, _ beta: Double, low: Double, high: Double) {
    self.low = low
    self.high = high
    function = IncompleteBeta(alpha, beta)
  }

  func quantile(_ p: Double, complement: Double) -> Double {
    scaled(function.quantile(p, complement: complement))
  }

  func quantiles(at points: [(p: Double, complement: Double)]) -> [Double] {
    var walk = QuantileWalk()
    return points.map {
      scaled(function.quantile($0.p, complement: $0.complement, walk: &walk))
    }
  }

  /// Counted from the nearer bound, so that what is close to it keeps its digits.
  private func scaled(_ share: (value: Double, complement: Double)) -> Double {
    share.value < 0.5 ? low + (high - low) * share.value : high - (high - low) * share.complement
  }

  func tails(at x: Double) -> Tails {
    function.tails(at: (x - low) / (high - low), complement: (high - x) / (high - low))
  }

  var moments: Moments {
    let (a, b, width) = (function.a, function.b, high - low)
    let (left, right) = (a / (a + b), b / (a + b))
    return Moments(
      mean: left < 0.5 ? low + width * left : high - width * right,
      variance: width * width * left * right / (a + b + 1))
  }

  var support: ClosedRange<Double> { low...high }
}

/// A gamma: mean shape · scale, variance shape · scale².
struct GammaLaw: Law {
  private let scale: Double
  private let function: IncompleteGamma

  init(shape: Double, scale: Double) {
    self.scale = scale
    function = IncompleteGamma(shape: shape)
  }

  func quantile(_ p: Double, complement: Double) -> Double {
    scale * function.quantile(p, complement: complement)
  }

  func quantiles(at points: [(p: Double, complement: Double)]) -> [Double] {
    var walk = QuantileWalk()
    return points.map {
      scale * function.quantile($0.p, complement: $0.complement, walk: &walk)
    }
  }

  func tails(at x: Double) -> Tails { function.tails(at: x / scale) }

  var moments: Moments {
    Moments(mean: function.shape * scale, variance: function.shape * scale * scale)
  }

  var support: ClosedRange<Double> { 0 ... .infinity }
}
