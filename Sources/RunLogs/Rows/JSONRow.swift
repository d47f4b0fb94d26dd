/// Reads one object of JSON as a row of a run log.
///
/// As in CSV, what is mapped comes first, and every other column goes by its known names.
struct JSONRow {
  private var builder: RowBuilder
  private let settings: MeasureSettings
  /// Columns that a name of the row was taken for: what stands first counts.
  private var named: [LogColumn] = []
  /// Which of the mapped places the row has, a bit each.
  private(set) var mapped: UInt64 = 0

  /// Whether anything of the row is known.
  var isTold: Bool { builder.isTold }

  init(_ settings: MeasureSettings) {
    self.settings = settings
    builder = RowBuilder(settings)
  }

  mutating func read(_ cursor: inout JSONCursor) throws(LineFault) -> Attempt {
    let start = cursor.at
    let ways: [Way] = settings.map.paths.enumerated().map { index, path in
      (path.column, ColumnMap.bit(index), path.steps[...])
    }
    let kind = try cursor.kind()
    if kind != .object, !ways.isEmpty {
      try walk(&cursor, ways)
    } else {
      try cursor.object { (cursor, key) throws(LineFault) in
        let on = Self.ways(ways, on: key)
        if !on.isEmpty { return try walk(&cursor, on) }
        guard let column = LogColumn(key: key), !settings.map.has(column) else {
          return try cursor.skip()
        }
        if named.contains(column) { return try cursor.skip() }
        // Of an outcome whose first word means nothing the next name may tell more.
        if try take(column, &cursor), column != .outcome { named.append(column) }
      }
    }
    return try builder.finished(at: start)
  }

  /// The ways that go on below a key.
  private static func ways(_ all: [Way], on key: JSONText) -> [Way] {
    if all.isEmpty { return [] }
    return all.compactMap { way in
      guard case .key(let name)? = way.rest.first, name.count == key.count,
        zip(name, key.bytes).allSatisfy({ $0 == $1 })
      else { return nil }
      return (way.column, way.bit, way.rest.dropFirst())
    }
  }

  /// A column, the bit of its place, and what is left of the way to it.
  private typealias Way = (column: LogColumn, bit: UInt64, rest: ArraySlice<ColumnMap.Step>)

  private mutating func walk(_ cursor: inout JSONCursor, _ ways: [Way]) throws(LineFault) {
    for way in ways where way.rest.isEmpty {
      // Where two ways end at one value it is read again for the second.
      let place = cursor.at
      mapped |= way.bit
      try take(way.column, &cursor)
      if ways.count > 1 { cursor.at = place }
    }
    if ways.count == 1, ways[0].rest.isEmpty { return }
    switch try cursor.kind() {
    case .object:
      try cursor.object { (cursor, key) throws(LineFault) in
        let on = Self.ways(ways, on: key)
        if on.isEmpty { try cursor.skip() } else { try walk(&cursor, on) }
      }
    case .array:
      var index = 0
      try cursor.array { (cursor) throws(LineFault) in
        var on: [Way] = []
        for way in ways {
          switch way.rest.first {
          case .all where way.rest.count == 1 && way.column == .calls:
            mapped |= way.bit
            builder.countCall()
          case .all, .index(index): on.append((way.column, way.bit, way.rest.dropFirst()))
          default: break
          }
        }
        index += 1
        if on.isEmpty { try cursor.skip() } else { try walk(&cursor, on) }
      }
    default: try cursor.skip()
    }
  }

  /// - Returns: whether anything stands there.
  @discardableResult
  private mutating func take(
    _ column: LogColumn, _ cursor: inout JSONCursor
  ) throws(LineFault) -> Bool {
    let kind = try cursor.kind()
    let place = cursor.at
    switch kind {
    case .number:
      let bytes = try cursor.numberRange()
      try builder.take(column, bytes, at: place)
    case .string:
      let text = try cursor.text()
      if text.isEscaped {
        guard let plain = text.string else { throw LineFault(offset: place, problem: .notUTF8) }
        try builder.take(column, plain, at: place)
      } else {
        try builder.take(column, text.bytes, at: place)
      }
    case .word:
      guard let truth = try cursor.truth() else { return false }
      try builder.take(column, truth ? "true" : "false", at: place)
    case .array, .object:
      try cursor.skip()
      return false
    }
    return true
  }
}
