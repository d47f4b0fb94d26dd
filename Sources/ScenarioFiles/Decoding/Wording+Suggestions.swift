// What is suggested where something is not there, or not as it was typed.
extension Wording {
  static func noSuchInput(_ path: String) -> String { "there is no input \(short(path))" }
  static func takeAwayToo(
    _ file: String, _ path: String, _ section: String, _ name: String
  ) -> String {
    let key = JSON5.key(name, quoted: "\"\(short(name))\"")
    return "\(file) takes \(short(path)) away; take this away too: \(section): { \(key): null }"
  }
  static let seeInputs = "explain FILE lists every input by its path"
  static let shellTakesDollar =
    "a shell takes $ and the digit behind it for itself: put single quotes around it"
}
