import RunLogs
import UnitEconomics

extension PriceDoubt.Kind {
  /// What is odd, in the words of a heading.
  public var words: String {
    switch self {
    case .noPrice: "no price of tokens at all"
    case .noInput: "no input price"
    case .noOutput: "no output price"
    case .zeroInput: "input costs nothing"
    case .zeroOutput: "output costs nothing"
    case .negative: "a price below 0"
    case .zeroWrite: "a cache write costs nothing"
    case .writeBelowRead: "a cache write cheaper than a cache read"
    case .writeHalfOfInput: "a cache write at half of input, as cache reads are"
    case .writeFarBelowInput: "a cache write far cheaper than input"
    case .hourBelowWrite: "a cache write for an hour cheaper than one for five minutes"
    case .readAboveInput: "a cache read dearer than input"
    case .batchAboveStandard: "batch dearer than standard"
    case .flexAboveStandard: "flex dearer than standard"
    case .uncounted: "a price that is not counted here"
    }
  }
}

extension PriceDoubt {
  /// What is odd with its figures: `a cache write at half of input, as cache reads are: $1.25, beside $2.50 / Mtok`.
  public var sentence: String {
    detail.isEmpty ? kind.words : "\(kind.words): \(detail)"
  }

  /// The figures alone; empty where what is odd says it all.
  var detail: String {
    var parts = words.isEmpty ? [] : [harmless(words)]
    if let figure, figure != .zero || beside != nil {
      let other = beside.map { ", beside \($0.perMillionText)" } ?? ""
      parts.append("\(figure.perMillionText)\(other) / Mtok")
    }
    if above >= 0 { parts.append("above \(countText(above)) input tokens") }
    return parts.joined(separator: ", ")
  }
}

extension Amount {
  /// A price for one token, said for a million of them with every digit that it has: `$0.1375`, `$3.00`.
  var perMillionText: String {
    let text = forAMillion.description
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let cents = parts.count > 1 ? String(parts[1]) : ""
    let padded = cents + String(repeating: "0", count: max(0, 2 - cents.count))
    return "\(isNegative ? "-" : "")$\(parts.first ?? "0").\(padded)"
  }

  /// The same as a cell.
  var perMillionCell: Cell { .text(perMillionText) }
}

func countText(_ count: Int) -> String { NumberStyle.count.text(for: Double(count)) ?? "n/a" }

extension PriceTerms {
  var words: String {
    switch self {
    case .standard: "standard"
    case .batches: "batch"
    case .flex: "flex"
    case .priority: "priority"
    }
  }
}

extension PriceList.Format {
  var words: String {
    switch self {
    case .liteLLM: "LiteLLM's format"
    case .genAIPrices: "the format of genai-prices"
    case .own: "a book of our own format"
    }
  }
}

extension PricePeriod {
  /// When it holds: `from 2026-02-01, Mon Tue 01:00-04:00 UTC`; nil where always.
  var whenWords: String? {
    var words: [String] = []
    if let from { words.append("from \(from)") }
    var last: [Int]?
    for some in hours {
      // Days are said once for all hours that they share.
      words.append(some.weekdays == last ? some.timeWords : some.words)
      last = some.weekdays
    }
    if !hours.isEmpty { words[words.count - 1] += " UTC" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
