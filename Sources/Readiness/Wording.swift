/// What is said of arguments that do not fit; never what they are.
enum Wording {
  static let notAllowed = "is not allowed"
  static let fitsNone = "fits none of what is allowed"
  static let fitsSeveral = "fits more than one of what excludes each other"
  static let notOneOf = "is none of the values that are allowed"
  static let tooSmall = "is smaller than allowed"
  static let tooGreat = "is greater than allowed"
  static func lacks(_ name: String) -> String { "lacks \(name)" }
  static func isNo(_ types: [String]) -> String { "is no \(types.joined(separator: " or "))" }
  static func tooFew(_ noun: String) -> String { "has fewer \(noun) than allowed" }
  static func tooMany(_ noun: String) -> String { "has more \(noun) than allowed" }
}
