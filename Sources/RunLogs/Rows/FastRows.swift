/// Adds up rows of CSV whose fields are plain: digits, and words that come again and again.
///
/// A row that has anything else (quotes, exponents, a sign, a reason, a mistake) is left to ``CSVRows``, which
/// says the same of plain ones too, only more slowly.
struct FastRows {
  /// What is done with the fields of a column.
  private enum Work {
    static let ignore: UInt8 = 255
    static let cost: UInt8 = 100
    static let seconds: UInt8 = 101
    static let outcome: UInt8 = 102
    static let group: UInt8 = 103
    /// A word that nobody asks for, and that must still be one.
    static let word: UInt8 = 104
  }

  /// Which of the sums a column of counts goes into.
  private static let places: [LogColumn: UInt8] = [
    .inputTokens: 0, .outputTokens: 1, .cachedTokens: 2, .cacheWriteTokens: 3,
    .cacheWrite1hTokens: 4, .reasoningTokens: 5, .calls: 6, .toolCalls: 7, .toolErrors: 8,
  ]

  private let work: [UInt8]
  private let delimiter: UInt8
  private let hasCalls: Bool
  /// Of ten.
  private let powers: InlineArray<13, Int> = InlineArray { place in
    (0..<place).reduce(1) { power, _ in power * 10 }
  }

  /// - Returns: nil where a column is there whose fields are never plain, or runs are priced, joined
  ///   or looked for.
  init?(_ rows: CSVRows, _ settings: MeasureSettings) {
    let grouping = settings.grouping
    guard settings.prices == nil, grouping != .week, settings.addsUpRows,
      !settings.hasDecimalComma(parted: rows.delimiter)
    else { return nil }
    var work: [UInt8] = []
    for column in rows.columns {
      switch column {
      case nil, .task?: work.append(Work.ignore)
      case .cost?: work.append(Work.cost)
      case .seconds?: work.append(Work.seconds)
      case .outcome?: work.append(Work.outcome)
      case .model? where grouping == .model, .agent? where grouping == .agent,
        .version? where grouping == .version, .tenant? where grouping == .tenant:
        work.append(Work.group)
      case .model?, .agent?, .version?, .tenant?: work.append(Work.word)
      case .reason?, .start?, .end?, .humanMinutes?: return nil
      case let column?:
        guard let place = Self.places[column] else { return nil }
        work.append(place)
      }
    }
    self.work = work
    delimiter = rows.delimiter
    hasCalls = rows.columns.contains(.calls)
  }

  /// Adds up plain rows from some place on.
  ///
  /// - Returns: where the first row begins that is not plain, or the end; how many lines were passed.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into table: inout RowTable
  ) -> (stop: Int, lines: Int) {
    guard let base = bytes.baseAddress else { return (start, 0) }
    let end = base + bytes.count
    var at = base + start
    var lines = 0
    work.withUnsafeBufferPointer { work in
      while at < end {
        guard let next = row(at, end, work.baseAddress!, work.count, &table) else { return }
        at = next
        lines += 1
      }
    }
    return (at - base, lines)
  }

  /// One row; nil where it is not plain, or too near to the end of all bytes.
  @inline(__always)
  private func row(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ work: UnsafePointer<UInt8>,
    _ columns: Int, _ table: inout RowTable
  ) -> UnsafePointer<UInt8>? {
    let (newline, quote) = (UInt8(ascii: "\n"), UInt8(ascii: "\""))
    let safe = end - 16
    // A line with nothing on it is no row.
    if start > safe || start.pointee == newline || start.pointee == UInt8(ascii: "\r") {
      return nil
    }
    var counts: InlineArray<9, Int> = InlineArray(repeating: 0)
    var (cost, time) = (-1, -1)
    var (outcome, group) = (RowTable.Word(), RowTable.Word())
    var at = start
    var column = 0
    while true {
      if at > safe { return nil }
      let kind = work[column]
      let bytes = EightBytes(at: at)
      if kind < 9 {
        let digits = bytes.digitCount
        if digits == 8 { return nil }
        if digits > 0 {
          counts[Int(kind)] = bytes.number(ofDigits: digits)
          at += digits
        }
      } else if kind == Work.ignore || kind >= Work.outcome {
        let first = at
        var length = bytes.count(before: delimiter, newline, quote)
        var more = EightBytes(word: 0)
        at += length
        while length == 8 {
          if at > safe { return nil }
          more = EightBytes(at: at)
          length = more.count(before: delimiter, newline, quote)
          at += length
        }
        if at.pointee == quote { return nil }
        if kind != Work.ignore {
          var count = at - first
          if count > 0, at.pointee == newline, (at - 1).pointee == UInt8(ascii: "\r") { count -= 1 }
          if kind == Work.word {
            // Only of ASCII alone is it text without a closer look.
            for byte in UnsafeBufferPointer(start: first, count: count) where byte > 0x7F {
              return nil
            }
          } else {
            // Words of up to sixteen bytes are told apart by those alone.
            if count > 16 { return nil }
            let word = RowTable.Word(
              start: first, count: count, low: bytes.first(min(count, 8)),
              high: count > 8 ? more.first(count - 8) : 0)
            if kind == Work.outcome { outcome = word } else { group = word }
          }
        }
      } else {
        var digits = bytes.digitCount
        if digits > 5 { return nil }
        var value = digits > 0 ? bytes.number(ofDigits: digits) : 0
        at += digits
        let hasWhole = digits > 0
        // A cost has twelve places, a time nine.
        var missing = kind == Work.cost ? 12 : 9
        if at.pointee == UInt8(ascii: ".") {
          at += 1
          let fraction = EightBytes(at: at)
          digits = fraction.digitCount
          if digits == 0 || digits == 8 || !hasWhole { return nil }
          value = value &* powers[digits] &+ fraction.number(ofDigits: digits)
          at += digits
          missing &-= digits
        }
        if hasWhole {
          value = value &* powers[missing]
          if kind == Work.cost { cost = value } else { time = value }
        }
      }
      if at.pointee == delimiter {
        at += 1
        column += 1
        guard column < columns else { return nil }
        continue
      }
      if at.pointee == UInt8(ascii: "\r") { at += 1 }
      guard at.pointee == newline else { return nil }
      at += 1
      break
    }
    guard column == columns - 1,
      counts[2] &+ counts[3] &+ counts[4] <= counts[0], counts[5] <= counts[1]
    else { return nil }
    if !hasCalls, counts[0] | counts[1] > 0 { counts[6] = 1 }
    return table.add(counts, cost: cost, time: time, outcome: outcome, group: group) ? at : nil
  }
}
