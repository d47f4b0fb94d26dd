import Formulas
import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

/// Asks what a scenario, or the runs of logs, would cost on other models.
struct RepriceRequest {
  private let invocation: Invocation
  private let files: [String]
  private let book: PriceBookFile
  private let models: [PriceEntry]

  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    files = Array(invocation.operands.dropFirst())
    guard !files.isEmpty else { throw UsageError(Wording.needsFile, verb: invocation.verb) }
    guard invocation.has(Flags.on) else {
      throw UsageError(Wording.needs(Flags.on), verb: invocation.verb)
    }
    book = try PriceBookFile(invocation[Flags.logPrices] ?? ShippedPrices.name)
    models = try book.entries(of: invocation.all(Flags.on))
  }

  func answer() throws {
    let destination = try Destination(invocation)
    let scenarios = files.filter(Self.isScenario)
    if scenarios.isEmpty {
      if invocation.has(Flags.set) {
        throw UsageError(Wording.setNeedsScenario, verb: invocation.verb)
      }
      let answer = try MeasureRequest(invocation, logs: files, prices: book).answer()
      return try destination.write(
        report: { .repricedRuns(answer, program: .this) }, table: { .measureFacts(answer) },
        json: { .measure(answer, program: .this) })
    }
    guard files.count == 1 else {
      throw UsageError(Wording.oneScenario, verb: invocation.verb)
    }
    if invocation.has(Flags.map) {
      throw UsageError(Wording.mapNeedsLog, verb: invocation.verb)
    }
    let subject = try Subject.loadAsPriced(files[0], invocation)
    var cases = [RepricedScenario.Case(model: nil, reading: subject.reading, notes: [])]
    for model in models { cases.append(try on(model, subject.reading.model.scenario)) }
    let repriced = RepricedScenario(subject, book: book.source, cases: cases)
    try destination.write(
      report: { .reprice(repriced, program: .this) }, table: { .repriceFacts(repriced) },
      json: { .reprice(repriced, program: .this) })
  }

  /// Whether a file is a scenario: one of JSON5, or of JSON that says what a task is or extends one.
  private static func isScenario(_ path: String) -> Bool {
    if path.hasSuffix(".json5") { return true }
    guard path.hasSuffix(".json"),
      case .success(let bytes) = FileReading.read(path: path, limit: 16_000_000, as: "a scenario")
    else { return false }
    let text = String(decoding: bytes.prefix(1_000_000), as: UTF8.self)
    return text.contains("\"workUnit\"") || text.contains("\"extends\"")
  }

  /// The scenario with all its calls at the prices of one model.
  private func on(
    _ entry: PriceEntry, _ scenario: Scenario
  ) throws(NoAnswer) -> RepricedScenario.Case {
    var result = scenario
    var notes: [String] = []
    let service = invocation[Flags.service].flatMap(PriceTerms.init(rawValue:)) ?? .standard
    if scenario.currency != "USD", scenario.exchangeRates["USD"] == nil {
      throw NoAnswer([
        .error(
          Wording.noDollar(scenario.currency), help: Wording.stateRate(scenario.currency, "USD"))
      ])
    }
    let asked = Set(scenario.inference.calls.map(\.model))
    let paths = asked.map { InputPath.appending($0, to: "inference.prices") + "." }
    var inputs = scenario.inputs.filter { input in
      !paths.contains { input.path.hasPrefix($0) }
    }
    for model in asked.sorted() {
      var price = entry.modelPrice(
        named: model, book: book.source.name, currency: scenario.currency,
        region: invocation[Flags.region], service: service
      ) { input in
        inputs.append(input)
        return input
      }
      guard price.rates[.input] != nil, price.rates[.output] != nil else {
        throw NoAnswer([.error(Wording.halfPriced(entry.name, in: book.source.name))])
      }
      let isBatched = scenario.inference.calls.contains {
        $0.model == model && (scenario.inputs[$0.batch.path] ?? $0.batch).value > 0
      }
      if isBatched, price.batchDiscount == nil {
        let none = Input(
          InputPath.appending(model, to: "inference.prices") + ".batchDiscount",
          "what a request costs less that may wait", 0, .share)
        inputs.append(none)
        price.batchDiscount = none
        notes.append(Wording.noBatchPrice)
      }
      result.inference.prices[model] = price
    }
    result.inputs = InputTable(inputs)
    // A stress on a price that this model does not have changes nothing here.
    for stress in result.stresses.indices {
      for part in result.stresses[stress].parts.indices {
        result.stresses[stress].parts[part].changes.removeAll { result.inputs[$0.path] == nil }
      }
    }
    do throws(ModelFaults) {
      return RepricedScenario.Case(
        model: entry.name, reading: try ScenarioReading(result), notes: notes)
    } catch {
      throw NoAnswer(error)
    }
  }
}
