import Formulas

/// ln Γ and what Stirling's formula leaves out of it.
///
/// The same bits on every machine: it rests on `Elementary` and not on the C library.
public enum GammaFunction {
  /// The logarithm of Γ of a number above 0.
  ///
  ///     GammaFunction.logarithm(0.5)   // ln √π = 0.5723649429247001
  ///
  /// - Errors, measured: 1e-15 relative, next to the zeros at 1 and 2 as well.
  /// - Edge cases: infinite at 0, not a number below.
  /// - Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.1.33 and 6.1.41.
  public static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    if x >= 10 {
      return (x - 0.5) * Elementary.log(x) - x + halfLogOfTwoPi + stirlingSeries(x)
    }
    if x < 0.5 { return aroundTwo(x) - Elementary.log(x) - logOfOnePlus(x) }
    if x < 1.5 { return aroundTwo(x - 1) - logOfOnePlus(x - 1) }
    var (rest, product) = (x, 1.0)
    while rest > 2.5 {
      rest -= 1
      product *= rest
    }
    return aroundTwo(rest - 2) + (product == 1 ? 0 : Elementary.log(product))
  }

  /// ln Γ(x + 1) less Stirling's formula for it.
  ///
  ///     δ(x) = ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π
  ///
  /// Below 10 it comes from δ(x + 1) and their difference, Gudermann's series
  /// Σ sᵏ⁺ᵏ/(2k + 1) with s = 1/(2x + 1), whose terms are all positive, so that no digit is lost.
  ///
  ///     GammaFunction.stirlingError(1)   // 1 − ½ ln 2π = 0.08106146679532726
  static func stirlingError(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    var (place, sum) = (x, 0.0)
    while place < 10 {
      sum += place < 1 ? (place + 0.5) * Elementary.log(1 + 1 / place) - 1 : gudermann(place)
      place += 1
    }
    return sum + stirlingSeries(place)
  }

  /// Σ B₂ₖ/(2k(2k − 1)x²ᵏ⁻¹), right to 3e-17 from 10 on.
  private static func stirlingSeries(_ x: Double) -> Double {
    let r = 1 / (x * x)
    var sum = 1 / 156.0
    sum = sum * r - 691 / 360_360.0
    sum = sum * r + 1 / 1188.0
    sum = sum * r - 1 / 1680.0
    sum = sum * r + 1 / 1260.0
    sum = sum * r - 1 / 360.0
    sum = sum * r + 1 / 12.0
    return sum / x
  }

  /// δ(x) − δ(x + 1) for x from 1 on.
  private static func gudermann(_ x: Double) -> Double {
    let s = 1 / (2 * x + 1)
    var (power, sum, divisor) = (s * s, 0.0, 3.0)
    while power > sum * 1e-18 {
      sum += power / divisor
      power *= s * s
      divisor += 2
    }
    return sum
  }

  /// ln Γ(2 + z) for z between −½ and ½: z(1 − γ) + Σ (−1)ᵏ (ζ(k) − 1) zᵏ/k.
  private static func aroundTwo(_ z: Double) -> Double {
    var sum = 0.0
    for term in zetaTerms.reversed() { sum = (sum + term) * z }
    return z * (0.42278433509846713939 + sum)
  }

  private static let halfLogOfTwoPi = 0.91893853320467274178

  /// (−1)ᵏ (ζ(k) − 1)/k for k from 2 to 27.
  private static let zetaTerms: [Double] = [
    0.32246703342411321824, -0.067352301053198095133, 0.020580808427784547879,
    -0.0073855510286739852663, 0.0028905103307415232858, -0.0011927539117032609771,
    5.0966952474304242234e-4, -2.2315475845357937976e-4, 9.9457512781808533715e-5,
    -4.49262367381331417e-5, 2.0507212775670691553e-5, -9.439488275268395904e-6,
    4.3748667899074878042e-6, -2.0392157538013662368e-6, 9.5514121304074198329e-7,
    -4.4924691987645660433e-7, 2.1207184805554665869e-7, -1.0043224823968099609e-7,
    4.7698101693639805658e-8, -2.271109460894316491e-8, 1.0838659214896954091e-8,
    -5.1834750419700466551e-9, 2.4836745438024783172e-9, -1.1921401405860912074e-9,
    5.7313672416788620133e-10, -2.7595228851242331452e-10,
  ]
}

/// ln(1 + z), without the loss of digits where z is small.
func logOfOnePlus(_ z: Double) -> Double {
  let sum = 1 + z
  // What rounding took from 1 + z, put back.
  return sum == 1 ? z : Elementary.log(sum) * (z / (sum - 1))
}

/// x ln(x/m) + m − x, without the loss of digits where x is close to m.
///
/// - Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
@inline(__always)
func deviance(_ x: Double, _ mean: Double) -> Double {
  let distance = x - mean
  guard abs(distance) < 0.1 * (x + mean) else { return x * Elementary.log(x / mean) - distance }
  let v = distance / (x + mean)
  let v2 = v * v
  var sum = 1 / 17.0
  sum = sum * v2 + 1 / 15.0
  sum = sum * v2 + 1 / 13.0
  sum = sum * v2 + 1 / 11.0
  sum = sum * v2 + 1 / 9.0
  sum = sum * v2 + 1 / 7.0
  sum = sum * v2 + 1 / 5.0
  sum = sum * v2 + 1 / 3.0
  return v * (distance + 2 * x * v2 * sum)
}
