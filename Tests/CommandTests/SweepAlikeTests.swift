import Testing

@Suite("An axis that sets several inputs to the same value says so")
struct SweepAlikeTests {
  private static func sweep(_ axis: String, format: String = "txt") throws -> Command {
    try Command(
      "stress", Command.example, "--axis", axis, "--format", format, "--width", "400")
  }

  @Test("on the page, with the factors that move their total")
  func page() throws {
    let page = try Self.sweep("outcomes.escalation.*=1%..2%:3")
    let words = try #require(
      page.output.firstMatch(
        of: /! outcomes\.escalation\.\* is (\d+) inputs, each set to the same value, (.+)% in all/))
    #expect(page.output.contains("to move their total to 1.0%..2.0% use factors, ×"))
    #expect(words.2.hasPrefix("\(words.1).0%.."))
    #expect(page.errors.isEmpty, "\(page.errors)")
  }

  @Test("on standard error, where rows go to a program")
  func rows() throws {
    let rows = try Self.sweep("tools.*.price=$0.01 / call..$0.02 / call:3", format: "csv")
    #expect(rows.errors.contains("tools.*.price is "), "\(rows.errors)")
    #expect(rows.errors.contains("to keep their proportions use factors, such as ×1..×2"))
    #expect(!rows.output.contains("same value"))
  }

  @Test("and not where factors move them, or where it is one input")
  func silent() throws {
    for axis in ["outcomes.escalation.*=×1..×2:3", "humanReview.rate=$30 / h..$40 / h:3"] {
      let page = try Self.sweep(axis)
      #expect(!page.output.contains("same value"), "\(axis)")
    }
  }
}
