/// What is said of checklists, and of what a scenario states of its readiness.
extension Wording {
  static let shippedChecklist = "the shipped checklist"
  static let checklistIsObject = "a checklist is an object in braces, and this is not one"
  static let unknownChecklist =
    "this program reads version 1 of checklists, and this is another"
  static let noItems = "the checklist has no item"
  static func expectedTruth(_ path: String) -> String { "\(path) is true or false, without quotes" }
  static func expectedTerm(_ path: String) -> String {
    "\(path) is a length of time, such as \"30 days\", \"6 months\" or \"1 year\""
  }
  static func expectedDay(_ path: String) -> String {
    "\(path) is a day, such as \"2026-11-22\""
  }
  static func twoLimits(_ path: String) -> String { "\(path) has two limits, and needs one" }
  static func noSuchItem(_ path: String) -> String {
    "the checklist has no item \(short(path))"
  }
  static let seeItems = "readiness --items lists every item"
  static func emptyEvidence(_ path: String) -> String {
    "\(path) says nothing: neither a day nor why it does not apply"
  }
  static let evidenceExample =
    "write { by: \"Name\", on: \"2026-11-22\", link: \"https://…\" }, or { planned: \"2027-03-01\" }"
  static func notResults(_ path: String, _ columns: [String]) -> String {
    "\(short(path)) holds no results of evaluations: it has no column \(columns.joined(separator: ", "))"
  }
  static func badResult(_ text: String, _ column: String, row: Int, _ path: String) -> String {
    "\(short(path)), row \(row): \(column) cannot be \"\(short(text))\""
  }
  static let resultColumns =
    "columns are case, kind (workflow, edge, policy or shadow), version, on (a day) and passed (true or false)"
  static func badSchema(_ path: String, _ words: String) -> String {
    "\(short(path)) is no JSON Schema: \(words)"
  }
  static let schemaIsObject = "a schema is an object or a truth value"
  static func unjudgedKeywords(_ path: String, _ words: [String]) -> String {
    "\(short(path)): \(words.joined(separator: ", ")) \(words.count == 1 ? "is" : "are") not judged"
  }
  static func approvalWithoutRisk(_ path: String) -> String {
    "\(path) asks for approval of a tool whose risk is not stated"
  }
  static let stateRisk = "write risk: \"moneyMovement\", or what else can go wrong"
}
