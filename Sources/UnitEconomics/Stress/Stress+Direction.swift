import Formulas

extension Stress.Change {
  /// The change by a multiple of itself: a factor to that power, an amount so many times.
  ///
  /// A value that is set is approached from where the input stands, in equal steps.
  func scaled(by multiple: Double, from value: Double) -> Stress.Change {
    let scaled: Double
    switch kind {
    case .multiply where amount > 0: scaled = Elementary.power(amount, multiple)
    case .multiply: scaled = 1 + multiple * (amount - 1)
    case .add, .subtract: scaled = amount * multiple
    case .set: scaled = value + multiple * (amount - value)
    }
    return Stress.Change(path: path, kind: kind, amount: scaled)
  }
}

extension Scenario {
  /// The stresses of the file, and those of the pessimistic pack that lead another way; of two that
  /// differ in strength only, the stronger.
  public var stressDirections: [Stress] {
    let own = stresses.filter { !$0.changes.isEmpty }
    var pack: [Stress] = []
    for stress in pessimisticPack.reversed() {
      if (own + pack).contains(where: { $0.isParallel(to: stress) }) { continue }
      pack.insert(stress, at: 0)
    }
    return own + pack
  }
}

extension Stress {
  /// Whether two do the same to the same inputs, or one does more of it than the other.
  func isParallel(to other: Stress) -> Bool {
    let own = changes.sorted { $0.path < $1.path }
    let others = other.changes.sorted { $0.path < $1.path }
    if own == others { return true }
    guard own.map(\.path) == others.map(\.path), let first = commonFactor,
      let second = other.commonFactor
    else { return false }
    return (first > 1) == (second > 1)
  }

  /// The one factor by which it multiplies everything it touches.
  var commonFactor: Double? {
    guard let first = changes.first else { return nil }
    let isCommon = changes.allSatisfy { $0.kind == .multiply && $0.amount == first.amount }
    return isCommon ? first.amount : nil
  }
}
