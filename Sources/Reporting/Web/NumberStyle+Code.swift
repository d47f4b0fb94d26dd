extension NumberStyle {
  /// The style as the script of a page is told of it: `money`, `share:1`, `+share`, `quantity:3:min`.
  ///
  /// The currency is the page's own, and said once.
  var code: String {
    switch self {
    case .money(_, let unit): "money::" + (unit ?? "")
    case .price(_, let unit): "price::" + (unit ?? "")
    case .share: "share"
    case .percentagePoints: "pp"
    case .count: "count"
    case .factor: "factor"
    case .quantity(let digits, let unit): "quantity:\(digits):" + (unit ?? "")
    case .seconds: "seconds"
    case .fixed(let style, let digits):
      style.code.split(separator: ":").first.map { "\($0):\(digits)" } ?? ""
    case .change(let style): "+" + style.code
    }
  }
}
