import UnitEconomics

/// Reads scenario files: what a file extends, the settings of the run, the price book, the model.
///
///     let loader = ScenarioLoader()
///     let loaded = loader.load("Scenarios/support-ticket.json5")
///     loaded.model?.values()["costPerCompletedTask"]
public struct ScenarioLoader: Sendable {
  private let settings: [String]
  private let book: PriceBook?
  private let sources: SourceMap
  /// What is wrong with the price book; nothing is loaded then.
  private let diagnostics: [Diagnostic]

  /// A loader for a run.
  ///
  /// - Parameters:
  ///   - settings: texts such as `volume.peakFactor=4` that replace inputs.
  ///   - priceBook: the path of a price book that takes the place of those that files name.
  public init(settings: [String] = [], priceBook: String? = nil) {
    var sources = SourceMap()
    var diagnostics: [Diagnostic] = []
    book = priceBook.flatMap { PriceBook(path: $0, at: nil, &sources, &diagnostics) }
    self.settings = settings
    self.sources = sources
    self.diagnostics = diagnostics
  }

  /// A scenario file as it was read.
  public struct Loaded: Sendable {
    /// The model; nil where something is wrong, which ``diagnostics`` say.
    public var model: CostModel?
    public var diagnostics: [Diagnostic]
    public var sources: SourceMap
    /// Every file that had a part in it, the scenario first.
    public var files: [ReadFile]
  }

  /// A file that was read, and its fingerprint.
  public struct ReadFile: Sendable, Equatable {
    public let name: String
    public let sha256: String
  }

  /// Reads a scenario; `-` is standard input.
  public func load(_ path: String) -> Loaded {
    var loading = Loading(sources: sources, diagnostics: diagnostics)
    let model = loading.model(path, settings: settings, book: book)
    return Loaded(
      model: loading.hasErrors ? nil : model, diagnostics: loading.diagnostics,
      sources: loading.sources, files: loading.files)
  }
}

/// The reading of one scenario.
private struct Loading {
  var sources: SourceMap
  var diagnostics: [Diagnostic]
  var files: [ScenarioLoader.ReadFile] = []
  /// The files that are being read, each one extended by the one before it.
  private var chain: [(name: String, real: String)] = []

  init(sources: SourceMap, diagnostics: [Diagnostic]) {
    self.sources = sources
    self.diagnostics = diagnostics
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func model(_ path: String, settings texts: [String], book: PriceBook?) -> CostModel? {
    guard !hasErrors, var root = tree(path, extendedAt: nil) else { return nil }
    let isPartial = hasErrors
    var book = book
    var hasUnreadBook = false
    if book == nil, let node = root.member("inference")?.member("priceBook"),
      case .string(let name) = node.value
    {
      let folder = sources[Int(node.span.file)].name
      book = PriceBook(
        path: FilePath.resolve(name, besides: folder), at: node.span, &sources, &diagnostics)
      hasUnreadBook = book == nil
    }
    var settings = texts.compactMap { Setting($0, &sources, &diagnostics) }
    root = apply(&settings, to: root, book: book)

    let adjustments = settings.compactMap { setting in
      setting.kind.map {
        Adjustment(pattern: PathPattern(setting.path), kind: $0, node: setting.node)
      }
    }
    let decoding = Decoding(sources, root: root, isPartial: isPartial, adjustments: adjustments)
    // Which prices a book would have had is not known, and none is said to be missing.
    if hasUnreadBook { decoding.markUnread("inference.prices") }
    let model = decoding.model(root, book: book)
    diagnostics += decoding.findings
    if let used = model?.scenario.inference.book {
      files.append(.init(name: used.name, sha256: used.sha256))
    }
    for file in decoding.dataFiles where !files.contains(file) { files.append(file) }
    return model
  }

  /// The tree of a file, laid over that of the file it extends.
  private mutating func tree(_ path: String, extendedAt span: Span?) -> JSONNode? {
    let real = FilePath.real(path)
    if let first = chain.firstIndex(where: { $0.real == real }) {
      let names = chain[first...].map(\.name) + [path]
      diagnostics.append(.error(Wording.extendsItself(names), at: span))
      return nil
    }
    guard chain.count <= FilePath.longestChain else {
      diagnostics.append(.error(Wording.longChain, at: span))
      return nil
    }
    let bytes: [UInt8]
    switch FileReading.read(path: path) {
    case .success(let read): bytes = read
    case .failure(let problem):
      var diagnostic = problem.diagnostic
      diagnostic.span = span
      diagnostics.append(diagnostic)
      return nil
    }
    let file = sources.add(name: path == "-" ? "standard input" : path, bytes: bytes)
    files.append(.init(name: sources[file].name, sha256: sha256(bytes)))
    guard let root = JSON5.read(sources, file: file, into: &diagnostics) else { return nil }
    guard let extended = root.member("extends") else { return root }
    guard case .string(let name) = extended.value else {
      diagnostics.append(.error(Wording.expectedText("extends"), at: extended.span))
      return root.without("extends")
    }
    chain.append((path, real))
    defer { chain.removeLast() }
    let base = tree(FilePath.resolve(name, besides: path), extendedAt: extended.span)
    return (base ?? JSONNode(span: root.span, value: .object([])))
      .overlaid(with: root.without("extends"))
  }

  /// The tree with the settings made.
  ///
  /// A path that leads nowhere is a mistake in the setting, and is said there rather than as a strange
  /// new section of the file.
  private mutating func apply(
    _ settings: inout [Setting], to root: JSONNode, book: PriceBook?
  ) -> JSONNode {
    guard !settings.isEmpty else { return root }
    let trial = Decoding(sources, root: root, isPartial: true, keepsAskedPaths: true)
    _ = trial.scenario(root, book: book)
    let known = trial.askedPaths
    var unknown: Set<Int> = []
    var root = root
    for index in settings.indices {
      let setting = settings[index]
      let pattern = PathPattern(setting.path)
      let parent = InputPath.parent(of: setting.path)
      let isKnown =
        root.node(at: setting.parts) != nil || known.contains { pattern.matches($0) }
        || known.contains(parent) && root.node(at: InputPath.parts(parent)[...]) == nil
      if !isKnown, trial.inputs.contains(where: { pattern.matches($0.path) }) {
        // A price of the book stands in no file: it is changed where it is read.
        settings[index].kind = setting.kind ?? .set
        continue
      }
      guard isKnown else {
        let help = trial.suggestion(
          for: setting.written, among: trial.inputs.map(\.path) + known.sorted())
        diagnostics.append(
          .error(Wording.noSuchInput(setting.written), at: setting.pathSpan, help: help))
        unknown.insert(index)
        continue
      }
      if setting.kind == nil {
        root = root.setting(setting.parts, to: setting.node, keySpan: setting.pathSpan)
      }
    }
    // What is said to lead nowhere is not tried as a change as well.
    settings = settings.enumerated().filter { !unknown.contains($0.offset) }.map(\.element)
    return root
  }
}

extension JSONNode {
  fileprivate func without(_ key: String) -> JSONNode {
    guard case .object(let members) = value else { return self }
    return JSONNode(span: span, value: .object(members.filter { $0.key != key }))
  }
}
