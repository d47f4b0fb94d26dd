/// A number as a spreadsheet shows it, with what stands around it: `1.200,50 $`, `1 200`, `-8,5 %`.
struct SpreadsheetNumber {
  let before: String
  let digits: String
  let behind: String

  /// What the digits come to.
  enum Reading: Equatable {
    /// The number with a decimal point and without groups; or as it was, for the reader of quantities
    /// to say what is wrong with it.
    case number(String)
    /// A comma where the comma is no decimal mark; what it means if it groups digits, where it may.
    case comma(grouped: String?)
    /// Points that may group digits or be a decimal one: what is meant either way.
    case twoMeanings(grouped: String, decimal: String)
  }

  /// Nil where the text has no digit.
  init?(_ text: String) {
    let characters = Array(text)
    guard var start = characters.firstIndex(where: Self.isDigit) else { return nil }
    var end = start
    while end < characters.count {
      let goesOn =
        Self.isDigit(characters[end]) || characters[end] == "." || characters[end] == ","
        || Self.gaps.contains(characters[end]) && end + 1 < characters.count
          && Self.isDigit(characters[end + 1])
      guard goesOn else { break }
      end += 1
    }
    if start > 0, characters[start - 1] == "," || characters[start - 1] == "." { start -= 1 }
    before = String(characters[..<start])
    digits = String(characters[start..<end])
    behind = String(characters[end...])
  }

  /// Blanks and apostrophes that stand between groups of three digits.
  private static let gaps: [Character] = [
    " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}",
  ]

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

  func reading(decimalComma: Bool) -> Reading {
    guard decimalComma else {
      guard digits.contains(",") else {
        return .number(number(splitAt: ".", whole: Self.gaps) ?? digits)
      }
      return .comma(grouped: number(splitAt: ".", whole: [","]))
    }
    guard !digits.contains(","), digits.contains("."),
      let grouped = number(splitAt: ",", whole: ["."])
    else { return .number(number(splitAt: ",", whole: Self.gaps + ["."]) ?? pointed) }
    // Two points cannot be decimal ones, and what has an exponent is written by a program.
    guard digits.count(where: { $0 == "." }) == 1, !hasExponent else {
      return .number(hasExponent ? digits : grouped)
    }
    let decimal = digits.withoutTrailingZeros.replacing(".", with: ",")
    return .twoMeanings(grouped: grouped, decimal: decimal)
  }

  /// A comma for a point, where nothing else says what the digits are.
  private var pointed: String {
    digits.contains(".") ? digits : digits.replacing(",", with: ".")
  }

  private var hasExponent: Bool {
    guard let first = behind.first, first == "e" || first == "E" else { return false }
    return behind.dropFirst().first.map { Self.isDigit($0) || $0 == "-" || $0 == "+" } ?? false
  }

  /// The digits with their groups put together and a decimal point; nil where they are not in groups
  /// of three, all parted by one and the same sign.
  private func number(splitAt mark: Character, whole signs: [Character]) -> String? {
    let parts = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.dropFirst().allSatisfy({ $0.allSatisfy(Self.isDigit) }) else {
      return nil
    }
    guard let sign = parts[0].first(where: { !Self.isDigit($0) }), signs.contains(sign) else {
      return nil
    }
    let groups = parts[0].split(separator: sign, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != "0",
      groups.allSatisfy({ $0.allSatisfy(Self.isDigit) }),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}
