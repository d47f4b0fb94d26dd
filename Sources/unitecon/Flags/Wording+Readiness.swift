// What is said of readiness.
extension Wording {
  static let noDay = "readiness needs the day on which it is judged: --on 2026-11-22"
  static func notADay(_ text: String) -> String {
    "--on is a day such as 2026-11-22, and \"\(text)\" is none"
  }
  static let itemsAlone = "--items lists a checklist, and takes no file but that of --checklist"
  static func needsOn(_ flag: Flag) -> String { "--\(flag.name) says more about --on" }
  static func onlyWithLogs(_ flag: Flag) -> String { "--\(flag.name) says more about a log" }
}
