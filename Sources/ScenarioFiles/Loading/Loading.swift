import Readiness
import UnitEconomics

/// The reading of one scenario.
struct Loading {
  var sources: SourceMap
  var diagnostics: [Diagnostic]
  var files: [ScenarioLoader.ReadFile] = []
  /// What the scenario states of its readiness; nil where it says nothing of it.
  private(set) var readiness: ReadinessBlock?

  init(sources: SourceMap, diagnostics: [Diagnostic]) {
    self.sources = sources
    self.diagnostics = diagnostics
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func model(
    _ path: String, text: String? = nil, settings texts: [String], book: PriceBook?,
    others: OtherBooks = .none,
    assumptions: AssumptionsFile?, checklist name: String? = nil, readsReadiness: Bool = false
  ) -> CostModel? {
    guard !hasErrors else { return nil }
    var tree = FileTree(
      noObject: Wording.scenarioIsObject, shipped: text.map { (path, path, $0) })
    let stated = tree.read(path, at: nil, &sources, &diagnostics)
    files += tree.files
    guard var root = stated else { return nil }
    let isPartial = hasErrors
    var book = book
    var hasUnreadBook = false
    if book == nil, let node = root.member("inference")?.member("priceBook"),
      case .string(let name) = node.value
    {
      let folder = sources[Int(node.span.file)].name
      let path = others.named(name) == nil ? FilePath.resolve(name, besides: folder) : name
      book = PriceBook(path: path, at: node.span, others, &sources, &diagnostics)
      hasUnreadBook = book == nil
    }
    var settings = texts.compactMap { Setting($0, &sources, &diagnostics) }
    root = apply(&settings, assumptions, to: root, book: book)
    if let assumptions {
      files.append(.init(name: assumptions.name, sha256: assumptions.sha256))
    }

    let adjustments = settings.compactMap { setting in
      setting.kind.map {
        Adjustment(pattern: PathPattern(setting.path), kind: $0, node: setting.node)
      }
    }
    let checklist = readsReadiness ? checklist(named: name, in: root) : nil
    let decoding = Decoding(sources, root: root, isPartial: isPartial, adjustments: adjustments)
    decoding.readsReadiness = readsReadiness
    // Which prices a book would have had is not known, and none is said to be missing.
    if hasUnreadBook { decoding.markUnread("inference.prices") }
    let model = decoding.model(root, book: book, checklist: checklist)
    readiness = decoding.readiness
    diagnostics += decoding.findings
    if let used = model?.scenario.inference.book {
      files.append(.init(name: used.name, sha256: used.sha256))
    }
    for file in decoding.dataFiles where !files.contains(file) { files.append(file) }
    return model
  }

  /// The checklist that the command line names, or else the scenario; the shipped one where none does.
  private mutating func checklist(named name: String?, in root: JSONNode) -> Checklist? {
    guard let block = root.member("readiness") else { return nil }
    var (path, span) = (name ?? ShippedChecklist.name, Span?.none)
    if name == nil, let node = block.member("checklist"), case .string(let text) = node.value {
      span = node.span
      path =
        text == ShippedChecklist.name
        ? text : FilePath.resolve(text, besides: sources[Int(node.span.file)].name)
    }
    guard let file = ChecklistFile(path, at: span, &sources, &diagnostics) else { return nil }
    files += file.files
    return file.checklist
  }
}
