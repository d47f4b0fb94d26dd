// What is said of folders that reports go to.
extension Wording {
  static func allIsEveryForm(_ flag: Flag) -> String {
    "--all writes every form, and --\(flag.name) asks for one"
  }
  static func needsText(_ flag: Flag) -> String {
    "--\(flag.name) adds to one report in words: write one with -o comment.md"
  }
  static let needsFolder = "--all writes a folder, and - is standard output"
  static func noScenarios(_ folder: String) -> String {
    "there is no .json5 file in \(folder)"
  }
  static func sameFolder(_ name: String) -> String {
    "two scenarios would be written to the same folder, \(name)"
  }
  static func noRuns(_ logs: [String]) -> String {
    "no run is in \(logs.joined(separator: ", "))"
  }
  static func cannotRead(_ path: String, _ reason: String) -> String {
    "cannot read \(path): \(reason)"
  }
}
