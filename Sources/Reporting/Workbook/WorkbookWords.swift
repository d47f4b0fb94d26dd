/// Every sentence that a workbook says.
enum WorkbookWords {
  static let shapesTheModel =
    "shapes the formulas: to change it, change the scenario and write the workbook anew"
  static let doesNotFollow = "does not follow changes: no spreadsheet function computes it"
  static let partOfFormulas = "a part that several formulas share"
  static let stressMoves = "What each stress does; amounts may be changed"
  static let howToUse = "Change a yellow cell on Inputs or Stresses, and everything follows."
  static let noChecks = "Not judged: the scenario states no checks"
  static let everyCheckHolds = "Every check holds"
  static func ofChecksFail(_ count: Int) -> String { " of \(count) checks fail" }
  static let costByComponent = "Where the month's cost goes"
  static let costByCase = "What a completed task costs in each case"
  static func sweepTitle(_ figure: String) -> String {
    "\(figure.capitalizedFirst) where more tasks escalate (downwards) and tools are slower (to the right)"
  }
  static let sweepStays =
    "Worked out when the workbook was written; these numbers do not follow changes."
  static let monthOfHours = "730 hours"
  static let blueMayChange = "stated by the scenario; may be changed here"
  static let blackFollows = "follows the inputs"
  static let greyStays = "does not follow, and is not to be changed here"
}
