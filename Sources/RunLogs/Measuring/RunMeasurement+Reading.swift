import Formulas

extension RunMeasurement {
  /// Reads a log of any size, a few blocks at a time on all cores.
  ///
  /// - Parameter progress: told of the bytes that are read.
  /// - Throws: ``Failure`` where the file cannot be read or holds nothing that is known.
  public mutating func read(
    _ path: String, by crew: Crew, progress: (Int) -> Void = { _ in }
  ) throws(Failure) {
    do throws(LogFile.Failure) {
      var file = try LogFile(path: path)
      let sign = try file.firstSign()
      let isJSON = sign == UInt8(ascii: "{") || sign == UInt8(ascii: "[")
      var first: [UInt8] = []
      try file.nextBlock(isCSV: !isJSON, into: &first)
      let lines = JSONLines(settings: settings, file: Int32(files.count))
      if isJSON {
        let isDocument = sign == UInt8(ascii: "[") || !Self.isOfLines(first)
        if isDocument {
          let all = try file.remainder(after: first)
          let part = all.withUnsafeBufferPointer { lines.readDocument($0) }
          progress(all.count)
          try admit(part.rowCount, isKnown: part.isKnown)
          take([part], path, from: 0)
          files.append(
            File(name: path, form: "JSON", bytes: file.byteCount, lines: part.lineCount))
        } else {
          var (count, rows, isKnown) = (0, 0, false)
          let bytes = try file.eachBlock(
            from: first, isCSV: false, by: crew, progress: progress, read: { lines.read($0) }
          ) { parts in
            for part in parts {
              rows += part.rowCount
              isKnown = isKnown || part.isKnown
            }
            count = take(parts, path, from: count)
          }
          try admit(rows, isKnown: isKnown)
          files.append(File(name: path, form: "JSON lines", bytes: bytes, lines: count))
        }
      } else {
        try readCSV(first, file, path, crew, progress)
      }
    } catch {
      throw Failure(file: path, reason: error.reason)
    }
  }

  private mutating func readCSV(
    _ first: [UInt8], _ file: consuming LogFile, _ path: String, _ crew: Crew,
    _ progress: (Int) -> Void
  ) throws(LogFile.Failure) {
    let settings = settings
    if let form = try first.withUnsafeBufferPointer({ bytes throws(LogFile.Failure) in
      try ResultForm(bytes)
    }) {
      let all = try file.remainder(after: first)
      progress(all.count)
      let result = try all.withUnsafeBufferPointer { bytes throws(LogFile.Failure) in
        try WarehouseResult(bytes, form, settings)
      }
      try take(result, path)
      files.append(
        File(name: path, form: "a query's result", bytes: file.byteCount, lines: result.lines))
      return
    }
    let heading = first.withUnsafeBufferPointer { CSVRows.heading($0, settings.map) }
    guard let heading else {
      throw LogFile.Failure(
        reason: first.isEmpty ? Wording.empty : Wording.noKnownColumn(settings.export))
    }
    let body = Array(first[heading.start...])
    var count = 1
    let bytes = try file.eachBlock(
      from: body, isCSV: true, by: crew, progress: progress,
      read: { bytes in
        var part = LogPart()
        part.mapped = heading.rows.mapped
        heading.rows.read(bytes, settings, into: &part)
        return part
      }
    ) { count = take($0, path, from: count) }
    files.append(File(name: path, form: "CSV", bytes: bytes, lines: count))
  }

  /// Refuses objects of which nothing is known, as CSV without a known column is.
  private func admit(_ rows: Int, isKnown: Bool) throws(LogFile.Failure) {
    if rows > 0, !isKnown {
      throw LogFile.Failure(reason: Wording.noKnownColumn(settings.export))
    }
  }

  /// Whether every line is a value of its own, and not a document laid out over many.
  ///
  /// Where the first line is broken the second tells.
  private static func isOfLines(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    var rest = start
    for _ in 0..<2 {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      // Where there is but one line, what is wrong with it is that line's.
      if line.count == start.count { return true }
      if isObject(Array(line)) { return true }
      rest = rest.dropFirst(line.count + 1)
    }
    return false
  }

  private static func isObject(_ line: [UInt8]) -> Bool {
    line.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(buffer)
      do throws(LineFault) {
        guard try cursor.kind() == .object else { return false }
        try cursor.skip()
        try cursor.expectEnd()
        return true
      } catch {
        return false
      }
    }
  }
}

/// What is said of a log as a whole.
enum Wording {
  static let empty = "it is empty"
  /// - Parameter export: the flag that names the file where it is no log of runs.
  static func noKnownColumn(_ export: String?) -> String {
    let form = export.map { " \($0).COLUMN=…" } ?? ""
    return "no column of it is known; measure --columns lists what can be mapped with --map\(form)"
  }
  static func noBill(_ columns: [String]) -> String {
    "it is no billing export in the FOCUS format: it has no column \(columns.joined(separator: ", "))"
  }
  static func currencies(_ all: [String]) -> String {
    "it has amounts in \(all.joined(separator: " and ")), which are not added up"
  }
  static func noTask(_ export: String) -> String {
    "no row of it says which task; map its column with --map \(export).task=…, if it has one"
  }
}
