import Formulas
import UnitEconomics

/// How likely checks fail, as a sentence and as a table.
struct CheckChances {
  let checks: [SimulationFindings.CheckLikelihood]
  /// How likely at least one fails.
  let any: SimulationFindings.Likelihood
  /// What was drawn: "draws".
  let ofWhat: String
  let subject: Subject

  /// How likely checks fail, the likeliest first.
  var verdict: [Phrase] {
    let likely = checks.filter { $0.failing.count > 0 }
      .sorted { $0.failing.count > $1.failing.count }
    guard let first = likely.first else {
      return [
        .verdict(
          .passed,
          "No check fails in any of \(NumberStyle.count.text(for: Double(any.draws)) ?? "") \(ofWhat)"
        ),
        .plain(
          ": with 95 % confidence the chance is below \(percent(any.interval.upperBound))."),
      ]
    }
    let verdict: Verdict = first.failing.value >= 0.05 ? .failed : .warning
    var phrases: [Phrase] = [
      .verdict(verdict, "\(first.check.name) fails in \(first.failing.text) of \(ofWhat)"),
      .plain(" (\(limit(first)))"),
    ]
    let others = likely.dropFirst().map { "\($0.check.name) in \($0.failing.text)" }
    if !others.isEmpty { phrases.append(.plain("; \(others.joined(separator: ", "))")) }
    if likely.count > 1 { phrases.append(.plain("; at least one fails in \(any.text)")) }
    return phrases + ["."]
  }

  private func limit(_ check: SimulationFindings.CheckLikelihood) -> String {
    let style = NumberStyle(check.unit, currency: subject.currency)
    let bound = check.check.side == .min ? "below" : "above"
    let limit = style.text(for: check.check.limit.value) ?? "n/a"
    return "\(check.check.output.figureWords) \(bound) \(limit)"
  }

  /// A row a check.
  func table(title: String) -> Table {
    var table = Table(
      title: title,
      columns: [
        Column("Check"), Column("Figure", priority: 1), Column("Limit", .trailing),
        Column("As stated"), Column("Fails in", .trailing), Column("95% interval", .trailing),
      ])
    for check in checks {
      let style = NumberStyle(check.unit, currency: subject.currency)
      let sign = check.check.side == .min ? "≥ " : "≤ "
      table.rows.append(
        Row([
          .text(check.check.name), .text(check.check.output),
          .text(sign + (style.text(for: check.check.limit.value) ?? "n/a")),
          .verdict(
            check.holdsAsStated ? .passed : .failed, check.holdsAsStated ? "holds" : "fails"),
          .number(check.failing.value, .share),
          .text(span(check.failing.interval, about: check.failing.value)),
        ]))
    }
    return table
  }
}

/// A share in per cent.
func percent(_ share: Double) -> String { NumberStyle.share.text(for: share) ?? "n/a" }

/// Both ends of a range of shares, with as many digits as tell them apart, and from a value that is
/// shown beside them.
func span(_ range: ClosedRange<Double>, about value: Double? = nil) -> String {
  let (low, high) = (range.lowerBound, range.upperBound)
  let middle = value.map(percent)
  func texts(_ style: NumberStyle) -> [String] {
    [low, high].map { $0 == 0 ? "0%" : style.text(for: $0) ?? "n/a" }
  }
  let styles = [NumberStyle.share] + (2...8).map { .share(digits: $0) }
  let fine = styles.first { style in
    let ends = texts(style)
    return ends[0] != ends[1] && (ends[0] != middle || low == value)
      && (ends[1] != middle || high == value)
  }
  let ends = texts(fine ?? .share)
  return low == high ? ends[0] : "\(ends[0]) to \(ends[1])"
}

extension SimulationFindings.Likelihood {
  /// A probability with what chance leaves open.
  var text: String { "\(percent(value)) (\(span(interval, about: value)))" }
}
