import TestSupport
import Testing

@testable import UnitEconomics

/// Whether a player is in a set, given by its bits.
private func holds(_ set: Int, _ player: Int) -> Bool { set >> player & 1 == 1 }

@Suite("Shares are the mean of what a player adds over all orders")
struct ShapleyTests {
  @Test("of a product of two, each has its own change at the mean of the other")
  func product() {
    // a from 2 to 5, b from 7 to 11; worth of none, a, b, both.
    let shares = Shapley.shares([2 * 7, 5 * 7, 2 * 11, 5 * 11])
    #expect(isNear(shares[0], 3 * 9))
    #expect(isNear(shares[1], 4 * 3.5))
  }

  @Test("of a product of three, the shares worked out by hand")
  func productOfThree() {
    // x from 1 to 2, y from 1 to 3, z from 1 to 5. The share of x by hand:
    // (1·1)/3 + (3·1 + 1·5)/6 + (3·5)/3 = 20/3, and so on.
    let factors = [2.0, 3, 5]
    let worth = (0..<8).map { set in
      factors.indices.reduce(1.0) { $0 * (holds(set, $1) ? factors[$1] : 1) }
    }
    let shares = Shapley.shares(worth)
    for (share, byHand) in zip(shares, [20.0 / 3, 29.0 / 3, 38.0 / 3]) {
      #expect(isNear(share, byHand))
    }
  }

  @Test("of the glove market, two thirds go to the one left glove")
  func gloves() {
    // Worked in R. B. Myerson, Game Theory, and any textbook: players 1 and 2 have a right glove each.
    let worth = (0..<8).map { $0 & 1 == 1 && $0 > 1 ? 1.0 : 0 }
    let shares = Shapley.shares(worth)
    for (share, known) in zip(shares, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(isNear(share, known))
    }
  }

  @Test("they are the plain mean over all orders, for any worth", arguments: 1...6)
  func allOrders(count: Int) {
    var seed = Seed(UInt64(count))
    let worth = (0..<1 << count).map { _ in seed.number(-10...10) }
    var means = [Double](repeating: 0, count: count)
    let orders = Self.orders(of: Array(0..<count))
    for order in orders {
      var set = 0
      for player in order {
        means[player] += (worth[set | 1 << player] - worth[set]) / Double(orders.count)
        set |= 1 << player
      }
    }
    for (share, mean) in zip(Shapley.shares(worth), means) {
      #expect(abs(share - mean) < 1e-12)
    }
  }

  @Test("they add up to the difference, whatever the worth", arguments: 0...12)
  func sum(count: Int) throws {
    var seed = Seed(UInt64(100 + count))
    let worth = (0..<1 << count).map { _ in 1e6 + seed.number(-1...1) }
    let shares = Shapley.shares(worth)
    #expect(shares.count == count)
    let difference = try #require(worth.last) - worth[0]
    #expect(abs(shares.reduce(0, +) - difference) < 1e-9)
  }

  @Test("players who do the same get the same, and who does nothing gets nothing")
  func symmetry() {
    // Players 0 and 1 count alike, player 2 not at all, player 3 doubles.
    let worth = (0..<16).map { set -> Double in
      let alike = holds(set, 0) == holds(set, 1) ? (holds(set, 0) ? 1.5 : 0) : 1
      return holds(set, 3) ? 2 * alike : alike
    }
    let shares = Shapley.shares(worth)
    #expect(isNear(shares[0], shares[1]))
    #expect(shares[2] == 0)
    #expect(shares[3] > 0)
  }

  private static func orders(of players: [Int]) -> [[Int]] {
    guard players.count > 1 else { return [players] }
    return players.flatMap { first in
      orders(of: players.filter { $0 != first }).map { [first] + $0 }
    }
  }
}

@Suite("Sampled shares")
struct SampledShapleyTests {
  /// Twelve factors, whose product has interactions of every order.
  private static let factors = (0..<12).map { 1 + 0.1 * Double($0 + 1) }

  private static func worth(_ set: [Bool]) -> Double {
    zip(factors, set).reduce(1) { $0 * ($1.1 ? $1.0 : 1) }
  }

