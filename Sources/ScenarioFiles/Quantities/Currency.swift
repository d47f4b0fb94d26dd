/// How money is written.
enum Currency {
  /// The code that a symbol stands for; a dollar sign means the scenario's own dollars.
  static func code(ofSymbol symbol: Character, home: String) -> String? {
    switch symbol {
    case "$": home.hasSuffix("D") ? home : "USD"
    case "€": "EUR"
    case "£": "GBP"
    case "¥": home == "CNY" ? home : "JPY"
    case "₹": "INR"
    default: nil
    }
  }

  /// Whether a word could be a currency's code: three capital letters.
  static func isCode(_ word: some StringProtocol) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// How people write an amount of a currency.
  static func symbol(ofCode code: String) -> String {
    switch code {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    case "JPY": "¥"
    case "INR": "₹"
    default: "\(code) "
    }
  }
}
