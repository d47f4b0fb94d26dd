/// Reads rows of CSV as runs: fields by the columns that the heading names, the others passed over.
struct CSVRows: Sendable {
  let columns: [LogColumn?]
  let delimiter: UInt8
  /// Which of the places that columns are mapped to are headings, a bit each.
  let mapped: UInt64

  /// The heading of a file, and where the rows begin.
  ///
  /// - Returns: nil where no column is known.
  static func heading(
    _ bytes: UnsafeBufferPointer<UInt8>, _ map: ColumnMap
  ) -> (rows: CSVRows, start: Int)? {
    let heading = CSVHeading(bytes)
    let columns = map.columns(of: heading.names)
    guard columns.contains(where: { $0 != nil }) else { return nil }
    let rows = CSVRows(
      columns: columns, delimiter: heading.delimiter, mapped: map.places(among: heading.names))
    return (rows, heading.start)
  }

  /// Reads all rows of some bytes that begin and end with whole ones.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ settings: MeasureSettings, into part: inout LogPart
  ) {
    let fast = FastRows(self, settings)
    var table = RowTable(settings.words)
    var cursor = CSVCursor(bytes, from: 0, delimiter: delimiter)
    var unquoted: [UInt8] = []
    while cursor.at < cursor.end {
      if let fast {
        let (stop, lines) = fast.read(bytes, from: cursor.at, into: &table)
        part.lineCount += lines
        cursor.at = stop
        if stop >= bytes.count { break }
      }
      let (start, line) = (cursor.at, part.lineCount)
      do throws(LineFault) {
        let attempt = try row(&cursor, bytes, settings, &unquoted)
        if let attempt { part.add(row: attempt, settings) }
      } catch {
        part.faults.add(error, line: line, in: bytes, from: start)
      }
      part.lineCount += cursor.takeLines()
    }
    let isGrouped = settings.grouping != nil
    table.each { group, outcome, sums in
      part.tallies[isGrouped ? group : "", default: Tally()].add(sums, outcome)
    }
    // A column that the heading names is told, whatever stands in it.
    let told = columns.compactMap { $0.map(ToldTokens.init) }.reduce(ToldTokens()) { $0.union($1) }
    for group in part.tallies.keys { part.tallies[group]?.toldTokens.formUnion(told) }
  }

  /// The run of the next row; nil where nothing stands on it.
  private func row(
    _ cursor: inout CSVCursor, _ bytes: UnsafeBufferPointer<UInt8>, _ settings: MeasureSettings,
    _ unquoted: inout [UInt8]
  ) throws(LineFault) -> Attempt? {
    let start = cursor.at
    var builder = RowBuilder(settings, delimiter: delimiter)
    var problem: LineFault?
    var count = 0
    repeat {
      let range = cursor.nextField()
      defer { count += 1 }
      guard problem == nil, count < columns.count, let column = columns[count] else { continue }
      do throws(LineFault) {
        if cursor.isQuoted {
          cursor.unquote(range, into: &unquoted)
          try builder.take(column, unquoted, at: range.lowerBound)
        } else {
          try builder.take(
            column, UnsafeBufferPointer(rebasing: bytes[range]), at: range.lowerBound)
        }
      } catch {
        problem = error
      }
    } while !cursor.isRowEnded
    // A line with nothing on it is no row.
    if count == 1, cursor.lastFieldIsEmpty { return nil }
    // Where fields are too many or too few, what stands in them is not what it seems.
    if count != columns.count {
      throw LineFault(
        offset: start, problem: .unlikeFields(found: count, wanted: columns.count))
    }
    if let problem { throw problem }
    return try builder.finished(at: start)
  }
}

/// Goes through CSV field by field.
struct CSVCursor {
  let base: UnsafePointer<UInt8>
  let end: Int
  var at: Int
  let delimiter: UInt8
  /// Whether the last field was the last of its row, whether it stood in quotes, and was empty.
  private(set) var isRowEnded = false
  private(set) var isQuoted = false
  private(set) var lastFieldIsEmpty = false
  private var lines = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8) {
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = bytes.count
    at = start
    self.delimiter = delimiter
  }

  /// The lines that were ended since this was asked last.
  mutating func takeLines() -> Int {
    defer { lines = 0 }
    return lines
  }

  /// Where the next field stands, its quotes included.
  mutating func nextField() -> Range<Int> {
    let start = at
    isQuoted = at < end && base[at] == UInt8(ascii: "\"")
    if isQuoted {
      at += 1
      while at < end {
        if base[at] == UInt8(ascii: "\"") {
          guard at + 1 < end, base[at + 1] == UInt8(ascii: "\"") else { break }
          at += 1
        } else if base[at] == UInt8(ascii: "\n") {
          lines += 1
        }
        at += 1
      }
    }
    while at < end, base[at] != delimiter, base[at] != UInt8(ascii: "\n") { at += 1 }
    var stop = at
    isRowEnded = at >= end || base[at] == UInt8(ascii: "\n")
    if isRowEnded {
      if at < end { lines += 1 }
      if stop > start, base[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    }
    if at < end { at += 1 }
    lastFieldIsEmpty = stop == start
    return start..<stop
  }

  /// The next field as bytes; false behind the last.
  mutating func next(into field: inout [UInt8]) -> Bool {
    guard at < end else { return false }
    let range = nextField()
    if isQuoted {
      unquote(range, into: &field)
    } else {
      field = Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }
    return true
  }

  /// A field in quotes as the bytes that it stands for.
  func unquote(_ range: Range<Int>, into field: inout [UInt8]) {
    field.removeAll(keepingCapacity: true)
    var place = range.lowerBound + 1
    while place < range.upperBound {
      if base[place] == UInt8(ascii: "\"") {
        place += 1
        guard place < range.upperBound, base[place] == UInt8(ascii: "\"") else { break }
      }
      field.append(base[place])
      place += 1
    }
  }
}
