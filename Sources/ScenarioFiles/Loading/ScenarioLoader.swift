import Readiness
import UnitEconomics

/// Reads scenario files: what a file extends, the settings of the run, the price book, the model.
///
///     let loader = ScenarioLoader()
///     let loaded = loader.load("Scenarios/support-ticket.json5")
///     loaded.model?.values()["costPerCompletedTask"]
public struct ScenarioLoader: Sendable {
  private let settings: [String]
  private let book: PriceBook?
  private let otherBooks: OtherBooks
  private let assumptions: AssumptionsFile?
  private let checklist: String?
  private let readsReadiness: Bool
  private let sources: SourceMap
  /// What is wrong with the price book or the assumptions; nothing is loaded then.
  private let diagnostics: [Diagnostic]

  /// A loader for a run.
  ///
  /// - Parameters:
  ///   - settings: texts such as `volume.peakFactor=4` that replace inputs.
  ///   - priceBook: the path of a price book that takes the place of those that files name.
  ///   - assumptions: the path of a CSV whose rows replace inputs, before settings do.
  ///   - decimalComma: whether numbers in that CSV have a decimal comma.
  ///   - checklist: the path of a checklist, or the name of the shipped one, that takes the place of those
  ///     that files name.
  ///   - readsReadiness: whether the checklist and the files of a readiness block are read; else only what
  ///     stands in the block itself.
  ///   - otherBooks: price books that are no files of LiteLLM's format.
  public init(
    settings: [String] = [], priceBook: String? = nil, assumptions: String? = nil,
    decimalComma: Bool = false, checklist: String? = nil, readsReadiness: Bool = false,
    otherBooks: OtherBooks = .none
  ) {
    self.checklist = checklist
    self.readsReadiness = readsReadiness
    var sources = SourceMap()
    var diagnostics: [Diagnostic] = []
    self.assumptions = assumptions.flatMap {
      AssumptionsFile($0, decimalComma: decimalComma, &sources, &diagnostics)
    }
    book = priceBook.flatMap { PriceBook(path: $0, at: nil, otherBooks, &sources, &diagnostics) }
    self.otherBooks = otherBooks
    self.settings = settings
    self.sources = sources
    self.diagnostics = diagnostics
  }

  /// A scenario file as it was read.
  public struct Loaded: Sendable {
    /// The model; nil where something is wrong, which ``diagnostics`` say.
    public var model: CostModel?
    /// What it states of its readiness; nil where it says nothing of it.
    public var readiness: ReadinessBlock?
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
  public func load(_ path: String) -> Loaded { load(path, text: nil) }

  /// Reads a scenario that stands in no file yet.
  ///
  /// - Parameter name: what it is called in messages.
  public func load(text: String, named name: String) -> Loaded { load(name, text: text) }

  private func load(_ path: String, text: String?) -> Loaded {
    var loading = Loading(sources: sources, diagnostics: diagnostics)
    let model = loading.model(
      path, text: text, settings: settings, book: book, others: otherBooks,
      assumptions: assumptions,
      checklist: checklist, readsReadiness: readsReadiness)
    return Loaded(
      model: loading.hasErrors ? nil : model, readiness: loading.readiness,
      diagnostics: loading.diagnostics,
      sources: loading.sources, files: loading.files)
  }
}
