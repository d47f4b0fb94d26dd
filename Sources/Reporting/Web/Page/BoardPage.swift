import Formulas
import UnitEconomics

extension HTMLRenderer {
  /// The page of a scenario: the answer first, then what it rests on, then every input to move.
  public func render(_ answer: PageAnswer, program: Program) -> String {
    let page = BoardPage(answer, program, self)
    return self.page(
      title: answer.subject.scenario.name, page.sections, script: page.script,
      data: PageData(page).json)
  }
}

/// The parts of a scenario's page, in the order in which a board asks.
struct BoardPage {
  let answer: PageAnswer
  let program: Program
  let renderer: HTMLRenderer
  let figures: PageFigures

  init(_ answer: PageAnswer, _ program: Program, _ renderer: HTMLRenderer) {
    self.answer = answer
    self.program = program
    self.renderer = renderer
    figures = PageFigures(answer.subject)
  }

  var subject: Subject { answer.subject }
  var scenario: Scenario { subject.scenario }
  var base: Values { subject.reading.base.values }
  var cases: [CaseReading] { subject.cases }
  var money: NumberStyle { .money(subject.currency) }
  var main: Output { subject.mainOutput }
  var mainStyle: NumberStyle { main == .grossMargin ? .share : money }

  var sections: [HTML] {
    [header, cost, outcomes]
      + [plans, stresses, map, tornado, simulation, readiness].compactMap { $0 } + [
        levers, inputs, footer,
      ]
  }

  /// The model as a function, and the page's own script behind it.
  var script: String {
    "\n\"use strict\";\n" + base.graph.javaScriptSource(of: figures.paths) + PageScript.text
  }

  // MARK: Words

  /// A sentence that the script says anew when an input is moved.
  func said(_ tag: String, _ key: String, _ text: String, kind: String? = nil) -> HTML {
    .tag(tag, ["data-say": key, "class": kind, "aria-live": nil], .text(text))
  }

  /// Words that stay as they are whatever is moved.
  func filled(_ sentence: String, _ more: [String: String] = [:]) -> String {
    let words = ["task": subject.taskNoun, "figure": main.words]
    return PageWords.filled(sentence, words.merging(more) { $1 })
  }

  func section(_ name: String, _ content: [HTML]) -> HTML {
    .tag("section", ["class": name], content)
  }

  func text(_ path: String, _ style: NumberStyle) -> String {
    base[path]?.value.flatMap(style.text(for:)) ?? PageWords.noValue
  }

  func text(_ value: Double?, _ style: NumberStyle) -> String {
    value.flatMap(style.text(for:)) ?? PageWords.noValue
  }

  /// A figure within a sentence.
  func span(_ output: Output, _ style: NumberStyle) -> HTML {
    let live = figures.live(output.rawValue, style)
    return .tag(
      "span", ["data-l": live?.code, "data-s": live?.style.code],
      .text(text(output.rawValue, style)))
  }

  func details(_ summary: String, _ content: HTML...) -> HTML {
    .tag("details", [:], [.tag("summary", [:], .text(summary))] + content)
  }

  func html(_ table: LiveTable, sorts: Bool = true) -> HTML {
    renderer.html(table.table, live: table.live, sorts: sorts)
  }
}
