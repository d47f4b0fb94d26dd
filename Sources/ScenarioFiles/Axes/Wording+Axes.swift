// What is said about the axes of a sweep.
extension Wording {
  static let axisNeedsEquals = "an axis is a path, =, and a range or a list of values"
  static let axisExample = "write --axis 'tools.*.latency.*=×1..×5:13'"
  static let onePosition = "an axis has at least two positions, and this is one"
  static let writeAxisRange = "write LOW..HIGH, or a list with commas; --set makes one value hold"
  static func badCount(_ text: String) -> String {
    "an axis has from 2 to \(grouped(AxisText.mostPositions)) positions, "
      + "and their number cannot be \"\(short(text))\""
  }
  static let countExample = "write ×1..×4:13, and :13 log for equal factors between positions"
  static let emptyAxis = "the range ends where it begins"
  static let oneValueIsSet = "for one value, write --set"
  static let logFromZero = "equal factors lead from one number above 0 to another, and this is not"
  static let leaveLogOut = "leave log out for equal steps, or begin and end above 0"
  static let unorderedList = "the values of an axis rise or fall throughout, and these do not"
  static let unlikeValues =
    "the values of an axis are all factors, all added amounts or all values of the input itself"
  static func writtenAlike(_ sign: String) -> String {
    sign == "=" ? "the first has no sign: write this without one" : "write \(sign) before this too"
  }
  static func wholeNeedsValues(_ path: String) -> String {
    "\(path) takes whole numbers, and is moved from value to value only"
  }
  static let wholeExample = "write its values, such as 1..4"
  static func unevenSteps(_ path: String, _ count: Int) -> String {
    "\(path) takes whole numbers, "
      + "and \(grouped(count)) positions in even steps do not fall on them"
  }
  static let everyWholeNumber =
    "leave the count out for every whole number from one end to the other"
  static let noUnit = "no unit"
  static func unlikeUnits(
    _ path: String, _ unit: String, _ other: String, _ otherUnit: String
  ) -> String {
    "\(path) is in \(unit) and \(other) in \(otherUnit), so no value is meant for both"
  }
  static let useFactors = "use factors, such as ×1..×2, or a narrower pattern"
  static func unlikeCounts(_ count: Int, _ other: Int) -> String {
    "patterns that are joined by & move together, "
      + "and these have \(grouped(count)) and \(grouped(other)) positions"
  }
  static let oneCount = "give each the same count, or only one of them"
  static func movesTwice(_ path: String) -> String {
    "\(path) is moved a second time, and an input moves once only"
  }
}
