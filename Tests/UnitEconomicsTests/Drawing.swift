import Formulas

@testable import UnitEconomics

/// Uncertain inputs without a model, for tests that draw them.
enum Drawing {
  static func input(
    _ path: String, _ distribution: Distribution, scale: Double = 1, shift: Double = 0
  ) -> UncertainInput {
    var uncertainty = Uncertainty(distribution)
    uncertainty.scale = scale
    uncertainty.shift = shift
    return UncertainInput(
      input: Input(path, path, 0, .one, in: .any), uncertainty: uncertainty, places: [])
  }

  /// Inputs named a, b, c … ready to be drawn.
  static func inputs(
    _ distributions: [Distribution], correlations: [Correlation] = [], seed: UInt64 = 1,
    sampling: Sampling = .random, replicateBits: Int = 0
  ) -> DrawnInputs {
    let names = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let inputs = zip(names, distributions).map { input($0, $1) }
    return DrawnInputs(
      inputs, mixture: Correlation.mixture(correlations, of: inputs.map(\.input.path)),
      seed: seed, sampling: sampling, replicateBits: replicateBits)
  }
}

extension DrawnInputs {
  func draws(_ index: Int, _ range: Range<Int>, on engine: BlockEngine = .portable) -> [Double] {
    [Double](unsafeUninitializedCapacity: range.count) { buffer, count in
      draw(index, UInt64(range.lowerBound), range.count, to: buffer.baseAddress!, on: engine)
      count = range.count
    }
  }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }

  /// The mean of a power of what lies between each number and the mean.
  func moment(_ power: Int) -> Double {
    let mean = mean
    return map { value in (0..<power).reduce(1.0) { product, _ in product * (value - mean) } }.mean
  }
}
