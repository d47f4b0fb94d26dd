import Formulas
import UnitEconomics

/// A list of models and what their tokens cost, in the format of LiteLLM's
/// `model_prices_and_context_window.json`: one object, model → prices in USD for one token; or one of
/// ``OtherBooks``.
///
/// - Source: BerriAI/litellm, MIT licence; fields and rules as in its cost calculator.
public struct PriceBook: Sendable {
  public let identity: PriceBookIdentity
  private let models: [String: JSONNode]
  private let other: OtherBooks.Book?
  /// The names of all models, for suggestions.
  let modelNames: [String]

  /// Entries of the file that are no models.
  private static let notModels: Set<String> = ["sample_spec", "fallback_generalizations"]

  /// Prices are far larger files than scenarios.
  private static let largestFile = 256_000_000

  /// Reads a book.
  ///
  /// - Parameter span: where a scenario names it, for the message when it cannot be read.
  init?(
    path: String, at span: Span?, _ others: OtherBooks, _ sources: inout SourceMap,
    _ diagnostics: inout [Diagnostic]
  ) {
    let bytes: [UInt8]
    if let named = others.named(path) {
      bytes = named
    } else {
      switch FileReading.read(path: path, at: span, limit: Self.largestFile) {
      case .success(let read): bytes = read
      case .failure(let problem):
        diagnostics.append(problem.diagnostic)
        return nil
      }
    }
    let file = sources.add(name: path, bytes: bytes)
    do throws(OtherBooks.Fault) {
      other = try others.read(bytes)
    } catch {
      let start = min(error.offset, bytes.count)
      diagnostics.append(.error(error.words, at: Span(file: Int32(file), start..<start)))
      return nil
    }
    if let other {
      models = [:]
      modelNames = other.modelNames
      identity = PriceBookIdentity(
        name: FilePath.lastPart(path), date: other.checked, sha256: sha256(bytes))
      return
    }
    let before = diagnostics.count
    let root = JSON5.read(sources, file: file, into: &diagnostics)
    guard diagnostics.count == before, let root else { return nil }
    guard case .object(let members) = root.value else {
      diagnostics.append(.error(Wording.bookIsObject, at: root.span))
      return nil
    }
    var models: [String: JSONNode] = [:]
    models.reserveCapacity(members.count)
    for member in members where !Self.notModels.contains(member.key) {
      models[member.key] = member.value
    }
    self.models = models
    modelNames = models.keys.sorted()
    identity = PriceBookIdentity(
      name: FilePath.lastPart(path), date: nil, sha256: sha256(bytes))
  }

  /// The price of a model, its inputs kept under `inference.prices`; nil where the book has none.
  func price(of model: String, for decoding: Decoding) -> ModelPrice? {
    if let other {
      return other.price(model, identity.name, decoding.currency) { input in
        let adjusted = decoding.adjusted(input)
        decoding.keep(adjusted, inBookAt: nil)
        return adjusted
      }
    }
    guard let entry = models[model], case .object(let members) = entry.value else { return nil }
    let reader = PriceEntryReader(
      model: model, members: members, book: identity.name, decoding: decoding)
    return reader.price()
  }

}
