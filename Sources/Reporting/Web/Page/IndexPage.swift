import UnitEconomics

/// A scenario among others on an index page.
public struct IndexEntry: Sendable {
  let subject: Subject
  /// The folder with its files, as a link from the index.
  let folder: String

  public init(_ subject: Subject, folder: String) {
    self.subject = subject
    self.folder = folder
  }

  /// The case with the least gross margin.
  fileprivate var worst: (name: String, margin: Double)? {
    subject.cases.compactMap { reading in
      reading.values[.grossMargin].value.map { (reading.title, $0) }
    }.min { $0.1 < $1.1 }
  }
}

extension HTMLRenderer {
  /// A page that compares scenarios and leads to the files of each.
  ///
  /// - Parameter files: what there is in each folder: a file's name and what it is called.
  public func render(
    _ entries: [IndexEntry], files: [(name: String, title: String)], program: Program
  ) -> String {
    page(
      title: PageWords.indexTitle(entries.count),
      [
        .tag(
          "header", [:], .tag("h1", [:], .text(PageWords.indexTitle(entries.count))),
          .tag("p", ["class": "lead"], .text(finding(entries)))),
        table(entries, files), margins(entries),
        .tag("footer", [:], .tag("p", [:], .text(PageWords.madeBy(program)))),
      ], script: "", data: nil)
  }

  private func finding(_ entries: [IndexEntry]) -> String {
    let failing = entries.filter { !$0.subject.reading.isPassed }
    var text = PageWords.indexFinding(
      entries.count, failing: failing.map(\.subject.scenario.name))
    let thinnest = entries.compactMap { entry in entry.worst.map { (entry, $0) } }
      .min { $0.1.margin < $1.1.margin }
    if let (entry, worst) = thinnest, let margin = NumberStyle.share.text(for: worst.margin) {
      text += " " + PageWords.thinnest(entry.subject.scenario.name, margin, worst.name)
    }
    return text
  }

  private func table(_ entries: [IndexEntry], _ files: [(name: String, title: String)]) -> HTML {
    let heads = PageWords.indexColumns.map { heading, isNumber in
      HTML.tag("th", ["scope": "col", "class": isNumber ? "n" : nil], .text(heading))
    }
    let rows = entries.map { entry -> HTML in
      let (subject, base) = (entry.subject, entry.subject.reading.base.values)
      let money = NumberStyle.money(subject.currency)
      func number(_ value: Double?, _ style: NumberStyle, _ more: String = "") -> HTML {
        .tag(
          "td", ["class": "n"],
          .text((value.flatMap(style.text(for:)) ?? PageWords.noValue) + more))
      }
      let worst = entry.worst
      let (verdict, words) = subject.checkCount
      return .tag(
        "tr", [:],
        .tag("th", ["scope": "row"], link(entry, files[0].name, subject.scenario.name)),
        number(base[.costPerCompletedTask].value, money),
        number(base[.humanBaselineCostPerTask].value, money),
        .tag("td", [:], .text(subject.scenario.planText)),
        number(base[.grossMargin].value, .share),
        number(worst?.margin, .share, worst.map { ", \($0.name)" } ?? ""),
        number(base[.tsr].value, .share), number(base[.escalationRate].value, .share),
        .tag("td", ["class": "verdict \(verdict.word)"], .text(verdict.shown(words))),
        .tag(
          "td", [:],
          files.dropFirst().enumerated().flatMap { index, file -> [HTML] in
            (index > 0 ? [" · "] : []) + [link(entry, file.name, file.title)]
          }))
    }
    return .tag(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "group",
        "aria-label": PageWords.indexTitle(entries.count),
      ],
      .tag(
        "table", [:], .tag("thead", [:], .tag("tr", [:], heads)), .tag("tbody", [:], rows)))
  }

  private func link(_ entry: IndexEntry, _ file: String, _ title: String) -> HTML {
    .tag("a", ["href": percentEncoded("\(entry.folder)/\(file)")], .text(title))
  }

  /// The least margin of each scenario, the thinnest first.
  private func margins(_ entries: [IndexEntry]) -> HTML {
    let bars = entries.compactMap { entry in
      entry.worst.map { BarChart.Bar("\(entry.subject.scenario.name), \($0.name)", $0.margin) }
    }.sorted { $0.value < $1.value }
    guard bars.count > 1 else { return .group([]) }
    let chart = BarChart(title: PageWords.worstMargins, bars: bars, style: .share)
    return .tag("section", [:], chart.drawing(title: chart.title).html)
  }
}

/// A path as a link holds it; what a file's name may hold and a link may not is encoded.
private func percentEncoded(_ path: String) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
  let digits = Array("0123456789ABCDEF")
  return path.utf8.reduce(into: "") { text, byte in
    text +=
      plain.contains(byte)
      ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
  }
}
