import Formulas

/// The tasks that there were to do, as a log of tasks lists them: CSV or JSON lines, a task a row.
public struct TaskLog: Sendable {
  struct Row: Sendable {
    let task: UInt64
    let trace: UInt64?
    let name: String
    let at: String?
  }

  private(set) var rows: [Row] = []
  public private(set) var files: [RunMeasurement.File] = []
  public private(set) var unread = UnreadLines()

  public init() {}

  /// Reads a log of tasks, in the columns of a plain run log; `task` must be one of them.
  ///
  /// - Throws: ``RunMeasurement/Failure`` where the file cannot be read or says of no row which task it is.
  public mutating func read(
    _ path: String, _ map: ColumnMap, by crew: Crew, progress: (Int) -> Void = { _ in }
  ) throws(RunMeasurement.Failure) {
    var settings = MeasureSettings()
    settings.map = map
    settings.export = "tasks"
    var reading = RunMeasurement(settings)
    try reading.read(path, by: crew, progress: progress)
    var known = Set(rows.map(\.task))
    var isThere = false
    for row in reading.rowsOfPeople {
      guard let task = row.task else { continue }
      isThere = true
      // A task that took several runs is one task.
      guard known.insert(task).inserted else { continue }
      rows.append(
        Row(
          task: task, trace: row.trace, name: row.taskName ?? "",
          at: row.start.map { Timestamp.text($0) }))
    }
    guard isThere else {
      throw RunMeasurement.Failure(file: path, reason: Wording.noTask("tasks"))
    }
    files += reading.files
    unread = unread.adding(reading.unread)
  }
}
