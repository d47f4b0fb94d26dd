/// What logs say of the runs of an agent.
public struct RunMeasurement: Sendable {
  public private(set) var total = Tally()
  /// By what was asked for, in the order of names.
  public var groups: [(name: String, tally: Tally)] {
    tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  public internal(set) var files: [File] = []
  public private(set) var notes = TraceNotes()
  /// Lines that could not be read and are left out.
  public private(set) var faultCount = 0
  public private(set) var faults: [Fault] = []
  /// Lines of logs and metrics, which say nothing of runs.
  public private(set) var otherSignals = 0
  private var tallies: [String: Tally] = [:]
  private var store = TraceStore()
  let settings: MeasureSettings

  /// A log that was read.
  public struct File: Sendable, Hashable {
    public let name: String
    public let form: String
    public let bytes: Int
    public let lines: Int
  }

  /// A line that could not be read.
  public struct Fault: Sendable {
    public let file: String
    /// From 1.
    public let line: Int
    public let fault: LineFault
    public let excerpt: String
  }

  /// Why a whole log could not be read.
  public struct Failure: Error {
    public let file: String
    public let reason: String
  }

  public init(_ settings: MeasureSettings) { self.settings = settings }

  /// Takes in what was read apart.
  @discardableResult
  mutating func take(_ parts: [LogPart], _ path: String, from first: Int) -> Int {
    var line = first
    for part in parts {
      for (name, tally) in part.tallies {
        total.merge(tally)
        if settings.grouping != nil { tallies[name, default: Tally()].merge(tally) }
      }
      store.add(part.spans, part.names)
      otherSignals += part.otherSignals
      faultCount += part.faultCount
      for fault in part.faults where faults.count < LogPart.mostFaults {
        faults.append(
          Fault(
            file: path, line: line + fault.line + 1, fault: fault.fault, excerpt: fault.excerpt))
      }
      line += part.lineCount
    }
    return line
  }

  /// Puts the steps of traces together, once all logs are read.
  public mutating func finish() {
    var part = LogPart()
    notes = store.eachAttempt(settings) { part.add($0, settings) }
    store = TraceStore()
    take([part], "", from: 0)
  }
}
