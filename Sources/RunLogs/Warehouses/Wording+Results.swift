// What is said of a result that cannot be taken.
extension Wording {
  static func lacks(_ column: ResultColumn) -> String {
    "it is a result of measure --sql without its column \(column.rawValue)"
  }
  static func impossible(_ line: Int) -> String {
    "line \(line): some part is more than what it is a part of"
  }
  static let tooMuch = "its sums are beyond what adds up"
  static func notInResult(_ flags: String) -> String {
    "it is a result of measure --sql, in which no single run or call is left: leave out \(flags)"
  }
  static func notToldApart(by asked: RunGroup, _ told: String?) -> String {
    let told = told.map { "it tells runs apart by \($0)" } ?? "it tells no runs apart"
    return
      "\(told), and not by \(asked.rawValue): ask for that with measure --sql … --by \(asked.rawValue)"
  }
  static let noTasks =
    "it does not say which runs are at one task: ask for that with measure --sql … --unit task"
  static func cell(_ line: Int, _ column: ResultColumn, _ text: String) -> String {
    "line \(line): \(column.rawValue) is \(text)"
  }
  static func cells(_ line: Int, _ found: Int, _ wanted: Int) -> String {
    "line \(line): there are \(found) fields, and the heading has \(wanted)"
  }
}
