import Formulas
import UnitEconomics

extension Report {
  /// Where the checks break along the axes of a sweep, drawn and solved.
  ///
  /// - Parameters:
  ///   - maps: what is drawn: of more than two axes the first two, with the others at their ends.
  ///   - settings: the first break along each axis as it can be given back to the program.
  ///   - asked: the words that asked for the sweep.
  public static func sweep(
    _ findings: SweepFindings, _ maps: [SweepMap], of subject: Subject, settings: [[String]],
    asked: [String], program: Program
  ) -> Report {
    let page = SweepPage(findings: findings, subject: subject)
    var blocks: [Block] = [.paragraph(page.finding)]
    blocks += SweepAlike.all(of: findings.sweep, subject).map {
      .paragraph([.verdict(.warning, $0.pattern), .plain($0.words + ".")])
    }
    blocks += maps.flatMap(page.drawings)
    if !findings.sweep.checks.isEmpty {
      blocks.append(.table(page.frontier))
      blocks += settings.filter { !$0.isEmpty }.map {
        .paragraph([.code($0.joined(separator: " "))])
      }
    }
    blocks.append(.table(page.summary))
    blocks.append(.paragraph(subject.provenance(program, asked: asked)))
    let stress = findings.sweep.stress.map { " under \($0.name)" } ?? ""
    return Report(title: "Sweep\(stress): \(subject.scenario.name)", blocks: blocks)
  }
}

/// The parts of a sweep's page.
struct SweepPage {
  let findings: SweepFindings
  let subject: Subject
  let words: SweepWords

  init(findings: SweepFindings, subject: Subject) {
    self.findings = findings
    self.subject = subject
    words = SweepWords(subject: subject, sweep: findings.sweep)
  }

  var sweep: Sweep { findings.sweep }

  /// Where each check first fails along each axis alone, and at how many points it fails at all.
  var frontier: Table {
    var table = Table(
      title: "Where each check first fails",
      columns: [Column("Check"), Column("Limit", .trailing)]
        + sweep.axes.map { Column("Along \(words.title($0))") }
        + [Column("Points that fail", .trailing)])
    for (index, check) in sweep.checks.enumerated() {
      let places = sweep.axes.indices.map { axis -> Cell in
        let found = findings.breaks[axis][index]
        let text = words.place(of: found, along: sweep.axes[axis])
        return switch found.point.place {
        case .never where found.isProven: .verdict(.passed, text)
        case .atStart: .verdict(.failed, text)
        default: .text(text)
        }
      }
      table.rows.append(
        Row(
          [.text(check.name), .text(words.limit(check))] + places
            + [.text(part(findings.summary.failures[index]))]))
    }
    if sweep.axes.count > 1 {
      table.notes.append(
        "Along one axis, the others stay where they begin: "
          + zip(sweep.axes, sweep.axes.map { words.amounts($0, at: 0) })
          .map { "\($0.name) \($1)" }.joined(separator: ", ") + ".")
    }
    if findings.breaks.joined().contains(where: { !$0.isProven }) {
      table.notes.append(
        "No failure found: looked for closely, but not proven that there is none in between.")
    }
    return table
  }

  /// The least and the most of each figure, and where.
  var summary: Table {
    var table = Table(
      title: "Over all \(grouped(findings.summary.count)) points",
      columns: [
        Column("Figure"), Column("Lowest", .trailing), Column("There"),
        Column("Highest", .trailing), Column("There"),
      ], notes: findings.notes)
    for (name, figure) in zip(sweep.figures, findings.summary.figures) {
      func ends(_ extreme: SweepSummary.Extreme?) -> [Cell] {
        guard let extreme else { return [.undefined("it has no value at any point"), .empty] }
        let place = words.place(sweep.positions(ofRow: extreme.row))
        return [.number(extreme.value, words.style(name)), .text(place)]
      }
      table.rows.append(
        Row(
          [.text(words.words(name).capitalizedFirst)] + ends(figure.lowest) + ends(figure.highest)))
      if figure.undefined > 0 {
        let words = words.words(name).capitalizedFirst
        table.notes.append("\(words) has no value at \(part(figure.undefined)) points.")
      }
    }
    return table
  }

  /// So many of all points: `96 of 221`.
  func part(_ count: Int) -> String {
    "\(grouped(count)) of \(grouped(findings.summary.count))"
  }
}
