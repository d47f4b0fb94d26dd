import Testing

@testable import Formulas

@Suite("The model as JavaScript")
struct JavaScriptSourceTests {
  private func source(_ formulas: Formula..., of outputs: [String]) throws -> String {
    let text = try FormulaGraph(formulas).javaScriptSource(of: outputs)
    let start = try #require(text.firstRange(of: "function figures")).lowerBound
    return String(text[start...])
  }

  @Test("each named formula is a line with its sentence and unit")
  func golden() throws {
    let cost = Formula.input("cost", "what a month costs", unit: .money / .month)
    let tasks = Formula.input("tasks", "tasks of a month", unit: .task / .month)
    let each = (cost / tasks).named("each", "cost of a task", .money / .task)
    let least = Formula.min(each, each + each).named("least", "no more than it", .money / .task)
    #expect(
      try source(each, least, of: ["least", "each"]) == """
        function figures(x, y) {
          const cost = x[0];
          const tasks = x[1];
          // cost of a task, in money / task
          const each = ratio(cost, tasks);
          // no more than it, in money / task
          const least = Math.min(each, (each + each));
          y[0] = finite(least);
          y[1] = finite(each);
          return y;
        }

        """)
  }

  @Test(
    "no text that a formula carries can be more than a comment",
    arguments: [
      "</script><script>alert(1)</script>", "a\u{2028}alert(1)//", "a\nalert(1)", "*/ alert(1) /*",
      "`${alert(1)}`", "\"'\\", "<!--",
    ])
  func inert(words: String) throws {
    let input = Formula.input("x y", words, unit: .one)
    let formula = (input + input).named("a\"]\u{2029}<b", words, .one)
    let text = try source(formula, of: ["a\"]\u{2029}<b"])
    for sign in ["<", ">", "\"", "'", "`", "\\", "$", "\u{2028}", "\u{2029}"] {
      #expect(!text.contains(sign), "\(sign) in \(text)")
    }
    #expect(
      text.split(separator: "\n").allSatisfy { $0.hasPrefix("  ") || "f}".contains($0.first!) })
  }

  @Test("words of the language and helpers are no names")
  func reserved() throws {
    let new = Formula.input("new", "one", unit: .one)
    let ratio = Formula.input("ratio", "another", unit: .one)
    let text = try source((new + ratio).named("x", "sum", .one), of: ["x"])
    #expect(text.contains("const new_ = x[0];"))
    #expect(text.contains("const ratio_ = x[1];"))
    #expect(text.contains("const x_ = (new_ + ratio_);"))
  }

  @Test("Erlang comes along only where it is asked for")
  func queues() throws {
    let input = Formula.input("a", "one", unit: .one)
    let text = try FormulaGraph([(input * input).named("b", "two", .one)])
      .javaScriptSource(of: ["b"])
    #expect(!text.contains("erlang"))
  }
}
