import Formulas
import UnitEconomics

/// Quantities outside a file: what someone types as a target or an end of a range.
public enum QuantityText {
  /// The value of a quantity in a unit: "70%", "$1.20", "0.9 USD / task".
  ///
  /// - Parameter name: what the quantity is of, for the message.
  public static func value(
    _ text: String, of name: String, in unit: Unit, currency: String
  ) -> Result<Double, FileProblem> {
    var sources = SourceMap()
    let bytes = Array(text.utf8)
    let file = sources.add(name: name, bytes: bytes)
    let decoding = Decoding(sources, root: nil, isPartial: false)
    decoding.currency = currency
    let span = Span(file: Int32(file), start: 0, end: Int32(bytes.count))
    let value: JSONValue = Double(text).map { .number(JSONNumber($0)) } ?? .string(text)
    let node = JSONNode(span: span, value: value)
    let amount = decoding.amount(node, name, unit.inHomeMoney, .any)
    if let amount, amount.currency ?? currency == currency { return .success(amount.value) }
    let found =
      decoding.findings.first
      ?? .error(Wording.mixedCurrencies(name, currency, amount?.currency ?? ""))
    return .failure(
      FileProblem(
        diagnostic: Diagnostic(severity: .error, message: found.message, help: found.help)))
  }

  /// A part of one: "0.1%", "0.001"; nil for anything else.
  public static func share(_ text: String) -> Double? {
    try? value(text, of: "share", in: .share, currency: "USD").get()
  }

  /// A quantity of a unit as somebody would write it: `$38 / h`, `8%`.
  public static func example(of unit: Unit, currency: String) -> String {
    unit.example(currency: currency)
  }

  /// A value as it can be written back, to the last digit.
  ///
  ///     QuantityText.text(0.9, in: .money / .task, currency: "USD")   // "0.9 USD / task"
  public static func text(_ value: Double, in unit: Unit, currency: String) -> String {
    let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    let text = unit.inHomeMoney.text(currency: currency)
    let isBare = text.isEmpty || unit == .share || text.hasPrefix("1 /")
    return isBare ? number : "\(number) \(text)"
  }
}
