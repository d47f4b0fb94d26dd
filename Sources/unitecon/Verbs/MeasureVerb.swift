import Machine
import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let measureVerb = Verb(
    "measure", .evidence, "what runs really cost and how they ended, from traces and run logs",
    usage: "measure LOG… [flags]",
    details: """
      Reads traces (OTLP as JSON lines, in every generation of OpenTelemetry's names for GenAI and in \
      those of OpenInference, OpenLLMetry and the AI SDK; traces that Langfuse exports) and plain run \
      logs (CSV or JSON lines, a run a row), by what stands in them, of any size; what gzip packed is \
      unpacked. A trace may be split over lines and files. Usage counts once: on steps that have none \
      below them. A line that cannot be read is left out, counted and shown; --strict refuses instead.

      Says what a success costs with its failures, what runs record and what the price list says side \
      by side, how runs ended with 95 % intervals, why they did not succeed, tokens and cache shares, \
      and how tools behave. No text that runs carry is copied.
      """,
    examples: [
      "unitecon measure traces.jsonl --prices model_prices_and_context_window.json",
      "unitecon measure runs.csv --by version -o measured.csv",
      "unitecon measure attempts.jsonl --map outcome=resolved --map 'inputTokens=calls.*.1'",
    ],
    flags: [
      Flags.map, Flags.columns, Flags.logPrices, Flags.service, Flags.byRuns, Flags.unit,
      Flags.strict,
    ]
  ) { invocation in
    let destination = try Destination(invocation)
    if invocation.has(Flags.columns) {
      try destination.write(.logColumns(program: .this))
      return .done
    }
    guard !invocation.operands.isEmpty else {
      throw UsageError(Wording.noLog, verb: invocation.verb)
    }
    let answer = try MeasureRequest(invocation).answer()
    try destination.write(
      report: { .measure(answer, program: .this) }, table: { .measureFacts(answer) },
      json: { .measure(answer, program: .this) })
    return .done
  }
}

/// What `measure` asks of logs.
private struct MeasureRequest {
  private let logs: [String]
  private var settings = MeasureSettings()
  private var book: Subject.Source?
  private let isStrict: Bool
  private let asked: [String]

  init(_ invocation: Invocation) throws {
    logs = invocation.operands
    isStrict = invocation.has(Flags.strict)
    settings.grouping = invocation[Flags.byRuns].flatMap(RunGroup.init(rawValue:))
    settings.joinsTasks = invocation[Flags.unit] == "task"
    settings.service =
      invocation[Flags.service].flatMap(TokenRates.Service.init(rawValue:)) ?? .standard
    for text in invocation.all(Flags.map) {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw UsageError(Wording.needs(Flags.map), verb: invocation.verb)
      }
      let name = String(parts[0])
      guard let column = LogColumn(rawValue: name) else {
        let known = LogColumn.allCases.map(\.rawValue)
        throw UsageError(
          Wording.noColumn(name), near: nearestWord(to: name, among: known),
          verb: invocation.verb)
      }
      settings.map.add(column, at: String(parts[1]))
    }
    if let path = invocation[Flags.logPrices] {
      let bytes: [UInt8]
      switch FileReading.read(path: path, limit: 256_000_000, as: "a price list") {
      case .success(let read): bytes = read
      case .failure(let problem): throw NoAnswer([problem.diagnostic])
      }
      do throws(LineFault) {
        settings.prices = try PriceList(bytes)
      } catch {
        throw NoAnswer([
          .error(Wording.cannotReadPrices(path, at: error.offset, error.problem.words))
        ])
      }
      book = Subject.Source(name: path, sha256: sha256(bytes))
    }
    asked = [Flags.map, Flags.service, Flags.byRuns, Flags.unit].flatMap { flag in
      invocation.all(flag).map { "--\(flag.name) \($0)" }
    }
  }

  func answer() throws(NoAnswer) -> MeasureAnswer {
    var measurement = RunMeasurement(settings)
    let progress = Progress(total: FileSizes.total(of: logs), unit: "bytes")
    defer { progress.end() }
    for log in logs {
      do throws(RunMeasurement.Failure) {
        try measurement.read(log, by: Machine.crew) { progress.advance(by: $0) }
      } catch {
        throw NoAnswer([.error(Wording.cannotRead(error.file, error.reason))])
      }
    }
    progress.end()
    if isStrict, measurement.faultCount > 0 { throw NoAnswer(measurement.diagnostics) }
    measurement.finish()
    return MeasureAnswer(measurement, book: book, grouping: settings.grouping, asked: asked)
  }
}

extension RunMeasurement {
  /// The lines that could not be read, each where it stands.
  fileprivate var diagnostics: [Diagnostic] {
    faults.map { fault in
      .error(
        Wording.badLine(
          fault.file, fault.line, fault.fault.offset + 1, fault.fault.problem.words),
        help: Wording.stands(fault.excerpt))
    }
  }
}
