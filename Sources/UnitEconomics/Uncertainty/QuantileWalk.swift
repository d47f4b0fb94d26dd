import Formulas

/// Where a distribution function was worked out, along a coordinate on which it is log-concave.
struct Waypoint {
  let place: Double
  let tails: Tails
  /// The derivative of the lower tail.
  let weight: Double
  /// The first and the second derivative of the logarithm of the weight.
  let tilt: Double
  let bend: Double
}

/// Solves tails(place) = p from a guess, or from where the last solution was.
///
/// The logarithm of the smaller tail, as a function of the place, is concave and in the far tail
/// almost straight. Its inverse is followed from the last waypoint by three terms of its Taylor
/// series, whose next term says whether another waypoint is needed: mostly one or two are.
struct QuantileWalk {
  private(set) var last: Waypoint?

  /// - Parameters:
  ///   - guess: where to begin, unless the walk has begun.
  ///   - waypoint: works out the tails at a place.
  mutating func solve(
    _ p: Double, complement: Double, guess: @autoclosure () -> Double,
    waypoint: (Double) -> Waypoint
  ) -> Double {
    var point: Waypoint
    if let last { point = last } else { point = waypoint(guess()) }
    for _ in 0..<100 {
      let step = Self.step(from: point, to: p, complement: complement)
      let place = point.place + step.length
      if step.error < 1e-16 || place == point.place {
        last = point
        return place
      }
      point = waypoint(place)
    }
    last = point
    return point.place
  }

  /// The way to where the tail is as asked, and how far off that may be.
  private static func step(
    from point: Waypoint, to p: Double, complement: Double
  ) -> (length: Double, error: Double) {
    let isLow = p <= complement
    let tail = isLow ? point.tails.lower : point.tails.upper
    // So far out that nothing is left of the tail: inwards.
    guard tail > 0, point.weight > 0 else { return (isLow ? 1 : -1, 1) }
    let s = Elementary.log((isLow ? p : complement) / tail)
    // h = ln tail, and its derivatives.
    let h1 = (isLow ? point.weight : -point.weight) / tail
    let slope = point.tilt - h1
    let h2 = h1 * slope
    let h3 = h2 * slope + h1 * (point.bend - h2)
    let newton = s / h1
    let second = -0.5 * h2 / h1 * newton
    let third = (3 * h2 * h2 - h1 * h3) / (6 * h1 * h1) * newton * newton
    let size = max(second * second, abs(third))
    guard size < 0.1 else {
      // Newton's step never goes too far inwards, as h is concave; outwards it would.
      return (second < 0 ? newton / (1 - second) : newton, 1)
    }
    // In the far tail h is straight, and bends only as e^place does: there the terms known here say
    // nothing of a long step, and little of a short one.
    let curved = size * size.squareRoot()
    let straight = abs(newton) * (abs(second * newton) + abs(third))
    let error = abs(newton) < 0.5 ? abs(newton) * max(curved, straight) : 1
    return (newton * (1 + second + third), error)
  }
}
