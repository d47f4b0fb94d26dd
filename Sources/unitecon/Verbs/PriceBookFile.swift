import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

/// A price book that the command line names, read.
struct PriceBookFile {
  let list: PriceList
  let source: Subject.Source

  /// As large as a price book may be.
  private static let mostBytes = 256_000_000

  /// Reads a book from a file, or takes the one that comes with the program.
  init(_ path: String) throws(NoAnswer) {
    let bytes: [UInt8]
    if path == ShippedPrices.name {
      bytes = ShippedPrices.bytes
    } else {
      switch FileReading.read(path: path, limit: Self.mostBytes, as: "a price list") {
      case .success(let read): bytes = read
      case .failure(let problem): throw NoAnswer([problem.diagnostic])
      }
    }
    do throws(LineFault) {
      list = try PriceList(bytes)
    } catch {
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
      throw NoAnswer([
        .error(Wording.badLine(path, line, column, error.problem.words))
      ])
    }
    guard !list.models.isEmpty else { throw NoAnswer([.error(Wording.emptyPrices(path))]) }
    source = Subject.Source(name: path, sha256: sha256(bytes))
  }

  /// What the book says of a model, or the nearest names that it has.
  func entry(of model: String) throws(NoAnswer) -> PriceEntry {
    if let entry = list.entry(of: model) { return entry }
    let names = list.models.keys.sorted()
    let nearest =
      nearestWord(to: model, among: names)
      ?? nearestWord(
        to: model, among: names.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    let alike = names.filter { $0.lowercased().contains(model.lowercased()) }
    let offered = ([nearest].compactMap { $0 } + alike.filter { $0 != nearest }).prefix(5)
    throw NoAnswer([
      .error(
        Wording.noModel(model, in: source.name),
        help: offered.isEmpty
          ? Wording.findModels : Wording.didYouMean(offered.joined(separator: ", ")))
    ])
  }

  /// The models that are asked about, each once, in the order in which they are.
  func entries(of models: [String]) throws(NoAnswer) -> [PriceEntry] {
    var found: [PriceEntry] = []
    for model in models {
      let entry = try entry(of: model)
      if !found.contains(where: { $0.name == entry.name }) { found.append(entry) }
    }
    return found
  }
}
