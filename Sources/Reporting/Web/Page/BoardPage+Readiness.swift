import Readiness

extension BoardPage {
  /// Go or no-go by the checklist, what stands in the way, and every item folded below; nil where no day is given.
  var readiness: HTML? {
    guard let answer = answer.readiness else { return nil }
    let whole = answer.blocks.map { renderer.html($0) }
    let first = answer.verdict.blocking.isEmpty ? 1 : 2
    return section(
      "readiness",
      [.tag("h2", [:], .text(PageWords.readiness)), renderer.html(.paragraph(answer.headline))]
        + (answer.delay.map { [renderer.html(.paragraph($0))] } ?? []) + whole.prefix(first)
        + [details(PageWords.everyItem, .tag("div", [:], Array(whole.dropFirst(first))))])
  }
}
