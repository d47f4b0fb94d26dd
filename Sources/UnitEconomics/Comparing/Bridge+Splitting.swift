import Formulas

/// A difference split among drivers.
struct Split {
  var shares: [Bridge.Share]
  var method: Bridge.Method
  var ties: [Bridge.Tie] = []
}

extension Coalitions {
  /// The difference split exactly, over every set of drivers.
  ///
  /// Drivers are tied together where the figure has no value with one of them and not the other.
  mutating func split(from start: Double, to end: Double) throws(ModelFaults) -> Split {
    guard !drivers.isEmpty else { return Split(shares: [], method: .exact(sets: 1)) }
    var worth = try table()
    worth[0] = start
    worth[worth.count - 1] = end
    var table = WorthTable(worth)
    var ties: [Bridge.Tie] = []
    for tie in table.tie() {
      let names = (tie.first + tie.second).sorted().map { drivers[$0].name }
      let set = drivers.indices.map { tie.set.contains($0) }
      ties.append(Bridge.Tie(drivers: names, reason: try reason(set)))
    }
    let values = Shapley.shares(table.worth)
    let all = table.worth.count - 1
    let shares = zip(table.players, values).enumerated().map { index, player in
      let tied = player.0.sorted().map { drivers[$0] }
      return Bridge.Share(
        driver: tied.count == 1 ? tied[0] : Driver(tied: tied), value: player.1,
        alone: table.worth[1 << index] - start, last: end - table.worth[all ^ 1 << index],
        standardError: nil)
    }
    return Split(shares: shares, method: .exact(sets: worth.count), ties: ties)
  }

  /// The difference split by sampled orders.
  ///
  /// - Returns: no split, and why, where the figure has no value for some set of drivers.
  mutating func sampledSplit(
    from start: Double, to end: Double
  ) throws(ModelFaults) -> (Split?, obstacle: String?) {
    let none = [Bool](repeating: false, count: drivers.count)
    let alone = drivers.indices.map { driver in none.indices.map { $0 == driver } }
    let ends = alone + alone.map { $0.map { !$0 } }
    let worths = try self.worths(ends)
    if let missing = worths.firstIndex(where: \.isNaN) {
      return (nil, try reason(ends[missing]))
    }
    var obstacle: String?
    let pairs = Bridge.pairs(shaping: shaping.count)
    let sample = try Shapley.sample(
      players: drivers.count, pairs: pairs, seed: Bridge.seed, ends: (start, end)
    ) { (sets: [[Bool]]) throws(ModelFaults) -> [Double] in
      let worths = try self.worths(sets)
      if let missing = worths.firstIndex(where: \.isNaN) { obstacle = try reason(sets[missing]) }
      return worths
    }
    guard let sample else { return (nil, obstacle) }
    let shares = drivers.indices.map { index in
      Bridge.Share(
        driver: drivers[index], value: sample.shares[index], alone: worths[index] - start,
        last: end - worths[drivers.count + index], standardError: sample.errors[index])
    }
    let method = Bridge.Method.sampled(pairs: pairs, seed: Bridge.seed)
    return (Split(shares: shares, method: method), nil)
  }
}
