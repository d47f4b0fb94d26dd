import Formulas
import Machine
import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

/// What `measure` asks of logs.
struct MeasureRequest {
  let logs: [String]
  var settings = MeasureSettings()
  /// Whether what steps were given and gave back is shown with them.
  let showsContents: Bool
  /// Where columns of exports are found, by the flag that names the export.
  var exportMaps: [String: ColumnMap] = [:]
  private var book: Subject.Source?
  private let exports: [(path: String, kind: HumanWork.Kind, flag: Flag)]
  private var rate: Double?
  private let bills: [String]
  private var filter = BillFilter()
  private let isStrict: Bool
  private let asked: [String]

  /// - Parameters:
  ///   - logs: where they are not all the words behind the verb.
  ///   - prices: a price book that was read already.
  ///   - wantsSpread: whether it is asked how sure means are, which takes longer.
  init(
    _ invocation: Invocation, logs: [String]? = nil, prices: PriceBookFile? = nil,
    wantsSpread: Bool = false
  ) throws {
    settings.wantsSpread = wantsSpread
    self.logs = logs ?? invocation.operands
    bills = invocation.all(Flags.bill)
    exports =
      invocation.all(Flags.helpdesk).map { ($0, .handling, Flags.helpdesk) }
      + invocation.all(Flags.approvals).map { ($0, .approval, Flags.approvals) }
    isStrict = invocation.has(Flags.strict)
    settings.grouping = invocation[Flags.byRuns].flatMap(RunGroup.init(rawValue:))
    settings.hasDecimalComma = invocation[Flags.decimal] == ","
    settings.joinsTasks = invocation[Flags.unit] == "task"
    settings.service =
      invocation[Flags.service].flatMap(TokenRates.Service.init(rawValue:)) ?? .standard
    asked = Self.told.flatMap { flag in
      invocation.all(flag).map { "--\(flag.name) \($0)" }
    }
    settings.task = invocation[Flags.task]
    showsContents = invocation.has(Flags.content)
    try readMaps(invocation)
    for text in invocation.all(Flags.billOnly) {
      let (name, value) = try Self.halves(text, of: Flags.billOnly, invocation)
      filter.add(name, is: value)
    }
    if !filter.isEmpty, bills.isEmpty {
      throw UsageError(Wording.billOnlyNeedsBill, verb: invocation.verb)
    }
    if self.logs.isEmpty, !exports.isEmpty, !invocation.has(Flags.after) {
      throw UsageError(Wording.noLog, verb: invocation.verb)
    }
    if let text = invocation[Flags.rate] {
      rate = try QuantityText.value(
        text, of: "--\(Flags.rate.name)", in: .money / .hour, currency: MeasureAnswer.currency
      ).mapError { NoAnswer([$0.diagnostic]) }.get()
    }
    try readPrices(prices, invocation)
  }

  /// What changes figures, and is told with them.
  private static let told = [
    Flags.task, Flags.map, Flags.outcome, Flags.reason, Flags.service, Flags.region, Flags.on,
    Flags.byRuns, Flags.unit, Flags.rate, Flags.billOnly, Flags.decimal,
  ]

  static func halves(
    _ text: String, of flag: Flag, _ invocation: Invocation
  ) throws(UsageError) -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { throw UsageError(Wording.needs(flag), verb: invocation.verb) }
    return (String(parts[0]), String(parts[1]))
  }

  /// Other models need a book, and have the shipped one where none is named.
  private mutating func readPrices(_ known: PriceBookFile?, _ invocation: Invocation) throws {
    let models = invocation.all(Flags.on)
    let path = invocation.priceBook ?? (models.isEmpty ? nil : ShippedPrices.name)
    settings.region = invocation[Flags.region]
    guard let prices = try known ?? path.map({ try PriceBookFile($0) }) else {
      if let region = settings.region {
        throw UsageError(Wording.regionNeedsPrices(region), verb: invocation.verb)
      }
      return
    }
    settings.prices = prices.list
    settings.on = try prices.entries(of: models)
    book = prices.source
  }

  /// - Parameter logs: other logs than the operands.
  func answer(of others: [String]? = nil) throws(NoAnswer) -> MeasureAnswer {
    let logs = others ?? self.logs
    let answer: MeasureAnswer
    do throws(RunMeasurement.Failure) {
      answer = try read(logs)
    } catch {
      throw NoAnswer([.error(Wording.cannotRead(error.file, error.reason))])
    }
    try refuseUnread(answer.unread)
    if !logs.isEmpty, answer.measurement.total.attempts == 0 {
      // What could not be read says why there is none.
      throw NoAnswer([.error(Wording.noRuns(logs))] + answer.unread.diagnostics)
    }
    // Amounts of two currencies are never added.
    if let bill = answer.bill, !logs.isEmpty, !["", MeasureAnswer.currency].contains(bill.currency)
    {
      throw NoAnswer([.error(Wording.foreignBill(bill.currency, MeasureAnswer.currency))])
    }
    return answer
  }

  /// Refuses lines that could not be read, where none may be left out.
  func refuseUnread(_ lines: UnreadLines) throws(NoAnswer) {
    if isStrict, lines.count > 0 { throw NoAnswer(lines.diagnostics) }
  }

  private func read(_ logs: [String]) throws(RunMeasurement.Failure) -> MeasureAnswer {
    let progress = Progress(
      total: FileSizes.total(of: logs + exports.map(\.path) + bills), unit: "bytes")
    defer { progress.end() }
    let advance: (Int) -> Void = { progress.advance(by: $0) }
    var settings = settings
    if !exports.isEmpty {
      var people = HumanWork()
      for (path, kind, flag) in exports {
        let map = exportMaps[flag.name] ?? ColumnMap()
        try people.read(
          path, as: kind, map, settings.words, hasDecimalComma: settings.hasDecimalComma,
          by: Machine.crew, progress: advance)
      }
      settings.people = people
    }
    var bill = BillingExport(filter)
    for path in bills { try bill.read(path, by: Machine.crew, progress: advance) }
    var measurement = RunMeasurement(settings)
    for log in logs { try measurement.read(log, by: Machine.crew, progress: advance) }
    measurement.finish(by: Machine.crew)
    return MeasureAnswer(
      measurement, book: book, bill: bills.isEmpty ? nil : bill, rate: rate, asked: asked)
  }
}

extension UnreadLines {
  /// The lines that could not be read, each where it stands.
  fileprivate var diagnostics: [Diagnostic] {
    first.map { fault in
      .error(
        Wording.badLine(
          fault.file, fault.line, fault.fault.offset + 1, fault.fault.problem.words),
        help: Wording.stands(fault.excerpt))
    }
  }
}
