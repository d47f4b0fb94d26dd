import Foundation
import TestSupport
import Testing

@Suite("The manual shows what the program does")
struct ManualTests {
  static let folder = "Sources/UnitEconomics/UnitEconomics.docc"

  /// The manual's pages, whichever there are.
  static let articles = ((try? HouseTests.files(in: folder, ending: ".md")) ?? []).sorted()

  @Test(
    "each command line of an article is run, and says what stands below it", arguments: articles)
  func article(path: String) throws {
    let name = String(path.split(separator: "/").last ?? "")
    var walk = try PageWalk(path, elsewhere: Self.triedForArticles[name] ?? [:])
    try walk.follow()
  }

  @Test("so it is in the README and in the manual of scenarios, which quote parts of pages")
  func readmes() throws {
    var readme = try PageWalk("README.md", isQuoted: true, elsewhere: Self.triedForReadme)
    try readme.follow()
    var scenarios = try PageWalk(
      "Scenarios/README.md", isQuoted: true, elsewhere: Self.triedForScenarios)
    try scenarios.follow()
  }

  /// What an article shows and another test tries, by its line or the first line of its block.
  private static let triedForArticles = [
    "FirstScenario.md": ["swift build -c release": ".ci/run"],
    "EmbeddingTheLibrary.md": [
      "a completed ticket costs 0.5849": "Tests/CommandTests/EmbeddingTests.swift"
    ],
  ]

  /// What the README shows and another test tries, by its line or the first line of its block.
  private static let triedForReadme = [
    "swift test": ".ci/run",
    "unitecon simulate Scenarios/support-ticket.json5 --draws 1e5":
      "Tests/CommandTests/ReadmeTests.swift",
    "Cost per completed task is $0.669 on average and between $0.554 and $0.803 in 90 of 100 draws; as":
      "Tests/CommandTests/ReadmeTests.swift",
    "unitecon simulate Scenarios/support-ticket.json5 --month --draws 1e4 --set plan=payAsYouGo --set 'volume.segments.midMarket.tasksPerCustomer=40 / month'":
      "Tests/CommandTests/ReadmeTests.swift",
    "On payAsYouGo a customer of midMarket pays $74.00 in the middle month, $54.00 to $96.00 in nine of":
      "Tests/CommandTests/ReadmeTests.swift",
    "swift run -c release Benchmarks synthesize Scenarios/invoice-coding.json5 900 11 rootless=30 > traces.jsonl":
      "Tests/CommandTests/ReadinessTests.swift",
    "unitecon readiness Scenarios/invoice-coding.json5 traces.jsonl --on 2026-11-22":
      "Tests/CommandTests/ReadinessTests.swift",
    "✗ No-go: rule (b) is not proven; 1 item stands in the way. Of 51 items on 2026-11-22 42 met, 7 not":
      "Tests/CommandTests/ReadinessTests.swift",
    "ticket.json5:9:34: error: outcomes.escalation.policyBlocked is 140%, and a share lies between 0 % and 100 %":
      "Tests/CommandTests/ReadmeTests.swift",
  ]

  /// The same of the manual of scenarios.
  private static let triedForScenarios = [
    "✗ Not ready: 1 of 6 checks fail. Check margin: gross margin is 33.9% under both, and at least 41.0%":
      "Tests/CommandTests/ReadmeTests.swift",
    "seq 64 | parallel -j 1 unitecon simulate ticket.json5 --draws 1e10 --shard {}/64 -o shard-{}.json":
      "Tests/Outside/test_shards.py",
    "unitecon merge ticket.json5 shard-*.json -o ticket.csv": "Tests/Outside/test_shards.py",
    "cat /shared/shards/part-* | unitecon merge /shared/ticket.json5 - -o ticket.csv":
      "Tests/Outside/test_shards.py",
  ]

  @Test("commands that the READMEs of rooms name are those that there are")
  func rooms() throws {
    let pages =
      try HouseTests.files(in: "Sources", ending: "README.md") + [
        "Tests/Outside/README.md", "Reports/README.md",
      ]
    for path in pages { try PageWalk(path).read() }
  }

  @Test(
    "links lead to pages and headings that are there",
    arguments: articles + ["README.md", "Scenarios/README.md"])
  func links(path: String) throws {
    let page = try HouseTests.text(path)
    let place = Command.root.appending(path: path).deletingLastPathComponent()
    for link in page.matches(of: /\]\(([^)#:\s]*)(?:#([\w-]+))?\)/) {
      let target =
        link.1.isEmpty
        ? Command.root.appending(path: path) : place.appending(path: String(link.1)).standardized
      #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(link.0)")
      guard let anchor = link.2 else { continue }
      let headings = try String(contentsOf: target, encoding: .utf8).matches(
        of: /^#+ (.+)$/.anchorsMatchLineEndings()
      ).map { Self.anchor(String($0.1)) }
      #expect(headings.contains(String(anchor)), "\(path): \(link.0)")
    }
  }

  @Test("the first page leads to all others")
  func landingPage() throws {
    let page = try HouseTests.text("\(Self.folder)/UnitEconomics.md")
    #expect(Self.articles.count >= 10)
    for article in Self.articles where !article.hasSuffix("/UnitEconomics.md") {
      let name = try #require(article.split(separator: "/").last)
      #expect(page.contains("](\(name))"), "\(name)")
    }
  }

  /// What code hosts make of a heading.
  private static func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      .replacing(" ", with: "-")
  }
}
