import UnitEconomics

// What is said about distributions and correlations.
extension Wording {
  static func aboveValue(_ path: String, _ low: String, _ value: String) -> String {
    "low of \(path) is \(low), above its value \(value)"
  }
  static func belowValue(_ path: String, _ high: String, _ value: String) -> String {
    "high of \(path) is \(high), below its value \(value)"
  }
  static func noFamily(_ path: String) -> String {
    "the distribution of \(path) names no family"
  }
  static func manyFamilies(_ path: String, _ families: [String]) -> String {
    "the distribution of \(path) names \(families.joined(separator: " and ")), and it can be one only"
  }
  static func noParameter(_ path: String, _ keys: [String]) -> String {
    "\(path) has no \(keys.joined(separator: " and no "))"
  }
  static func parameters(_ keys: [String]) -> String {
    "its parameters are \(keys.joined(separator: ", "))"
  }
  static func shapesTheModel(_ path: String) -> String {
    "\(path) decides how many terms the model has, and cannot be uncertain"
  }
  static func leavesDomain(
    _ path: String, isAbove: Bool, _ limit: String, chance: Double
  ) -> String {
    let percent = (chance * 10_000).rounded() / 100
    let often = chance < 1e-4 ? "less than 0.01 %" : "\(percent) %"
    return "\(path) would be \(isAbove ? "above" : "below") \(limit) in \(often) of draws"
  }
  static func truncate(isAbove: Bool, _ limit: String) -> String {
    let end = isAbove ? "high" : "low"
    return "cut it off there with truncate: { \(end): \"\(limit)\" }, or state another shape"
  }
  static func valueNotDrawn(
    _ path: String, _ value: String, isAbove: Bool, _ limit: String
  ) -> String {
    "\(path) is \(value), and its distribution has nothing \(isAbove ? "above" : "below") \(limit)"
  }
  static func columnWithoutUnit(_ column: String, _ path: String) -> String {
    "the numbers in column \"\(short(column))\" need the unit of \(path), and none is stated"
  }
  static func noColumn(_ name: String, _ file: String) -> String {
    "\(file) has no column \"\(short(name))\""
  }
  static func notInColumn(_ text: String, _ column: String, row: Int, _ file: String) -> String {
    "\"\(short(text))\" in row \(row), column \"\(short(column))\" of \(file) is not a number"
  }
  static let correlationKey = "a correlation is between two inputs"
  static func correlationOutside(_ stated: String) -> String {
    "the correlation is \(stated), and one lies between -1 and 1"
  }
  static let writeCorrelation = "write \"humanReview.rate & humanReview.handleTime.*\": 0.5"
  static func correlatesCertain(_ path: String) -> String {
    "\(short(path)) is certain, and what does not vary has no correlation"
  }
  static let stateDistribution =
    "state low and high, or a distribution, where the input stands"
  static func correlatedTwice(_ first: String, _ second: String) -> String {
    "\(first) and \(second) have two correlations"
  }
  static let impossibleCorrelations = "no numbers have all these correlations at once"
  static let nearestCorrelations = "the nearest that are possible together:"
  static func problem(_ path: String, _ problem: Distribution.Problem) -> String {
    "the distribution of \(path) cannot be: \(words(problem))"
  }
  private static func words(_ problem: Distribution.Problem) -> String {
    switch problem {
    case .notFinite: "a parameter is not a finite number"
    case .lowAboveHigh: "its low is above its high"
    case .modeOutsideBounds: "its mode is outside its low and high"
    case .negativeDeviation: "its spread is negative"
    case .medianNotPositive: "the median of a lognormal must be above 0"
    case .shapeNotPositive: "its shape must be above 0"
    case .scaleNotPositive: "its scale must be above 0"
    case .negativeMean: "the mean of a Poisson cannot be negative"
    case .noTrials: "a rate needs trials"
    case .successesOutsideTrials: "its successes do not lie between 0 and its trials"
    case .noValues: "it has no values"
    case .unmatchedWeights: "its weights are not as many as its values"
    case .negativeWeight: "a weight is negative"
    case .noWeight: "all weights are 0"
    case .truncationLowAboveHigh: "what is left after truncate has its low above its high"
    case .truncationLeavesNothing: "truncate leaves nothing of it"
    }
  }
}
