import RunLogs
import UnitEconomics

extension ChainTally {
  /// How much of some runs is told, where all that is measured captures some links.
  func facts(where captured: RunChain.Links) -> [MeasureFact] {
    guard runs > 0 else { return [] }
    var facts: [MeasureFact] = []
    for link in RunChain.Link.allCases {
      for state in [RunChain.State.present, .missing, .notCaptured, .notOwed] {
        let count = count(state, link, where: captured)
        facts.append(MeasureFact("chain", "\(link)", state.rawValue, Double(count), "run"))
      }
      let present = count(.present, link, where: captured)
      let owed = present + count(.missing, link, where: captured)
      facts.append(share("\(link)", present, of: owed))
    }
    for gap in RunChain.Gap.allCases {
      guard let count = gaps[gap] else { continue }
      facts.append(MeasureFact("chain", "\(gap.link)", "\(gap)", Double(count), "run"))
    }
    let whole = whole(where: captured)
    return facts + [
      MeasureFact("chain", "whole", "runs", Double(whole), "run"),
      share("whole", whole, of: runs),
      MeasureFact("chain", "full", "runs", Double(full), "run"),
      share("full", full, of: runs),
    ]
  }

  private func share(_ item: String, _ count: Int, of all: Int) -> MeasureFact {
    MeasureFact(
      "chain", item, "share", all > 0 ? Double(count) / Double(all) : nil, "share",
      all > 0 ? wilsonInterval(count, of: all) : nil)
  }
}
