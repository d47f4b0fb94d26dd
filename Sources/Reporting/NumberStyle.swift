/// What a number means to its reader, and so how it is shown to people.
///
/// | style | shows |
/// |---|---|
/// | `.money("USD")` | `$110,936` `$12.30` `$0.809` `$0.000570` |
/// | `.money("CHF", per: "task")` | `CHF 0.809 / task` |
/// | `.price("USD", per: "Mtok")` | `$3.00 / Mtok` `$0.30 / Mtok` `$0.002 / Mtok` |
/// | `.money("USD", digits: 2)` | `$1,241.00`, so that a column lines up |
/// | `.share` | `29.7%` `0.57%` |
/// | `.percentagePoints` | `1.2 pp` |
/// | `.count` | `138,000` |
/// | `.factor` | `1.15×` |
/// | `.quantity(digits: 4)` | `1.003` |
/// | `.quantity(unit: "Mtok")` | `2,871 Mtok` |
/// | `.seconds` | `35.5 s` |
/// | `.change(.share)` | `+1.2%` `-1.2%` |
///
/// Styles are for people: CSV and JSON carry the number itself, in full precision.
public enum NumberStyle: Hashable, Sendable {
  /// An amount in a currency, given as a code (`USD`) or a symbol (`$`), perhaps per unit of something.
  case money(String, per: String? = nil)
  /// An amount that somebody stated: like money, but without zeros that nobody wrote.
  case price(String, per: String? = nil)
  /// A part of one, shown as a percentage.
  case share
  /// A difference between two shares.
  case percentagePoints
  /// How many: whole, unless a small expected number would read as less than it is.
  case count
  /// A multiple: `1.15×`.
  case factor
  /// Any other quantity, to so many significant digits, perhaps with its unit.
  case quantity(digits: Int = 3, unit: String? = nil)
  case seconds
  /// The same style with a fixed number of digits after the point, so that a column lines up.
  indirect case fixed(NumberStyle, digits: Int)
  /// The same style for a difference, which says `+` as well as `-`.
  indirect case change(NumberStyle)

  /// Money with a fixed number of digits after the point.
  public static func money(_ currency: String, digits: Int) -> NumberStyle {
    .fixed(.money(currency), digits: digits)
  }

  /// A share with a fixed number of digits after the point.
  public static func share(digits: Int) -> NumberStyle { .fixed(.share, digits: digits) }
}
