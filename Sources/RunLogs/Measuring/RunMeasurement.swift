import Formulas

/// What logs say of the runs of an agent.
public struct RunMeasurement: Sendable {
  public private(set) var total = Tally()
  /// By what was asked for, in the order of names.
  public var groups: [(name: String, tally: Tally)] {
    tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  public internal(set) var files: [File] = []
  public private(set) var notes = TraceNotes()
  public private(set) var unread = UnreadLines()
  /// Lines of logs and metrics, which say nothing of runs.
  public private(set) var otherSignals = 0
  /// Which of the places that columns are mapped to some row has, a bit each; nil where no row was read.
  private var mapped: UInt64?
  /// Pieces of people's work, where rows are those and not runs.
  private(set) var rowsOfPeople: [Attempt] = []
  private var tallies: [String: Tally] = [:]
  private var store = TraceStore()
  /// What results of queries say of the traces that they read.
  private var toldNotes = TraceNotes()
  /// As much as results of queries say at most, all together.
  private var toldMost = 0
  /// The runs that are to be shown step by step; nil where none are asked for.
  public private(set) var search: RunSearch?
  /// What runs prove of an agent's readiness; nil where that is not asked for.
  public private(set) var audit: RunAudit?
  /// What was read where contents alone are.
  private(set) var contents: [StepContent] = []
  public let settings: MeasureSettings

  /// Where columns were said to be found, and nothing stands in any row: `outcome=result`.
  public var placesNotFound: [String] { mapped.map(settings.map.places) ?? [] }

  /// A log that was read.
  public struct File: Sendable, Hashable {
    public let name: String
    public let form: String
    public let bytes: Int
    public let lines: Int
  }

  /// Why a whole log could not be read.
  public struct Failure: Error {
    public let file: String
    public let reason: String
  }

  public init(_ settings: MeasureSettings) {
    self.settings = settings
    search = settings.task.map { RunSearch($0) }
  }

  /// Takes in what was read apart.
  @discardableResult
  mutating func take(_ parts: [LogPart], _ path: String, from first: Int) -> Int {
    var line = first
    for part in parts {
      contents += part.contents
      if settings.contentsOf != nil { continue }
      for (name, tally) in part.tallies {
        total.merge(tally)
        if settings.grouping != nil { tallies[name, default: Tally()].merge(tally) }
      }
      store.add(part, from: line)
      search?.take(part, file: files.count, from: line)
      rowsOfPeople += part.rowsOfPeople
      otherSignals += part.otherSignals
      if let found = part.mapped { mapped = (mapped ?? 0) | found }
      unread.add(part.faults, of: path, from: line)
      line += part.lineCount
    }
    return line
  }

  /// Takes in what a query in a warehouse says of its runs.
  mutating func take(_ result: WarehouseResult, _ path: String) throws(LogFile.Failure) {
    toldMost += result.mostOfAny
    guard toldMost <= WarehouseResult.mostAddedUp else {
      throw LogFile.Failure(reason: Wording.tooMuch)
    }
    total.merge(result.total)
    for (name, tally) in result.groups { tallies[name, default: Tally()].merge(tally) }
    toldNotes.add(result.notes)
    for fault in result.faults { unread.add(fault.fault, of: path, line: fault.line) }
  }

  /// Puts the steps of traces together, once all logs are read.
  public mutating func finish(by crew: Crew = .alone()) {
    // Runs that are looked for are taken in their order.
    let pieces = store.pieces(settings.task == nil ? crew.pieces : 1)
    let (store, settings, search) = (store, settings, search)
    let audit = settings.audit.map {
      RunAudit($0, store.calls, store.acts, store.traceNames, by: crew)
    }
    let done = crew.map(pieces.count) { index in
      var (part, search, audit) = (LogPart(), search, audit)
      let notes = store.eachRun(of: pieces[index], settings) { run in
        part.add(run.attempt, settings)
        search?.look(at: run, store.names, store.traceNames)
        audit?.look(at: run, store.names)
      }
      return (part: part, notes: notes, search: search, audit: audit)
    }
    for piece in done { notes.add(piece.notes) }
    if let seen = done.first { (self.search, self.audit) = (seen.search, seen.audit) }
    for piece in done.dropFirst() {
      if let seen = piece.audit { self.audit?.merge(seen) }
    }
    if done.isEmpty { self.audit = audit }
    notes.add(toldNotes)
    self.store = TraceStore()
    take(done.map(\.part), "", from: 0)
  }
}
