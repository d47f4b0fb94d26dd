import Foundation
import RunLogs
import Testing

@Suite("The shipped prices are those of their sources")
struct ShippedPricesTests {
  /// LiteLLM's price file of the version that the book names, where it lies apart from the project.
  private static let source: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = ProcessInfo.processInfo.environment["UNITECON_DATA"].map { URL(filePath: $0) }
    let file = (folder ?? root.appending(path: "../shared/data"))
      .appending(path: "litellm_prices.json")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }()

  @Test("all can be read, each with its source and the day it was looked at, none is odd")
  func readable() throws {
    let list = try PriceList(ShippedPrices.bytes)
    #expect(list.format == .own && (25...40).contains(list.models.count))
    for entry in list.models.values {
      #expect(entry.source?.hasPrefix("litellm 1.109.1, ") ?? false, "\(entry.name)")
      #expect(entry.checked == "2026-11-26" && entry.doubts.isEmpty, "\(entry.name)")
      #expect(entry.rates().rate(.input, input: 1) ?? .zero > .zero)
    }
  }

  @Test("each figure is LiteLLM's", .enabled(if: source != nil, "its price file is not here"))
  func figures() throws {
    let litellm = try PriceList(Array(try Data(contentsOf: try #require(Self.source))))
    for entry in try PriceList(ShippedPrices.bytes).models.values {
      let key = try #require(
        entry.source?.dropFirst("litellm 1.109.1, ".count).prefix { $0 != ";" })
      let theirs = try #require(litellm.models[String(key)], "\(key)")
      let own = entry.periods.filter { $0.source == nil }
      #expect(own.first?.rates.sorted == theirs.periods[0].rates.sorted, "\(key)")
      // Off-peak hours come as a period for all of them there, and one for each kind of day here.
      for period in own.dropFirst() {
        #expect(period.rates.sorted == theirs.periods[1].rates.sorted, "\(key)")
      }
      #expect(
        Set(own.dropFirst().flatMap(\.hours)) == Set(theirs.periods.dropFirst().flatMap(\.hours)))
      for region in ["eu", "us"] { #expect(entry.regions[region] == theirs.regions[region]) }
    }
  }

  @Test(
    "in LiteLLM's file as many prices are odd as were counted apart",
    .enabled(if: source != nil, "its price file is not here"))
  func doubts() throws {
    let list = try PriceList(Array(try Data(contentsOf: try #require(Self.source))))
    let kinds = list.models.values.flatMap { $0.doubts.map(\.kind) }
    func count(_ kind: PriceDoubt.Kind) -> Int { kinds.count { $0 == kind } }
    #expect(count(.writeHalfOfInput) == 5 && count(.writeFarBelowInput) == 6)
    #expect(count(.writeBelowRead) == 5 && count(.zeroInput) == 95 && list.unpriced.count == 115)
    #expect(count(.batchAboveStandard) == 0 && count(.readAboveInput) == 0)
  }
}

extension TokenRates {
  /// Every rate that is billed apart: not a cache write that costs nothing, nor reasoning at the price of output.
  fileprivate var sorted: [String] {
    let output = rates.first { $0.kind == .output && $0.above < 0 && $0.service == .standard }
    return Set(
      rates.filter { rate in
        !(rate.kind == .cacheWrite && rate.amount == .zero)
          && !(rate.kind == .reasoning && rate.amount == output?.amount)
      }.map { "\($0.kind) \($0.above) \($0.service) \($0.amount)" }
    ).sorted()
  }
}
