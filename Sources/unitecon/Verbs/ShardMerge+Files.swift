import Reporting
import ScenarioFiles
import UnitEconomics

extension ShardMerge {
  /// Mistakes that are shown of many files.
  private static let mostMistakes = 20

  /// Reads files of shards, one shard at a time.
  ///
  /// - Throws: ``NoAnswer`` with what is wrong in all of them, or with the shards that are missing.
  init(files: [String]) throws(NoAnswer) {
    var merge: ShardMerge?
    var places: [ShardNumber: String] = [:]
    var first = ""
    var faults: [String] = []
    files: for path in files {
      let file: ShardFile
      switch ShardFile.read(path) {
      case .success(let read): file = read
      case .failure(let problem):
        faults.append(NoAnswer([problem.diagnostic]).text)
        continue
      }
      for index in 0..<file.count {
        guard faults.count < Self.mostMistakes else { break files }
        var mistakes: ShardFile.Mistakes?
        guard let shard = file.shard(index, &mistakes) else {
          if let mistakes { faults.append(mistakes.text) }
          // What is wrong with one line of a file is mostly wrong with all.
          continue files
        }
        let place = file.place(index)
        if merge == nil { (merge, first) = (ShardMerge(shard.origin), place) }
        if let fault = merge?.fault(of: shard, place, first, places[shard.number]) {
          faults.append(NoAnswer([.error(fault)]).text)
        } else {
          merge?.add(shard)
          places[shard.number] = place
        }
      }
    }
    guard let merge, faults.isEmpty else { throw NoAnswer(text: faults.joined(separator: "\n")) }
    let missing = merge.missing
    if let next = missing.first?.lowerBound {
      throw NoAnswer([
        .error(
          Wording.missingShards(missing, of: merge.origin.shards),
          help: Wording.drawMissing(next, of: merge.origin.shards))
      ])
    }
    self = merge
  }

  /// Why a shard has no place beside those that are there.
  private func fault(
    of shard: SimulationShard, _ place: String, _ first: String, _ other: String?
  ) -> String? {
    if let (what, own, other) = origin.difference(from: shard.origin) {
      return Wording.unlikeShards(place, first, what, own, other)
    }
    return other.map { Wording.shardTwice(shard.number, $0, place) }
  }

  /// Refuses a scenario that the shards were not drawn from.
  func check(_ subject: Subject, _ file: String) throws(NoAnswer) {
    guard origin.program == Program.this.text else {
      throw NoAnswer([
        .error(
          Wording.drawnByOther(file, origin.program, Program.this.text),
          help: Wording.sameProgram)
      ])
    }
    guard subject.sources.map(\.sha256) == origin.files else {
      throw NoAnswer([.error(Wording.drawnFromOther(file), help: Wording.sameFiles)])
    }
  }
}

extension ShardFile.Mistakes {
  fileprivate var text: String {
    DiagnosticPrinter().text(diagnostics, in: sources, color: Terminal.standardError.takesColor)
  }
}
