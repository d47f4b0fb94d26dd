import Formulas
import UnitEconomics

extension BoardPage {
  /// What happens when things go worse than planned, and whether every check still holds.
  var stresses: HTML? {
    guard !subject.reading.stresses.isEmpty || !subject.reading.checks.isEmpty else { return nil }
    var content: [HTML] = []
    if !subject.reading.stresses.isEmpty {
      content = [
        said("h2", "stresses", stressFinding),
        caseBars.drawing(title: filled(PageWords.stressCaption), limit: mainLimit)
          .html(key: "stresses"),
        details(PageWords.cases, html(caseTable)),
      ]
    }
    if !subject.reading.checks.isEmpty {
      content.append(.tag("h3", [:], .text(PageWords.checks)))
      content.append(html(checkTable, sorts: false))
    }
    return section("stresses", content)
  }

  private var caseBars: BarChart {
    BarChart(
      bars: cases.map { .init($0.title, $0.values[main].value ?? .nan) }, style: mainStyle)
  }

  /// The limit of the check that holds the main figure from below; the bars fall short of it.
  var mainCheck: Check? {
    subject.reading.checks.map(\.check).first {
      $0.output == main.rawValue && $0.side == .min
    }
  }

  private var mainLimit: (value: Double, text: String)? {
    mainCheck.map { ($0.limit.value, "\(PageWords.limit) \(text($0.limit.value, mainStyle))") }
  }

  private var stressFinding: String {
    let stressed = cases.dropFirst().compactMap { reading in
      reading.values[main].value.map { (reading.title, $0) }
    }
    let isMargin = main == .grossMargin
    let worst = stressed.reduce(nil as (String, Double)?) { worst, next in
      guard let worst else { return next }
      return (isMargin ? next.1 < worst.1 : next.1 > worst.1) ? next : worst
    }
    guard let worst else { return PageWords.say("noStress", ["figure": main.words]) }
    return PageWords.say(
      "stressed",
      [
        "stress": worst.0, "figure": main.words, "base": text(base[main].value, mainStyle),
        "value": text(worst.1, mainStyle),
      ])
  }

  private var caseTable: LiveTable {
    var table = LiveTable(
      [Column("Case"), Column("Cost per completed \(subject.taskNoun)", .trailing)]
        + subject.orderedPlans.map { Column("Gross margin, \($0.name)", .trailing) }
        + [Column("TSR", .trailing), Column("Escalation", .trailing), Column("Checks")])
    for (number, reading) in cases.enumerated() {
      let checks = subject.reading.checks.filter { $0.stress == reading.stress }
      let failed = checks.filter { !$0.isPassed }.map(\.check.name)
      let verdict: Cell =
        checks.isEmpty
        ? .empty
        : failed.isEmpty
          ? .verdict(.passed, "all pass") : .verdict(.failed, failed.joined(separator: ", "))
      let margins = subject.orderedPlans.map {
        live(PageFigures.path($0.name, .grossMargin), .share, caseNumber: number)
      }
      table.append(
        [
          (.text(reading.title), nil),
          live("costPerCompletedTask", money, caseNumber: number),
        ] + margins + [
          live("tsr", .share, caseNumber: number),
          live("escalationRate", .share, caseNumber: number),
          (verdict, checks.isEmpty ? nil : LiveCell(source: .failures, caseNumber: number)),
        ])
    }
    table.table.notes =
      scenario.stresses.map { "\($0.name): \($0.statements.joined(separator: "; "))" }
      + subject.reading.stresses.flatMap { reading in
        reading.notes.map { "\(reading.title): \($0)" }
      }
    if cases.contains(where: isShaping) { table.table.notes.append(PageWords.say("shapes")) }
    return table
  }

  /// Whether a case is a model of another shape, which the script does not have.
  func isShaping(_ reading: CaseReading) -> Bool {
    reading.changed.values.contains { $0.domain.isWhole }
  }

  /// A row a check, a column a case: the value, and whether it holds there.
  private var checkTable: LiveTable {
    var table = LiveTable(
      [Column("Check"), Column("Limit", .trailing)]
        + cases.map { Column($0.title, .trailing) })
    for (place, name) in subject.checkNames.enumerated() {
      let all = subject.reading.checks.filter { $0.check.name == name }
      guard let first = all.first else { continue }
      let style = NumberStyle(first.unit, currency: subject.currency)
      let limit = text(first.check.limit.value, style)
      let verdicts = cases.enumerated().map { number, reading -> (Cell, LiveCell?) in
        guard let check = all.first(where: { $0.stress == reading.stress }) else {
          return (.empty, nil)
        }
        return (
          .verdict(check.isPassed ? .passed : .failed, text(check.reading.value, style)),
          LiveCell(source: .check(place), style: style, caseNumber: number)
        )
      }
      table.append(
        [(.text(name), nil), (.text((first.check.side == .min ? "≥ " : "≤ ") + limit), nil)]
          + verdicts)
    }
    return table
  }
}
