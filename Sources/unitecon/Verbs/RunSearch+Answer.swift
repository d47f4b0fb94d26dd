import RunLogs
import ScenarioFiles
import UnitEconomics

extension RunSearch {
  /// The runs that were asked for.
  ///
  /// - Throws: ``NoAnswer`` where there are none, with what may have been meant.
  func answer() throws(NoAnswer) -> [RunTimeline] {
    let found = runs
    if !found.isEmpty { return found }
    if beginningCount > 1 {
      throw NoAnswer([
        .error(Wording.severalRuns(name, beginningCount), help: Wording.writeOne(beginnings))
      ])
    }
    let near = nearest
    throw NoAnswer([
      .error(
        Wording.noRun(name), help: near.isEmpty ? Wording.whatTaskIs : Wording.writeOne(near))
    ])
  }

  /// Up to three names that are spelt alike; where none is, those that begin alike.
  private var nearest: [String] {
    var rest = known.sorted()
    var near: [String] = []
    while near.count < 3, let word = nearestWord(to: name, among: rest) {
      near.append(word)
      rest.removeAll { $0 == word }
    }
    if !near.isEmpty { return near }
    func common(_ word: String) -> Int { zip(word, name).prefix { $0 == $1 }.count }
    let most = rest.map(common).max() ?? 0
    return most == 0 ? [] : Array(rest.filter { common($0) == most }.prefix(3))
  }
}
