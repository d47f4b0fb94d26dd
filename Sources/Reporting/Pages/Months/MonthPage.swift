import Formulas
import UnitEconomics

extension Report {
  /// Months as they happen: one customer's of each segment, and all customers' together.
  public static func month(
    _ findings: MonthFindings, of subject: Subject, program: Program
  ) -> Report {
    let page = MonthPage(findings: findings, subject: subject)
    var blocks: [Block] = page.finding.map { [.paragraph($0)] } ?? []
    if let average = page.average { blocks.append(.paragraph(average)) }
    if let whole = findings.whole, !whole.checks.isEmpty {
      blocks.append(.paragraph(page.chances(whole).verdict))
    }
    if let histogram = page.histogram { blocks.append(.bars(histogram)) }
    if !findings.plan.model.scenario.plans.isEmpty { blocks.append(.table(page.plans)) }
    blocks += page.customers.map { .table($0) }
    if let checks = page.customerChecks { blocks.append(.table(checks)) }
    blocks += page.whole
    blocks += page.method.map { .text($0) }
    blocks.append(.paragraph(subject.provenance(program)))
    let place = findings.plan.stress.map { " under \($0)" } ?? ""
    return Report(title: "A month as it happens\(place): \(subject.scenario.name)", blocks: blocks)
  }
}

/// What months turned out to be, and how it is put on a page.
struct MonthPage {
  let findings: MonthFindings
  let subject: Subject

  /// The segment of the smallest customers that there are, where luck evens out least.
  var smallest: SegmentMonths? {
    zip(findings.segments, findings.plan.segments).filter { $1.tasks > 0 && $1.customers > 0 }
      .min { $0.1.tasks < $1.1.tasks }?.0
  }

  /// What the segment's customers are on, or most of them.
  func chosen(_ segment: SegmentMonths) -> SegmentMonths.PlanMonths? {
    guard let own = scenario.volume.segments.first(where: { $0.name == segment.name }) else {
      return nil
    }
    let name: String? =
      switch scenario.planChoice(of: own) {
      case .one(let name): name
      case .mix(let shares):
        // The first of those with the largest share.
        shares.reversed().max { share($0) < share($1) }?.plan
      case nil: nil
      }
    return segment.plans.first { $0.plan == name }
  }

  private func share(_ share: PlanShare) -> Double {
    findings.plan.values[share.share.path]?.value ?? 0
  }

  var scenario: Scenario { findings.plan.model.scenario }

  func style(_ figure: FigureDistribution) -> NumberStyle {
    NumberStyle(figure.unit, currency: subject.currency)
  }

  func money(_ value: Double) -> String {
    NumberStyle.money(subject.currency).text(for: value) ?? "n/a"
  }

  func chances(_ whole: WholeMonths) -> CheckChances {
    CheckChances(
      checks: whole.checks, any: whole.anyFailure, ofWhat: "whole months", subject: subject)
  }

  /// What a month of the smallest customers is like.
  var finding: [Phrase]? {
    guard let segment = smallest else { return nil }
    let bill = chosen(segment)
    guard let figure = bill?.revenue ?? segment.figures.last, figure.defined > 0 else { return nil }
    var phrases: [Phrase] = [
      .plain(bill.map { "On \($0.plan) a customer of " } ?? "A customer of "),
      .strong(segment.name), .plain(bill == nil ? " costs " : " pays "),
      .strong(money(figure.quantile(0.5))), " in the middle month",
    ]
    let (low, high) = (money(figure.quantile(0.05)), money(figure.quantile(0.95)))
    phrases.append(
      .plain(low == high ? ", as in nine of ten" : ", \(low) to \(high) in nine of ten"))
    guard let bill else { return phrases + ["."] }
    let part =
      bill.losing.count == 0
      ? "none of \(NumberStyle.count.text(for: Double(bill.losing.draws)) ?? "") months"
      : "\(bill.losing.text) of months"
    return phrases + [.plain("; it costs more than it pays in \(part).")]
  }

  /// Whether the average invoice is that of the average month; nil where nothing is paid.
  var average: [Phrase]? {
    guard let segment = smallest, let bill = chosen(segment), let convexity = bill.convexity,
      let stated = bill.revenue.stated.value
    else { return nil }
    let isTold =
      abs(convexity.value) > 3 * convexity.error && abs(convexity.value) > abs(stated) * 0.001
    guard isTold else {
      return [
        "On average it pays ", .strong(money(stated)),
        ", which is also the invoice of the average month.",
      ]
    }
    return [
      "On average it pays ", .strong(money(bill.revenue.mean.value)),
      ", and the invoice of the average month is ", .strong(money(stated)),
      ": what is included, tiers, minimums and thresholds do not average out.",
    ]
  }

  /// What is left of the smallest customer's month.
  var histogram: BarChart? {
    guard let segment = smallest, let bill = chosen(segment), bill.contribution.defined > 0,
      bill.contribution.most > bill.contribution.least
    else { return nil }
    return bill.contribution.bars(
      "Contribution of a customer of \(segment.name) on \(bill.plan)", style(bill.contribution))
  }
}
