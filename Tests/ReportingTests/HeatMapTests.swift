import TestSupport
import Testing

@testable import Reporting

@Suite("A map shows where something holds, where it fails, and the line between")
struct HeatMapTests {
  /// A map of so many rows and columns; what lies beyond a falling line fails.
  private static func map(_ rows: Int, _ columns: Int, ends: Bool = true) -> HeatMap {
    HeatMap(
      title: "Margin: cases downwards, price across",
      rowLabels: (0..<rows).map { "× \($0 + 1)" },
      columnLabels: (0..<columns).map { "$\($0 + 10)" },
      spots: (0..<rows).map { row in
        (0..<columns).map { column in
          let room = 1 - Double(row + 1) * Double(column + 1) / Double(rows * columns) * 2
          return HeatMap.Spot(.number(room, .share), holds: room >= 0, headroom: room)
        }
      },
      endHeading: ends ? "First fails" : "",
      ends: ends ? (0..<rows).map { $0 == 0 ? .text("nowhere") : .text("margin at $1\($0)") } : [])
  }

  @Test("the line runs between what holds and what fails, with corners where it turns")
  func border() {
    let marks = ["++-", "+--", "-+-", "---"]
    let map = HeatMap(
      title: "", rowLabels: ["a", "b", "c", "d"], columnLabels: ["x", "y", "z"],
      spots: marks.map { $0.map { HeatMap.Spot(.text("5"), holds: $0 == "+") } })
    #expect(
      TerminalRenderer(width: 60).render(map) == """
           x   y   z
        ─────────────
        a  5   5 │ 5✗
             ┌───┘
        b  5 │ 5✗  5✗
          ───┼───┐
        c  5✗│ 5 │ 5✗
             └───┘
        d  5✗  5✗  5✗

        """)
  }

  @Test(
    "wide and narrow, with as many columns as fit and a word about the others",
    arguments: [100, 44, 30])
  func golden(width: Int) throws {
    let map = Self.map(5, 13)
    try expectGolden(TerminalRenderer(width: width).render(map), "heat-map-\(width).txt")
  }

  @Test("in Markdown every column is shown, and what fails is marked")
  func markdown() throws {
    try expectGolden(MarkdownRenderer().render(Self.map(3, 4)), "heat-map.md")
  }

  @Test("no line is wider than the terminal, and no column of the ends is lost")
  func widthLaw() {
    for width in 24...140 {
      for map in [Self.map(4, 9), Self.map(2, 40, ends: false), Self.map(3, 1)] {
        let lines = TerminalRenderer(width: width).render(map).split(separator: "\n")
        for line in lines { #expect(displayWidth(line) <= width, "\(width): \(line)") }
        let last =
          map.columnLabels.count == 1 ? "$10" : map.columnLabels[map.columnLabels.count - 1]
        #expect(lines.contains { $0.contains(last) } && lines.contains { $0.contains("$10") })
      }
    }
  }

  @Test("colour shades what marks say, and says nothing else")
  func color() {
    let map = Self.map(4, 6)
    let plain = TerminalRenderer(width: 90).render(map)
    let colored = TerminalRenderer(width: 90, color: true).render(map)
    #expect(colored.replacing(/\u{1B}\[[\d;]*m/, with: "") == plain)
    // Failing places have a mark, holding ones have none.
    let failing = map.spots.flatMap { $0 }.filter { !$0.holds }.count
    #expect(plain.count { $0 == "✗" } == failing && failing > 0)
  }

  @Test("a place without a value is n/a with its reason below")
  func undefined() {
    var map = Self.map(2, 2)
    map.spots[1][1].cell = .undefined("nothing is sold")
    for text in [
      TerminalRenderer(width: 60).render(map), MarkdownRenderer().render(map),
    ] {
      #expect(text.contains("n/a¹") && text.contains("¹ nothing is sold"))
    }
  }

  @Test("names can do no harm, whatever they hold")
  func nasty() {
    for text in nastyTexts {
      let spot = HeatMap.Spot(.text("1"), holds: true)
      let map = HeatMap(
        title: text, rowLabels: [text], columnLabels: [text], spots: [[spot]], endHeading: "End",
        ends: [.text(text)])
      let drawn = TerminalRenderer(width: 50).render(map)
      #expect(!drawn.unicodeScalars.contains("\u{1B}"))
      for line in drawn.split(separator: "\n") { #expect(displayWidth(line) <= 50, "\(line)") }
    }
  }

  @Test("evenly spaced places have the ends among them, and no more than were asked for")
  func evenly() {
    #expect(evenlySpaced(3, of: 13) == [0, 6, 12])
    #expect(evenlySpaced(7, of: 13) == [0, 2, 4, 6, 8, 10, 12])
    #expect(evenlySpaced(20, of: 4) == [0, 1, 2, 3])
    #expect(evenlySpaced(1, of: 4) == [0])
    for count in 1...60 {
      for most in 1...30 {
        let places = evenlySpaced(most, of: count)
        #expect(places.count <= most && places.first == 0)
        if most > 1 { #expect(places.last == count - 1) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        #expect(places.count >= min(count, (most + 1) / 2))
      }
    }
  }
}
