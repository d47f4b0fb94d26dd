import Formulas

/// How hard each input pulls each check to its limit.
struct Pulls {
  /// For each check that has slopes: which part of its distance to the limit one full step of an
  /// input eats up; negative where it lies on the other side.
  private var parts: [[String: Double]] = []

  init(_ standpoint: Standpoint, _ checks: [Check]) {
    let values = standpoint.reading.values
    for check in checks {
      let reading = CheckReading(check, in: standpoint.reading)
      guard let distance = reading.distance, distance > 0,
        let slopes = values.graph.gradient(of: check.output, at: values, averagesSteps: true)
      else { continue }
      let side = check.side == .min ? -1.0 : 1
      var own: [String: Double] = [:]
      for input in standpoint.inputs {
        let slope = (standpoint.places[input.path] ?? []).reduce(0) { $0 + slopes[$1] }
        let part = side * slope * input.fullStep / distance
        if part.isFinite, part != 0 { own[input.path] = part }
      }
      if !own.isEmpty { parts.append(own) }
    }
  }

  /// The strongest pull of an input on any check, above 0 where rising is worse.
  func worst(_ path: String) -> Double {
    parts.compactMap { $0[path] }.max { abs($0) < abs($1) } ?? 0
  }

  /// The part that each input has in the shortest way to a limit, if slopes stayed as they are.
  ///
  /// The parts have length 1 together: the root of the sum of their squares.
  var nearest: [String: Double]? {
    let ways = parts.map { own in
      // In a fixed order, so that the sum is the same in every run.
      let squares = own.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
      return (norm: squares.squareRoot(), parts: own)
    }
    return ways.max { $0.norm < $1.norm }.map { way in way.parts.mapValues { $0 / way.norm } }
  }
}
