/// What the query of ``MeasureQuery`` answered, from a file of CSV.
///
/// It is no log: a row that cannot be read would make all sums wrong, so that the whole is refused.
struct WarehouseResult {
  private(set) var total = Tally()
  private(set) var groups: [String: Tally] = [:]
  private(set) var notes = TraceNotes()
  /// What its query left out, and in which line it says so.
  private(set) var faults: [(line: Int, fault: LineFault)] = []
  private(set) var lines = 1
  /// As much as any sum of all its runs, and of its groups, can come to.
  private var most = (ofAll: 0, ofGroups: 0)
  /// What it tells runs apart by.
  private var grouping: String?
  private var hasTasks = false

  /// As much as results come to at most, so that no sum is beyond what adds up.
  static let mostAddedUp = 4_000_000_000_000_000_000

  /// As much as any of its sums can come to.
  var mostOfAny: Int { max(most.ofAll, most.ofGroups) }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ form: ResultForm, _ settings: MeasureSettings
  ) throws(LogFile.Failure) {
    if let flags = Self.notTold(settings) {
      throw LogFile.Failure(reason: Wording.notInResult(flags))
    }
    var cursor = CSVCursor(bytes, from: form.start, delimiter: form.delimiter)
    var field: [UInt8] = []
    while cursor.at < cursor.end {
      var row = ResultRow()
      var count = 0
      repeat {
        guard cursor.next(into: &field) else { break }
        if count < form.places.count, let column = form.places[count],
          let problem = row.take(column, field)
        {
          throw LogFile.Failure(reason: Wording.cell(lines + 1, column, problem))
        }
        count += 1
      } while !cursor.isRowEnded
      let line = lines + 1
      lines += max(1, cursor.takeLines())
      if count == 1, cursor.lastFieldIsEmpty { continue }
      guard count == form.places.count else {
        throw LogFile.Failure(reason: Wording.cells(line, count, form.places.count))
      }
      try take(row, line, settings)
    }
    if let asked = settings.grouping, grouping ?? asked.rawValue != asked.rawValue || !hasGroups {
      throw LogFile.Failure(reason: Wording.notToldApart(by: asked, grouping))
    }
    if settings.joinsTasks, !hasTasks, total.attempts > 0 {
      throw LogFile.Failure(reason: Wording.noTasks)
    }
    total.endResult()
    for name in groups.keys { groups[name]?.endResult() }
  }

  /// What is asked of single runs or calls; nil where nothing is.
  private static func notTold(_ settings: MeasureSettings) -> String? {
    if settings.prices != nil { return "--prices" }
    if settings.task != nil { return "--task" }
    if settings.people != nil || settings.isOfPeople { return "--helpdesk and --approvals" }
    if settings.wantsSpread { return "--into, --before and --after" }
    return settings.words.isEmpty ? nil : "--outcome and --reason"
  }

  /// Whether its runs are told apart, or it has none.
  private var hasGroups: Bool { grouping != nil || total.attempts == 0 }

  private mutating func take(
    _ row: ResultRow, _ line: Int, _ settings: MeasureSettings
  ) throws(LogFile.Failure) {
    guard row.isPossible else {
      throw LogFile.Failure(reason: Wording.impossible(line))
    }
    // No count is over half of what an integer holds.
    if row.isOfAll { most.ofAll += row.most } else { most.ofGroups += row.most }
    guard mostOfAny <= Self.mostAddedUp else { throw LogFile.Failure(reason: Wording.tooMuch) }
    if row.kind == .read { return note(row, line) }
    if row.kind == .task {
      hasTasks = true
      guard settings.joinsTasks else { return }
    }
    if row.isOfAll {
      total.add(row)
    } else {
      grouping = row.byWhat
      guard settings.grouping != nil else { return }
      groups[row.group, default: Tally()].add(row)
    }
  }

  private mutating func note(_ row: ResultRow, _ line: Int) {
    let count = row[.howMany]
    switch ResultColumn.Item(rawValue: row.item) {
    case .traces: notes.traces += count
    case .spans: notes.spans += count
    case .repeatedSpans: notes.repeatedSpans += count
    case .repeatedResponses: notes.repeatedResponses += count
    case .usageAboveUsage: notes.usageAboveUsage += count
    case .orphans: notes.orphans += count
    case .unread where count > 0:
      faults.append((line, LineFault(offset: 0, problem: .leftOut(rows: count))))
    case .deep where count > 0:
      faults.append((line, LineFault(offset: 0, problem: .tooDeepTraces(steps: count))))
    case .unread, .deep, nil: break
    }
  }
}
