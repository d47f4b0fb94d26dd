// What is said of logs of runs.
extension Wording {
  static let noLog = "measure needs a log of runs"
  static let billOnlyNeedsBill = "--bill-only says more about --bill"
  static let matchNeedsInto = "--match says more about --into or --scenario"
  static let beforeAndAfter =
    "a release is compared with --before LOG --after LOG, and no other log"
  static let scenarioNeedsRelease = "--scenario says more about --before and --after"
  static let oneAnswer = "--into writes one log's figures; leave out --before and --after"
  static let intoNeedsLog = "--into needs a log of runs"
  static let overlayIsJSON5 = "what is measured into a scenario is written as json5"
  static func wouldReplace(_ file: String) -> String {
    "\(file) is the scenario itself; write what was measured beside it"
  }
  static func noMatch(_ path: String, _ file: String) -> String {
    "\(file) has no \(path)"
  }
  static func foreignBill(_ found: String, _ wanted: String) -> String {
    "the bill is in \(found), and runs are in \(wanted): they are not added; measure the bill alone"
  }
  static func noColumn(_ name: String) -> String {
    "there is no column \(name); measure --columns lists them"
  }
  static func badLine(_ file: String, _ line: Int, _ column: Int, _ problem: String) -> String {
    "\(file):\(line):\(column): \(problem)"
  }
  static func stands(_ excerpt: String) -> String { "there stands \(excerpt)" }
}