  private static func sample(pairs: Int, seed: UInt64) throws -> Shapley.Sample {
    let ends = (
      worth(factors.map { _ in false }), worth(factors.map { _ in true })
    )
    return try #require(
      Shapley.sample(players: 12, pairs: pairs, seed: seed, ends: ends) { $0.map(worth) })
  }

  @Test("lie as near the exact ones as their standard error says", arguments: [1, 2, 3, 4, 5])
  func error(seed: UInt64) throws {
    let exact = Shapley.shares(
      (0..<4096).map { set in Self.worth((0..<12).map { holds(set, $0) }) })
    let sample = try Self.sample(pairs: 400, seed: seed)
    let gaps = zip(zip(sample.shares, exact), sample.errors).map { abs($0.0 - $0.1) / $1 }
    // Of 60 standard normal numbers, two in three lie within 1 and none beyond 4.5.
    #expect(gaps.allSatisfy { $0 < 4.5 })
    #expect(gaps.count { $0 < 1 } >= 4)
    #expect(gaps.contains { $0 > 0.3 }, "errors that are far too large would pass as well")
  }

  @Test("add up to the difference all the same")
  func sum() throws {
    let sample = try Self.sample(pairs: 7, seed: 1)
    let difference = Self.factors.reduce(1, *) - 1
    #expect(isNear(sample.shares.reduce(0, +), difference, within: 1e-13))
  }

  @Test("are the same in every run, and others with another seed")
  func seeds() throws {
    let shares = try Self.sample(pairs: 5, seed: 1).shares
    #expect(try Self.sample(pairs: 5, seed: 1).shares == shares)
    #expect(try Self.sample(pairs: 5, seed: 2).shares != shares)
  }

  @Test("are exact where nothing depends on the order")
  func additive() throws {
    let sample = try #require(
      Shapley.sample(players: 20, pairs: 3, seed: 1, ends: (0, 210)) { sets in
        sets.map { set in set.indices.reduce(0.0) { $0 + (set[$1] ? Double($1 + 1) : 0) } }
      })
    for player in 0..<20 {
      #expect(isNear(sample.shares[player], Double(player + 1)))
      #expect(sample.errors[player] < 1e-12)
    }
  }

  @Test("are none where a set has no worth")
  func undefined() {
    let sample = Shapley.sample(players: 13, pairs: 3, seed: 1, ends: (0, 1)) { sets in
      sets.map { $0[0] && !$0[1] ? .nan : 0.5 }
    }
    #expect(sample == nil)
  }
}

@Suite("Players that have no worth apart are tied together")
struct WorthTableTests {
  @Test("the two that every missing set tears apart, and no others")
  func pair() {
    // Four players; 1 without 3 has no worth.
    let worth = (0..<16).map { set in
      holds(set, 1) && !holds(set, 3) ? Double.nan : Double(set)
    }
    var table = WorthTable(worth)
    let ties = table.tie()
    #expect(ties.count == 1)
    #expect(ties[0].first == [1] && ties[0].second == [3])
    #expect(ties[0].set == [1])
    #expect(table.players == [[0], [1, 3], [2]])
    // Sets of 0, {1, 3} and 2, by their bits.
    #expect(table.worth == [0, 1, 10, 11, 4, 5, 14, 15])
  }

  @Test("two pairs make two ties")
  func pairs() {
    let worth = (0..<32).map { set -> Double in
      let isTorn = holds(set, 0) != holds(set, 1) || holds(set, 2) != holds(set, 4)
      return isTorn ? .nan : 1
    }
    var table = WorthTable(worth)
    #expect(table.tie().count == 2)
    #expect(table.players.map { Set($0) } == [[0, 1], [2, 4], [3]])
    #expect(table.worth == [Double](repeating: 1, count: 8))
  }

  @Test("where only none and all have a worth, all are one")
  func all() {
    var table = WorthTable((0..<16).map { $0 == 0 || $0 == 15 ? Double($0) : .nan })
    #expect(table.tie().count == 3)
    #expect(table.players.count == 1)
    #expect(table.worth == [0, 15])
  }
}
