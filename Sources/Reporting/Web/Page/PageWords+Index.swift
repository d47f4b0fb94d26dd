// What an index of several scenarios says.
extension PageWords {
  static func indexTitle(_ count: Int) -> String { "\(count) scenarios" }

  static func indexFinding(_ count: Int, failing: [String]) -> String {
    failing.isEmpty
      ? "Every check of all \(count) scenarios holds."
      : "\(failing.count) of \(count) scenarios fail a check: \(failing.joined(separator: ", "))."
  }

  static func thinnest(_ scenario: String, _ margin: String, _ place: String) -> String {
    "The thinnest gross margin is \(margin): \(scenario), \(place)."
  }

  /// The headings of the table, and whether numbers stand below.
  static let indexColumns: [(String, isNumber: Bool)] = [
    ("Scenario", false), ("Cost per completed task", true), ("By people", true), ("Plan", false),
    ("Gross margin", true), ("In the worst case", true), ("TSR", true), ("Escalation", true),
    ("Checks", false), ("Files", false),
  ]
  static let worstMargins = "Gross margin in the worst case of each scenario"

  static func madeBy(_ program: Program) -> String { "Made by \(program.name) \(program.version)." }
}
