import Foundation
import TestSupport
import Testing

@Suite("stress --axis: figures at every combination, and where the checks break")
struct SweepTests {
  private static let escalation = "--axis 'outcomes.escalation.*=×1..×2.5:4'"
  private static let rate = "--axis 'humanReview.rate=$20 / h..$60 / h:3'"
  private static let tickets = "Scenarios/support-ticket.json5"

  private static func stress(_ words: String, file: String = tickets) throws -> Command {
    try Command(shell: "$unitecon stress \(file) \(words)")
  }

  @Test("0 where every check holds at the first position, whatever fails later; 1 where one fails")
  func exitCode() throws {
    let later = try Self.stress(Self.escalation)
    #expect(later.status == 0 && later.output.contains("✗"))
    let atOnce = try Self.stress("--axis 'outcomes.escalation.*=×3..×4:2'")
    #expect(atOnce.status == 1 && atOnce.output.contains("fail where the axes begin"))
    for format in ["csv", "json"] {
      #expect(try Self.stress("\(Self.escalation) --format \(format)").status == 0)
      let failing = "--axis 'outcomes.escalation.*=×3, ×4' --format \(format)"
      #expect(try Self.stress(failing).status == 1)
    }
  }

  @Test("the value at which the first check breaks, put back, gives its limit")
  func putBack() throws {
    for axis in [Self.escalation, Self.rate, "--axis 'outcomes.wrongResult=+ 0%..+ 9%'"] {
      let page = try Self.stress(axis)
      let setting = try #require(
        page.output.split(separator: "\n").first { $0.hasPrefix("--set ") })
      let again = try Command(
        shell: """
          $unitecon run \(Self.tickets) \(setting) --format csv \
          | grep ',base,output,,grossMargin,'
          """)
      let figure = try #require(again.output.split(separator: ",").dropFirst(5).first)
      #expect(abs((Double(figure) ?? 0) - 0.41) < 1e-9, "\(setting): \(figure)")
    }
  }

  @Test("CSV has a row a point, the last axis fastest, and says what JSON says")
  func csvAndJSON() throws {
    let words = "--axis 'outcomes.maxAttempts=1, 3' \(Self.escalation) \(Self.rate) "
    let rows = try Self.stress(words + "--format csv").output.components(separatedBy: "\r\n")
    #expect(
      rows[0]
        == "outcomes.maxAttempts (attempt / task),outcomes.escalation.* (×),humanReview.rate (USD / h),"
        + "grossMargin (share),costPerCompletedTask (USD / task),failing checks")
    #expect(rows.count == 1 + 2 * 4 * 3 + 1 && rows.last == "")
    let answer = try Answer(words)
    #expect(answer.points.count == 24 && answer.count == 24)
    for (row, point) in zip(rows.dropFirst(), answer.points) {
      let fields = row.components(separatedBy: ",")
      let numbers = fields.prefix(5).map { Double($0) ?? .nan }
      #expect(numbers == point.at + point.figures)
      #expect(fields[5] == point.failing.joined(separator: "; "))
    }
    #expect(rows[1].hasPrefix("1,1,20,") && rows[2].hasPrefix("1,1,40,"))
    #expect(rows[4].hasPrefix("1,1.5,20,") && rows[13].hasPrefix("3,1,20,"))
  }

  @Test("more rows than are held at once come in order, and each is what a run gives")
  func streamed() throws {
    let scratch = try Scratch()
    let file = scratch.path("points.csv")
    let command = try Self.stress(
      "--axis 'outcomes.maxAttempts=1, 3' --axis 'humanReview.rate=×1..×2:35001' --figure tsr "
        + "--figure totalCost -o \(file)")
    #expect(command.status == 0 && command.output.isEmpty && command.errors.isEmpty)
    #expect(scratch.names == ["points.csv"])
    let rows = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(rows.count == 2 + 70_002)
    let places = rows.dropFirst().dropLast().map { row in
      row.split(separator: ",", maxSplits: 2).prefix(2).map { Double($0) ?? .nan }
    }
    let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    #expect(isOrdered)
    let run = try Command(
      shell: """
        $unitecon run \(Self.tickets) --set outcomes.maxAttempts=3 --set 'humanReview.rate=× 1.5' \
        --format csv | grep ',base,output,,totalCost,'
        """)
    let cost = try #require(run.output.split(separator: ",").dropFirst(5).first)
    let row = try #require(rows.first { $0.hasPrefix("3,1.5,") })
    #expect(row.split(separator: ",")[3] == cost)
  }

  @Test("on top of a stress, an axis at × 1 is the stress itself")
  func under() throws {
    let words = "--axis 'outcomes.escalation.*=×1, ×2' --under both --format csv"
    let rows = try Self.stress(words).output.components(separatedBy: "\r\n")
    let run = try Command(
      shell: "$unitecon run \(Self.tickets) --format csv | grep ',both,output,,grossMargin,'")
    let margin = try #require(run.output.split(separator: ",").dropFirst(5).first)
    #expect(rows[1].split(separator: ",")[1] == margin)
    let packed = try Self.stress(
      "--axis 'humanReview.rate=×1, ×2' --pack --under 'the worst of all together'")
    #expect(packed.output.hasPrefix("Sweep under the worst of all together"))
  }

  @Test("what is wrong is said all at once, and nothing is written")
  func mistakes() throws {
    let scratch = try Scratch()
    let command = try Self.stress(
      "--axis 'humanReview.rat=×1..×2' --figure grosMargin --under slowTool -o "
        + scratch.path("x.csv"))
    #expect(command.status == 2 && scratch.names.isEmpty)
    for hint in ["humanReview.rate", "grossMargin", "slowTools"] {
      #expect(command.errors.contains("did you mean \(hint)?"), "\(command.errors)")
    }
  }

  @Test(
    "flags that only speak of axes need one",
    arguments: ["--figure tsr", "--under both", "--yes", "--axis 'humanReview.rate=×1, ×2' --pack"])
  func usage(words: String) throws {
    let command = try Self.stress(words)
    #expect(command.status == 64 && command.output.isEmpty)
    #expect(command.errors.contains("--axis"))
  }

  @Test("a sweep of a billion points is not begun unasked, and one beyond counting not at all")
  func size() throws {
    let scratch = try Scratch()
    func axes(_ count: Int, _ paths: String...) -> String {
      paths.map { "--axis '\($0)=×1..×2:\(count)' " }.joined()
    }
    let many = axes(50_000, "humanReview.rate", "outcomes.escalation.*")
    for words in [many, axes(5000, "humanReview.rate", "volume.*") + "-o \(scratch.path("x.csv"))"]
    {
      let command = try Self.stress(words + " < /dev/null")
      #expect(command.status == 2 && command.output.isEmpty)
      #expect(command.errors.contains("points: about") && command.errors.contains("--yes runs it"))
    }
    #expect(scratch.names.isEmpty)
    let beyond = try Self.stress(
      axes(
        1_000_000, "humanReview.rate", "outcomes.escalation.*", "tools.*.price", "volume.*",
        "outcomes.wrongResult") + "--yes")
    #expect(beyond.status == 2)
    #expect(beyond.errors.contains("1.00e30 points, and a sweep has at most 1,000,000,000,000"))
  }

  @Test("a closed pipe ends it quietly, and an interruption leaves no half file")
  func ended() throws {
    let axes = "--axis 'humanReview.rate=×1..×2:1000' --axis 'outcomes.escalation.*=×1..×2:5000'"
    let piped = try Command(
      shell: """
        $unitecon stress \(Self.tickets) --axis 'outcomes.maxAttempts=1, 2' \(axes) --format csv \
        | head -1; echo ${PIPESTATUS[0]}
        """)
    #expect(piped.output.hasSuffix("\r\n0\n") && piped.errors.isEmpty)
    let scratch = try Scratch()
    let file = Command.root.appending(path: Self.tickets).path
    let interrupted = try Command(
      shell: """
        $unitecon stress \(file) --axis 'outcomes.maxAttempts=1, 2' \(axes) -o out.csv & pid=$!
        for i in $(seq 100); do ls out.csv.* >/dev/null 2>&1 && break; sleep 0.1; done
        kill -TERM $pid; wait $pid
        """, in: scratch.folder)
    #expect(interrupted.status == 130)
    #expect(scratch.names.isEmpty)
  }

  @Test("the exact place where a row of two axes breaks stands in CSV, JSON and on the page")
  func frontier() throws {
    let words = "\(Self.escalation) \(Self.rate)"
    let rows = try Self.stress(words + " --format csv").output.components(separatedBy: "\r\n")
    #expect(rows[0].hasSuffix(",first failure at humanReview.rate (USD / h),first failing check"))
    let frontier = try #require(Answer(words).frontier)
    #expect(frontier.count == 4)
    for (index, row) in frontier.enumerated() {
      let fields = rows[1 + 3 * index].components(separatedBy: ",")
      #expect(fields.last == row.first?.check)
      // Where a row fails from the start, that is where its axis begins.
      #expect(Double(fields[fields.count - 2]) == row.first?.amounts.first ?? 20)
    }
    let page = try Self.stress(words).output
    #expect(page.contains("margin at $47.08") && page.contains("escalation at once"))
  }

  /// What the JSON of a sweep says.
  private struct Answer: Decodable {
    struct Point: Decodable {
      let at: [Double]
      let figures: [Double]
      let failing: [String]
    }
    struct Break: Decodable {
      let check: String
      let amounts: [Double]
    }
    struct Row: Decodable {
      let first: Break?
    }

    let count: Int
    let points: [Point]
    let frontier: [Row]?

    init(_ words: String) throws {
      let text = try SweepTests.stress(words + " --format json").output
      self = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }
  }
}
