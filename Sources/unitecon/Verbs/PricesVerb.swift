import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let pricesVerb = Verb(
    "prices", .evidence, "what models cost by a price book; a log or a scenario on other models",
    usage: "prices [find WORD… | show MODEL… | compare MODEL… | check | reprice FILE…] [flags]",
    details: """
      Lists the models of a price book with their rates; find lists those whose names have a word in \
      them, show says everything that the book does of a model, compare sets models side by side with \
      what a request costs on each, check lists every price that is more often a slip than a price. \
      reprice says what a scenario's task costs on other models, or what the runs of a log would have.

      A model goes by its name, with or without a provider before it and a date behind it. The book \
      that comes with the program is meant where --prices names no other.
      """,
    examples: [
      "unitecon prices compare claude-sonnet-5 gpt-5.6-terra --cached 80%",
      "unitecon prices check --prices model_prices_and_context_window.json",
      "unitecon prices reprice Scenarios/support-ticket.json5 --on gpt-5.4",
    ],
    flags: [
      Flags.logPrices, Flags.inputTokens, Flags.outputTokens, Flags.cached, Flags.written, Flags.on,
      Flags.service, Flags.region, Flags.map, Flags.set,
    ], words: PricesRequest.Part.allCases.map(\.rawValue)
  ) { invocation in
    guard let part = invocation.operands.first else {
      try PricesRequest(invocation).list()
      return .done
    }
    guard let what = PricesRequest.Part(rawValue: part) else {
      let known = PricesRequest.Part.allCases.map(\.rawValue)
      throw UsageError(
        Wording.noPart(part), near: nearestWord(to: part, among: known), verb: invocation.verb)
    }
    let request = try PricesRequest(invocation)
    switch what {
    case .find: try request.find()
    case .show: try request.show()
    case .compare: try request.compare()
    case .check: try request.check()
    case .reprice: try RepriceRequest(invocation).answer()
    }
    return .done
  }
}

/// What `prices` asks of a price book.
struct PricesRequest {
  enum Part: String, CaseIterable { case find, show, compare, check, reprice }

  private let invocation: Invocation
  private let destination: Destination
  private let words: [String]

  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    destination = try Destination(invocation)
    words = Array(invocation.operands.dropFirst())
    let part = invocation.operands.first ?? ""
    for (flag, parts) in Self.parts {
      guard !invocation.has(flag) || parts.contains(part) else {
        throw UsageError(Wording.belongs(flag, to: parts), verb: invocation.verb)
      }
    }
  }

  /// Which flag belongs to what, so that none is read and not used.
  private static let parts: [(Flag, [String])] = [
    (Flags.inputTokens, ["compare"]), (Flags.outputTokens, ["compare"]),
    (Flags.cached, ["compare"]), (Flags.written, ["compare"]), (Flags.on, ["reprice"]),
    (Flags.service, ["compare", "reprice"]), (Flags.map, ["reprice"]), (Flags.set, ["reprice"]),
    (Flags.region, ["", "find", "show", "compare", "reprice"]),
  ]

  private func book() throws(NoAnswer) -> PriceBookFile {
    try PriceBookFile(invocation[Flags.logPrices] ?? ShippedPrices.name)
  }

  private func answer(_ book: PriceBookFile, _ entries: [PriceEntry]) -> PricesAnswer {
    PricesAnswer(book.list, book: book.source, entries: entries, region: invocation[Flags.region])
  }

  func list() throws {
    let book = try book()
    try write(answer(book, book.list.models.values.sorted { $0.name < $1.name }))
  }

  func find() throws {
    guard !words.isEmpty else { throw UsageError(Wording.needsWords, verb: invocation.verb) }
    let book = try book()
    let wanted = words.map { $0.lowercased() }
    let found = book.list.models.values.filter { entry in
      let names = ([entry.name] + entry.aliases).map { $0.lowercased() }
      return wanted.allSatisfy { word in names.contains { $0.contains(word) } }
    }
    guard !found.isEmpty else {
      throw NoAnswer([
        .error(
          Wording.noneFound(words, in: book.source.name),
          help: nearestWord(to: words[0], among: book.list.models.keys.sorted())
            .map(Wording.didYouMean) ?? Wording.listModels)
      ])
    }
    try write(answer(book, found.sorted { $0.name < $1.name }))
  }

  private func write(_ answer: PricesAnswer) throws(NoAnswer) {
    try destination.write(
      report: { .prices(answer, program: .this) }, table: { .priceFacts(answer) },
      json: { .prices(answer, program: .this) })
  }

  func show() throws {
    guard !words.isEmpty else { throw UsageError(Wording.needsModel, verb: invocation.verb) }
    let book = try book()
    let answer = answer(book, try book.entries(of: words))
    try destination.write(
      report: { .priceShow(answer, program: .this) }, table: { .priceFacts(answer) },
      json: { .prices(answer, program: .this) })
  }

  func compare() throws {
    guard words.count > 1 else { throw UsageError(Wording.needsModels, verb: invocation.verb) }
    let request = try TokenUsage(asked: invocation)
    let book = try book()
    let comparison = PriceComparison(
      answer(book, try book.entries(of: words)), request: request,
      service: invocation[Flags.service].flatMap(PriceTerms.init(rawValue:)) ?? .standard)
    try destination.write(
      report: { .priceCompare(comparison, program: .this) },
      table: { .priceCompareFacts(comparison) },
      json: { .priceCompare(comparison, program: .this) })
  }

  func check() throws {
    guard words.isEmpty else { throw UsageError(Wording.checksAll, verb: invocation.verb) }
    let book = try book()
    let answer = answer(book, book.list.models.values.sorted { $0.name < $1.name })
    try destination.write(
      report: { .priceCheck(answer, program: .this) }, table: { .priceCheckFacts(answer) },
      json: { .priceCheck(answer, program: .this) })
  }
}

extension TokenUsage {
  /// The request that the command line describes: 10,000 tokens in and 1,000 out where it says nothing.
  fileprivate init(asked invocation: Invocation) throws(UsageError) {
    func count(_ flag: Flag, _ usual: Int) throws(UsageError) -> Int {
      guard let text = invocation[flag] else { return usual }
      let scale = ["k": 1000.0, "K": 1000, "M": 1_000_000][text.suffix(1)]
      let digits = scale == nil ? text[...] : text.dropLast()
      guard let value = Double(digits).map({ $0 * (scale ?? 1) }), value >= 0, value <= 1e9,
        value == value.rounded()
      else { throw UsageError(Wording.notTokens(flag, text), verb: invocation.verb) }
      return Int(value)
    }
    func share(_ flag: Flag) throws(UsageError) -> Double {
      guard let text = invocation[flag] else { return 0 }
      let value = text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
      guard let value, value >= 0, value <= 1 else {
        throw UsageError(Wording.notAShare(flag, text), verb: invocation.verb)
      }
      return value
    }
    let input = try count(Flags.inputTokens, 10_000)
    let (cached, written) = (try share(Flags.cached), try share(Flags.written))
    guard cached + written <= 1 else {
      throw UsageError(Wording.tooMuchCached, verb: invocation.verb)
    }
    self.init(
      input: input, output: try count(Flags.outputTokens, 1000),
      cacheRead: Int((cached * Double(input)).rounded(.down)),
      cacheWrite: Int((written * Double(input)).rounded(.down)))
  }
}
