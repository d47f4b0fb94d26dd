import Formulas

extension HumanWork {
  /// Reads an export of a help desk or of approvals: CSV or JSON lines, a piece of work a row.
  ///
  /// - Parameters:
  ///   - map: where columns are found, as with a log of runs; `task`, `humanMinutes`, `seconds`, `start`,
  ///     `end` and `reason` are read.
  ///   - words: what its words mean.
  ///   - hasDecimalComma: whether numbers have one, in CSV whose fields no comma parts.
  /// - Throws: ``RunMeasurement/Failure`` where the file cannot be read or holds nothing that is known.
  public mutating func read(
    _ path: String, as kind: Kind, _ map: ColumnMap, _ words: OutcomeWords = OutcomeWords(),
    hasDecimalComma: Bool = false, by crew: Crew,
    progress: (Int) -> Void = { _ in }
  ) throws(RunMeasurement.Failure) {
    var settings = MeasureSettings()
    settings.map = map
    settings.words = words
    settings.hasDecimalComma = hasDecimalComma
    settings.export = kind.export
    var reading = RunMeasurement(settings)
    try reading.read(path, by: crew, progress: progress)
    // Where no row could be read, what is wrong with them is told, and that they are no tasks is not known.
    let isUnread = reading.rowsOfPeople.isEmpty && reading.unread.count > 0
    guard isUnread || reading.rowsOfPeople.contains(where: { $0.task != nil }) else {
      throw RunMeasurement.Failure(file: path, reason: Wording.noTask(kind.export))
    }
    add(reading.rowsOfPeople, kind)
    add(reading.files, reading.unread, kind)
  }
}
