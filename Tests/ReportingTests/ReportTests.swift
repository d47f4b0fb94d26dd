import TestSupport
import Testing

@testable import Reporting

@Suite("A report reads the same in every rendering")
struct ReportTests {
  @Test("A realistic page at 100 columns is the committed one")
  func wideGolden() throws {
    try expectGolden(TerminalRenderer(width: 100).render(agentCostReport), "agent-cost-100.txt")
  }

  @Test("At 60 columns optional columns go, and the page says which")
  func narrowGolden() throws {
    try expectGolden(TerminalRenderer(width: 60).render(agentCostReport), "agent-cost-60.txt")
  }

  @Test("The Markdown page is the committed one")
  func markdownGolden() throws {
    try expectGolden(MarkdownRenderer().render(agentCostReport), "agent-cost.md")
  }
}
