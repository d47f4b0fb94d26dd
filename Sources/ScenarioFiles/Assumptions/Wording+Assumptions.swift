/// What is wrong with a CSV of assumptions.
extension Wording {
  static func assumptionsEmpty(_ file: String) -> String { "\(file) has no rows" }
  static func assumptionsNotUTF8(_ file: String) -> String { "\(file) is not CSV in UTF-8" }
  static let saveAsUTF8 = "save it as \"CSV UTF-8\""
  static let assumptionsHead =
    "its first row names the columns: path,value,unit,low,high,source,note"
  static func assumptionsLack(_ column: String) -> String {
    "no column is named \"\(column)\""
  }
  static let rowWithoutPath = "a row names its input in the column path, and this one does not"
  static func rowWithoutValue(_ path: String) -> String {
    "\(short(path)) has no value in its row"
  }
  static func assumedTwice(_ path: String) -> String {
    "\(short(path)) stands in a row above already"
  }
  static func commaInNumber(_ text: String) -> String {
    "\"\(short(text))\" has a comma, and numbers have a decimal point"
  }
  static func commaInNumbers(_ count: Int) -> String {
    "\(grouped(count)) numbers have a comma, this one first, and numbers have a decimal point"
  }
  static let sayDecimalComma = "where the comma is the decimal mark, say --decimal ,"
  static func writeUngrouped(_ text: String, _ number: String) -> String {
    "if \(short(text)) has its digits in groups, write \(short(number)); \(sayDecimalComma)"
  }
  static func pointInNumber(_ text: String, _ grouped: String, _ decimal: String) -> String {
    "\(short(text)) may be \(short(grouped)) or \(short(decimal))"
  }
  static func writeOneOf(_ grouped: String, _ decimal: String) -> String {
    "write \(short(grouped)) or \(short(decimal)): "
      + "with --decimal , a point before three digits can be either"
  }
}
