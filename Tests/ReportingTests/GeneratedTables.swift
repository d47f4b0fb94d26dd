import Reporting
import TestSupport

extension Seed {
  /// Numbers of every magnitude: random bit patterns and amounts as they occur.
  mutating func doubles(_ count: Int) -> [Double] {
    (0..<count).map { index in
      index.isMultiple(of: 2)
        ? Double(bitPattern: next()) : Double(Int64(truncatingIfNeeded: next()) >> 30) / 1000
    }
  }
}

/// Names that a table must survive.
let nastyTexts = [
  "", " ", "plain", "escalations by reason, first line", "日本語の名前が続く", "e\u{301}tude", "👩‍👩‍👧 family",
  "🇨🇭 flag", "❤️ heart", "1️⃣ keycap", "\u{1B}[2J\u{1B}[31mred", "tab\there", "line\nbreak\r\nhere",
  "bell\u{7}", "\u{202E}reversed", "a|b", "`code`", "``", "*bold* _it_", "<b>html</b>",
  "[link](http://x.y)",
  "https://example.com/a", "www.example.com", "back\\slash|", "&lt;", "# heading", "- item",
  "1. one",
  "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\"quoted\"", "a,b;c", "'=1", "$5 and $6", "~~gone~~",
  "@team",
  "averyveryverylongwordwithoutanyspacewhichisfarwiderthananycolumnofaterminal",
]

/// Tables of all shapes: few and many columns, wide and narrow texts, every kind of cell and row.
func generatedTables(_ count: Int) -> [Table] {
  var seed = Seed(2026)
  return (0..<count).map { index in
    let columns = (0..<(1 + index % 9)).map { column in
      Column(
        nastyTexts.randomElement(using: &seed) ?? "",
        column == 0 || Bool.random(using: &seed)
          ? .leading : .trailing, priority: column == 0 ? 0 : Int.random(in: 0...2, using: &seed))
    }
    let rows = (0..<Int.random(in: 0...6, using: &seed)).map { _ in
      Row(
        columns.map { _ in generatedCell(&seed) },
        style: [.plain, .plain, .total, .subheading, .faint].randomElement(using: &seed) ?? .plain,
        indent: Int.random(in: 0...2, using: &seed))
    }
    return Table(
      title: nastyTexts[index % nastyTexts.count], columns: columns, rows: rows,
      notes: index.isMultiple(of: 3) ? [nastyTexts.randomElement(using: &seed) ?? ""] : [])
  }
}

private func generatedCell(_ seed: inout Seed) -> Cell {
  let text = nastyTexts.randomElement(using: &seed) ?? ""
  let number = seed.doubles(2).randomElement(using: &seed) ?? 0
  return switch Int.random(in: 0...7, using: &seed) {
  case 0: .text(text)
  case 1: .undefined("no task is completed in \(text)")
  case 2: .empty
  case 3: .verdict(Verdict.allCases.randomElement(using: &seed) ?? .passed, text)
  case 4: .number(.nan, .count)
  case 5: .number(number, .quantity(unit: "GB months"))
  case 6: .number(number, .money("CHF", digits: 2))
  default: .number(number, .share)
  }
}
