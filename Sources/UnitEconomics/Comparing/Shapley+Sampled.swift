extension Shapley {
  /// Shares from some of the orders in which players could join, and how sure they are.
  struct Sample {
    var shares: [Double]
    /// The standard error of each share.
    var errors: [Double]
  }

  /// Shares from random orders, each taken forwards and backwards.
  ///
  /// In every order the players' additions add up to the whole difference, and so do their means. An
  /// order and its reverse err to opposite sides, so that their mean is taken as one sample:
  ///
  ///     standard error = √(variance of the pairs / number of pairs)
  ///
  /// - Parameters:
  ///   - ends: the worth of no player and of all.
  ///   - worth: the worth of some sets, a flag for each player.
  /// - Returns: nil where a set has no worth.
  static func sample<Failure: Error>(
    players count: Int, pairs: Int, seed: UInt64, ends: (none: Double, all: Double),
    worth: ([[Bool]]) throws(Failure) -> [Double]
  ) throws(Failure) -> Sample? {
    var numbers = OrderNumbers(state: seed)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
    var means = [Double](repeating: 0, count: count)
    var squares = means
    var done = 0
    while done < pairs {
      // As many orders at a time as make a block of a few thousand sets.
      let orders = (0..<min(pairs - done, max(1, 2048 / count))).map { _ in
        numbers.order(of: count)
      }
      let both = orders.flatMap { [$0, $0.reversed()] }
      let worths = try worth(both.flatMap { sets(along: $0) })
      guard !worths.contains(where: \.isNaN) else { return nil }
      let additions = both.enumerated().map { index, order in
        let start = index * (count - 1)
        return self.additions(order, [ends.none] + worths[start..<start + count - 1] + [ends.all])
      }
      for pair in orders.indices {
        done += 1
        for player in 0..<count {
          let addition = (additions[2 * pair][player] + additions[2 * pair + 1][player]) / 2
          sums[player].add(addition)
          let gap = addition - means[player]
          means[player] += gap / Double(done)
          squares[player] += gap * (addition - means[player])
        }
      }
    }
    return Sample(
      shares: sums.map { $0.value / Double(pairs) },
      errors: squares.map { (max(0, $0) / Double(pairs - 1) / Double(pairs)).squareRoot() })
  }

  /// The sets met while players join in an order, the empty and the full one left out.
  private static func sets(along order: [Int]) -> [[Bool]] {
    var set = [Bool](repeating: false, count: order.count)
    return order.dropLast().map { player in
      set[player] = true
      return set
    }
  }

  /// What each player adds in an order, from the worth before and after each joins.
  private static func additions(_ order: [Int], _ worths: [Double]) -> [Double] {
    var additions = [Double](repeating: 0, count: order.count)
    for (place, player) in order.enumerated() {
      additions[player] = worths[place + 1] - worths[place]
    }
    return additions
  }
}

/// Orders that are the same in every run and with every compiler (SplitMix64).
private struct OrderNumbers {
  var state: UInt64

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Some order of the first whole numbers, each as likely as any other.
  mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    return order
  }
}
