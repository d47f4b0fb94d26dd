/// Fair shares of what several players bring about together.
///
/// A player's share is what it adds on average over all orders in which the players could join:
///
///     share(i) = Σ over sets S without i of  |S|! (n − 1 − |S|)! / n!  · (worth(S + i) − worth(S))
///
/// The shares add up to worth(all) − worth(none); players who do the same get the same, and one who
/// does nothing gets nothing.
///
/// - Source: L. S. Shapley, A value for n-person games, 1953.
enum Shapley {
  /// With so many players or fewer, all sets are looked at.
  static let mostPlayers = 12

  /// The shares from the worth of every set.
  ///
  /// - Parameter worth: the set in which player i is present stands where bit i is 1; so of n players
  ///   there are 2ⁿ numbers.
  static func shares(_ worth: [Double]) -> [Double] {
    let count = worth.count.trailingZeroBitCount
    // k! (n − 1 − k)! / n! for sets of k players.
    var weights: [Double] = []
    for size in 0..<max(count, 1) {
      let last = weights.last ?? 1
      weights.append(size == 0 ? 1 / Double(count) : last * Double(size) / Double(count - size))
    }
    return (0..<count).map { player in
      var share = CompensatedSum()
      for set in worth.indices where set >> player & 1 == 0 {
        share.add(weights[set.nonzeroBitCount] * (worth[set | 1 << player] - worth[set]))
      }
      return share.value
    }
  }
}

/// A sum that keeps what each addition rounds away.
///
/// - Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, 1974.
struct CompensatedSum {
  private var sum = 0.0
  private var rest = 0.0

  mutating func add(_ term: Double) {
    let next = sum + term
    rest += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  var value: Double { sum + rest }
}

/// The worth of every set of players, where some sets may have none.
struct WorthTable {
  /// The players that stand behind each bit: one at first, more where they are tied together.
  private(set) var players: [[Int]]
  /// By the bits of the set; not a number where a set has no worth.
  private(set) var worth: [Double]

  init(_ worth: [Double]) {
    self.worth = worth
    players = (0..<worth.count.trailingZeroBitCount).map { [$0] }
  }

  /// Ties players together until every set that is left has a worth.
  ///
  /// Each time, of all pairs the one is tied that most sets without a worth tear apart; of none and
  /// of all players there must be a worth.
  /// - Returns: one set without a worth for each tie, as it was met, and the two it tears apart.
  mutating func tie() -> [(set: [Int], first: [Int], second: [Int])] {
    var ties: [(set: [Int], first: [Int], second: [Int])] = []
    while let (low, high, set) = worstPair {
      let members = players.indices.filter { set >> $0 & 1 == 1 }.flatMap { players[$0] }
      ties.append((members, players[low], players[high]))
      tie(low, high)
    }
    return ties
  }

  /// The pair that most sets without a worth tear apart, and the smallest of these sets.
  private var worstPair: (Int, Int, Int)? {
    let missing = worth.indices.filter { worth[$0].isNaN }
    guard !missing.isEmpty else { return nil }
    var worst: (low: Int, high: Int, count: Int) = (0, 0, 0)
    for low in players.indices {
      for high in players.indices.dropFirst(low + 1) {
        let count = missing.count { ($0 >> low ^ $0 >> high) & 1 == 1 }
        if count > worst.count { worst = (low, high, count) }
      }
    }
    let torn = missing.filter { ($0 >> worst.low ^ $0 >> worst.high) & 1 == 1 }
    return torn.min { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }.map {
      (worst.low, worst.high, $0)
    }
  }

  private mutating func tie(_ low: Int, _ high: Int) {
    let below = (1 << high) - 1
    worth = (0..<worth.count / 2).map { set in
      worth[set & below | (set & ~below) << 1 | (set >> low & 1) << high]
    }
    players[low] += players.remove(at: high)
  }
}
