import Formulas
import UnitEconomics

// The parameters of a distribution.
extension ObjectReader {
  /// A value of the input; nil where it is absent or cannot be one.
  func amount(_ key: String, _ input: DistributionReader) -> Double? {
    quantity(key, "a value of the input", input.unit, impliesMonth: input.impliesMonth) {
      value($0, path(key), input)
    }
  }

  /// A value in the unit and the currency of the input.
  private func value(_ node: JSONNode, _ name: String, _ input: DistributionReader) -> Double? {
    let amount = decoding.amount(
      node, name, input.unit, .any, impliesMonth: input.impliesMonth)
    if let own = input.currency, let other = amount?.currency, other != own,
      !decoding.isCurrencyUnknown
    {
      decoding.report(.error(Wording.mixedCurrencies(input.path, own, other), at: node.span))
      return nil
    }
    return amount?.value
  }

  /// A number without a unit; nil where it is absent or none.
  func number(
    _ key: String, _ input: DistributionReader, in domain: Domain = .any
  ) -> Double? {
    quantity(key, "a number", .one, domain) {
      decoding.amount($0, path(key), .one, domain)?.value
    }
  }

  func amounts(_ key: String, _ input: DistributionReader) -> [Double]? {
    list(key, input) { value($0, path(key), input) }
  }

  func numbers(_ key: String, _ input: DistributionReader) -> [Double]? {
    list(key, input) { decoding.amount($0, path(key), .one, .any)?.value }
  }

  private func list(
    _ key: String, _ input: DistributionReader, _ value: (JSONNode) -> Double?
  ) -> [Double]? {
    if declare(key, .texts, "values of the input") != nil { return nil }
    guard let node = node(key) else {
      if key == "values" {
        reportAbsence(of: [key], Wording.noParameter(path, [key]), help: Wording.parameters([key]))
      }
      return nil
    }
    guard case .array(let items) = node.value else {
      reportUnreadable(path(key), Wording.expectedList(path(key)), at: node.span)
      return nil
    }
    let values = items.compactMap(value)
    return values.count == items.count ? values : nil
  }

  /// Values that were seen: listed, or a column of a CSV file.
  func seenValues(_ input: DistributionReader) -> [Double]? {
    guard isStated("file") else { return amounts("values", input) }
    ignore("values")
    let column = text("column", "the column that holds the values", example: "minutes")
    let unitText = optionalText("unit", "what the column is in")
    guard let node = node("file"), let name = optionalText("file", "a CSV file beside this one"),
      !column.isEmpty
    else {
      return nil
    }
    // What one of the column's numbers is in the input's unit.
    let factor: Double?
    if let unitText {
      let span = self.node("unit")?.span ?? node.span
      let one = JSONNode(span: span, value: .string("1 \(unitText)"))
      factor = value(one, path("unit"), input)
    } else if input.unit == .one {
      factor = 1
    } else {
      let unit = input.unit.text(currency: input.currency ?? decoding.currency)
      decoding.report(
        .error(
          Wording.columnWithoutUnit(column, input.path), at: node.span,
          help: Wording.write("unit: \"\(unit)\"")))
      factor = nil
    }
    return factor.flatMap { factor in
      decoding.column(column, of: name, at: node).map { $0.map { $0 * factor } }
    }
  }
}
