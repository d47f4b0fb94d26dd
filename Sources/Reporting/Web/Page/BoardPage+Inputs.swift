import Formulas
import UnitEconomics

extension BoardPage {
  /// Where inputs are moved; the script puts a slider and a field for each of them here.
  var levers: HTML {
    let wholes = scenario.inputs.filter { $0.domain.isWhole && $0.origin != nil }
    var content: [HTML] = [
      .tag("h2", [:], .text(PageWords.levers)),
      .tag("p", ["class": "note with-script"], .text(PageWords.leversHow)),
      .tag("p", ["class": "note without-script"], .text(PageWords.leversNeedScript)),
      .tag("div", ["id": "levers"]), .tag("div", ["id": "again"]),
    ]
    if !wholes.isEmpty {
      let listed = wholes.enumerated().map { index, input in
        HTML.group([
          index == 0 ? ": " : ", ", .tag("code", [:], .text(input.path)),
          .text(" \(subject.shortAmount(input.value, of: input))"),
        ])
      }
      content.append(
        .tag("p", ["class": "note"], [.text(PageWords.wholeNumbers)] + listed + ["."]))
    }
    return section("levers", content)
  }

  /// Every input with where it comes from.
  var inputs: HTML {
    var table = Table(
      title: "",
      columns: [
        Column("Input"), Column("Value", .trailing), Column("Low", .trailing),
        Column("High", .trailing), Column("Source"), Column("Note"), Column("Where"),
      ])
    for input in scenario.inputs where input.origin != nil {
      func amount(_ value: Double?) -> Cell {
        value.map { .text(subject.amount($0, of: input)) } ?? .empty
      }
      table.rows.append(
        Row([
          .text(input.path), amount(input.value), amount(input.range?.low),
          amount(input.range?.high), .text(input.source ?? ""), .text(input.note ?? ""),
          .text(input.origin?.text ?? ""),
        ]))
    }
    let stated = scenario.inputs.filter { $0.origin != nil }
    let finding = PageWords.filled(
      PageWords.inputs,
      [
        "all": "\(stated.count)", "sourced": "\(stated.count { $0.source != nil })",
        "ranged": "\(stated.count { $0.range != nil })",
      ])
    return section(
      "inputs",
      [
        .tag("h2", [:], .text(finding)), details(PageWords.inputTable, renderer.html(table)),
      ])
  }

  /// What made the page.
  var footer: HTML {
    .tag(
      "footer", [:],
      .tag("p", [:], subject.provenance(program, asked: answer.asked).map(renderer.html)),
      .group(
        subject.sources.map { source in
          .tag(
            "p", ["class": "digest"], .text("SHA-256 "), .tag("code", [:], .text(source.sha256)),
            .text(" \(source.name)"))
        }))
  }
}
