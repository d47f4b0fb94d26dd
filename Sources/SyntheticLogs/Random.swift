#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers that look like chance and are the same in every run (SplitMix64).
struct Random {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to just under 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// - Source: Box and Muller, "A note on the generation of random normal deviates", 1958.
  mutating func lognormal(median: Double, p95: Double) -> Double {
    let sigma = log(max(1, p95 / median)) / 1.6448536269514722
    let radius = (-2 * log(1 - share())).squareRoot()
    return median * exp(sigma * radius * cos(2 * Double.pi * share()))
  }
}
