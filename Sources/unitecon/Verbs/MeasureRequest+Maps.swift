import RunLogs
import UnitEconomics

extension MeasureRequest {
  /// Where columns are found and what words mean: what flags say comes before what a file says.
  mutating func readMaps(_ invocation: Invocation) throws {
    var mapped: Set<String> = []
    let texts = invocation.all(Flags.map)
    for text in texts where !LogMapFile.isFile(text) {
      let (whole, place) = try Self.halves(text, of: Flags.map, invocation)
      guard let place = MappedColumn(whole, at: place) else {
        throw UsageError(
          Wording.noColumn(MappedColumn.name(in: whole)), near: MappedColumn.nearest(to: whole),
          verb: invocation.verb)
      }
      add(place)
      mapped.insert(whole)
    }
    let files = texts.filter(LogMapFile.isFile)
    guard files.count < 2 else {
      throw UsageError(Wording.oneMapFile, verb: invocation.verb)
    }
    for path in files {
      let file = try LogMapFile(path: path)
      for (name, column) in file.columns where !mapped.contains(name) { add(column) }
      for (word, outcome) in file.outcomes { settings.words.add(word, outcome) }
      for (word, reason) in file.reasons { settings.words.add(word, reason) }
    }
    try readWords(invocation, Flags.outcome, Outcome.self) { settings.words.add($0, $1) }
    try readWords(invocation, Flags.reason, FailureReason.self) { settings.words.add($0, $1) }
  }

  private mutating func add(_ mapped: MappedColumn) {
    if let export = mapped.export {
      exportMaps[export, default: ColumnMap()].add(mapped.column, at: mapped.place)
    } else {
      settings.map.add(mapped.column, at: mapped.place)
    }
  }

  /// `done=success`: a word of the log, and what it means here.
  private func readWords<Meaning: CaseIterable & RawRepresentable<String>>(
    _ invocation: Invocation, _ flag: Flag, _: Meaning.Type, _ add: (String, Meaning) -> Void
  ) throws(UsageError) {
    var seen: Set<String> = []
    for text in invocation.all(flag) {
      guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
        throw UsageError(Wording.needs(flag), verb: invocation.verb)
      }
      let (word, name) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
      guard let meaning = Meaning(rawValue: name) else {
        let known = Meaning.allCases.map(\.rawValue)
        throw UsageError(
          Wording.unknownMeaning(flag, name, known), near: nearestWord(to: name, among: known),
          verb: invocation.verb)
      }
      guard seen.insert(word.lowercased()).inserted else {
        throw UsageError(Wording.wordTwice(flag, word), verb: invocation.verb)
      }
      add(word, meaning)
    }
  }
}

/// A column, where it is found, and in which export where it is none of the log's: `helpdesk.task=ticket_no`.
struct MappedColumn {
  let column: LogColumn
  let place: String
  /// The name of the flag that names the export.
  let export: String?

  private static let exports = [Flags.helpdesk, Flags.approvals, Flags.tasks].map(\.name)

  init?(_ whole: String, at place: String) {
    guard let column = LogColumn(rawValue: Self.name(in: whole)) else { return nil }
    self.column = column
    self.place = place
    export = Self.export(of: whole)
  }

  private static func export(of whole: String) -> String? {
    exports.first { whole.hasPrefix($0 + ".") }
  }

  /// The column's own name.
  static func name(in whole: String) -> String {
    export(of: whole).map { String(whole.dropFirst($0.count + 1)) } ?? whole
  }

  static func nearest(to whole: String, or others: [String] = []) -> String? {
    nearestWord(to: name(in: whole), among: LogColumn.allCases.map(\.rawValue) + others)
  }
}
