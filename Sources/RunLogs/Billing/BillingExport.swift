import Formulas

/// What was paid for, by a billing export in the FOCUS format (1.0 to 1.4, CSV).
///
/// Costs are effective costs: after discounts, what was paid ahead spread over its use. Models are kept apart from
/// everything else, since the price of tokens covers them already; taxes, credits and adjustments are told and
/// not counted as cost of use.
///
/// - Source: FOCUS specification (focus.finops.org).
public struct BillingExport: Sendable {
  public private(set) var sums: [BillKey: BillSum] = [:]
  public private(set) var files: [RunMeasurement.File] = []
  public private(set) var unread = UnreadLines()
  /// Rows that are not the agent's.
  public private(set) var otherRows = 0
  private var currencies: Set<String> = []
  private let filter: BillFilter

  public init(_ filter: BillFilter = BillFilter()) { self.filter = filter }

  /// The one currency of all rows; empty where there are none.
  public var currency: String { currencies.first ?? "" }

  /// The months of use, in their order.
  public var months: [String] { Set(sums.keys.map(\.month)).sorted() }

  /// What some rows come to, by what agents need them for.
  public func sum(_ use: BillKey.Use, where isWanted: (BillKey) -> Bool = { _ in true }) -> BillSum
  {
    sums.reduce(into: BillSum()) { sum, entry in
      if entry.key.use == use, isWanted(entry.key) { sum.add(entry.value) }
    }
  }

  /// Reads an export of any size.
  ///
  /// - Throws: ``RunMeasurement/Failure`` where it cannot be read, lacks a column that is needed, or has amounts
  ///   in more than one currency.
  public mutating func read(
    _ path: String, by crew: Crew, progress: (Int) -> Void = { _ in }
  ) throws(RunMeasurement.Failure) {
    do throws(LogFile.Failure) {
      var file = try LogFile(path: path)
      _ = try file.firstSign()
      var first: [UInt8] = []
      try file.nextBlock(isCSV: true, into: &first)
      guard !first.isEmpty else { throw LogFile.Failure(reason: Wording.empty) }
      let heading = first.withUnsafeBufferPointer { CSVHeading($0) }
      var missing: [BillColumn] = []
      guard let rows = BillRows(heading, filter, missing: &missing) else {
        throw LogFile.Failure(reason: Wording.noBill(missing.map(\.rawValue)))
      }
      var count = 1
      let bytes = try file.eachBlock(
        from: Array(first[heading.start...]), isCSV: true, by: crew, progress: progress,
        read: { rows.read($0) }
      ) { parts in
        for part in parts {
          for (key, sum) in part.sums { sums[key, default: BillSum()].add(sum) }
          currencies.formUnion(part.currencies)
          otherRows += part.otherRows
          unread.add(part.faults, of: path, from: count)
          count += part.lineCount
        }
      }
      files.append(.init(name: path, form: "FOCUS", bytes: bytes, lines: count))
      guard currencies.count < 2 else {
        throw LogFile.Failure(reason: Wording.currencies(currencies.sorted()))
      }
    } catch {
      throw RunMeasurement.Failure(file: path, reason: error.reason)
    }
  }
}
