import Formulas

/// Which uncertain inputs make a figure uncertain, and what it would be worth to know each.
public struct UncertaintyDrivers: Sendable {
  public let figure: String
  /// How many draws of each of the two sets.
  public let draws: Int
  /// The driver with the largest part first.
  public let drivers: [Driver]
  /// What a month's gross profit is expected to be; nil where nothing is sold.
  public let expectedProfit: Double?

  /// An uncertain input, or several that are correlated and so count as one.
  public struct Driver: Sendable {
    public let paths: [String]
    public let indices: SobolIndices
    /// Spearman's correlation of the figure with the input, or with the first of several.
    public let rankCorrelation: Double
    /// What it would be worth a month to know it exactly before deciding whether to go live.
    public let worth: Double?
  }

  /// Draws that are enough for intervals of some hundredths.
  public static let mostDraws = 16_384
}

extension SimulationPlan {
  /// What makes some figures uncertain.
  ///
  /// - Parameters:
  ///   - figures: by their names.
  ///   - draws: of each of two sets, every driver costs as many once more; by default no more than
  ///     the simulation's own.
  ///   - crew: who draws.
  /// - Returns: an answer for each figure; none where no input is uncertain.
  public func drivers(
    of figures: [String], draws: Int? = nil, by crew: Crew
  ) -> [UncertaintyDrivers] {
    guard !inputs.isEmpty else { return [] }
    let draws = draws ?? min(UncertaintyDrivers.mostDraws, max(1024, self.draws))
    let profit = Output.grossProfit.rawValue
    let isSold = model.graph.positions[profit] != nil
    let outputs = figures + (isSold ? [profit] : [])
    let columns = drawn.columns(on: crew.engine)
    let others = DrawnInputs(again: drawn).columns(on: crew.engine)
    let groups = self.groups
    // The first two readings are the sets themselves, the others one for each driver.
    let all = crew.map(groups.count + 2) { index in
      let own =
        index < 2
        ? (index == 0 ? columns : others)
        : columns.indices.map { groups[index - 2].contains($0) ? others[$0] : columns[$0] }
      return reading(own, outputs: outputs).values(draws, on: crew.engine)
    }
    let profits = isSold ? all[0][figures.count] : nil
    let ranks = figures.indices.map { Ranks(all[0][$0]) }
    // Of each group, its part in each figure.
    let parts = crew.map(groups.count) { index in
      let group = groups[index]
      var drawn = [Double](repeating: 0, count: draws)
      drawn.withUnsafeMutableBufferPointer {
        self.drawn.draw(group[0], 0, draws, to: $0.baseAddress!, on: crew.engine)
      }
      let own = Ranks(drawn)
      let worth = group.count == 1 ? profits.map { InputWorth(of: drawn, for: $0).value } : nil
      return figures.indices.map { figure in
        UncertaintyDrivers.Driver(
          paths: group.map { inputs[$0].input.path },
          indices: SobolIndices(
            all[0][figure], all[1][figure], mixed: all[index + 2][figure]),
          rankCorrelation: ranks[figure].correlation(with: own), worth: worth)
      }
    }
    return figures.enumerated().map { index, figure in
      UncertaintyDrivers(
        figure: figure, draws: draws,
        drivers: parts.map { $0[index] }
          .sorted { $0.indices.total.value > $1.indices.total.value },
        expectedProfit: profits.map { $0.reduce(0, +) / Double(draws) })
    }
  }

  /// Inputs that are correlated, directly or through others, belong to one driver.
  private var groups: [[Int]] {
    var group = Array(inputs.indices)
    for (index, weights) in mixture.enumerated() {
      for (other, weight) in weights.enumerated() where weight != 0 && group[other] != group[index]
      {
        let (old, new) = (group[index], group[other])
        for member in group.indices where group[member] == old { group[member] = new }
      }
    }
    return Dictionary(grouping: inputs.indices) { group[$0] }.values.sorted { $0[0] < $1[0] }
  }
}

extension GridReading {
  /// Every output's values over the first draws.
  fileprivate func values(_ draws: Int, on engine: BlockEngine) -> [[Double]] {
    let kept = KeptMemory(outputCount, 0..<draws)
    read(0..<draws, by: .alone(engine: engine)) { start, count, blocks in
      for output in blocks.indices { kept.keep(output, start, blocks[output], count) }
    }
    return (0..<outputCount).map { Array(kept.values($0, draws)) }
  }
}

/// The places of values in their order, equal ones sharing the mean of theirs.
struct Ranks: Sendable {
  private let places: [Double]

  init(_ values: [Double]) {
    // What has no value stands behind all that have.
    let values = values.map { $0.isNaN ? .infinity : $0 }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var places = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for index in start...end { places[order[index]] = Double(start + end) / 2 }
      start = end + 1
    }
    self.places = places
  }

  /// Spearman's rank correlation; 0 where one of both does not vary.
  func correlation(with other: Ranks) -> Double {
    let middle = Double(places.count - 1) / 2
    var (product, own, others) = (0.0, 0.0, 0.0)
    for (left, right) in zip(places, other.places) {
      product += (left - middle) * (right - middle)
      own += (left - middle) * (left - middle)
      others += (right - middle) * (right - middle)
    }
    return own > 0 && others > 0 ? product / (own * others).squareRoot() : 0
  }
}

/// What it is worth to know an input exactly before deciding whether to go live: how much more is
/// earned on average by who goes live only where profit is to be expected.
///
///     worth = E[max(0, E[profit | input])] − max(0, E[profit])
///
/// The expectation given the input is the mean over draws in which it is about as large: 64 groups of
/// neighbouring values.
///
/// - Source: Howard, "Information value theory", IEEE Transactions on Systems Science and Cybernetics 2,
///   1966; the grouping after Strong and Oakley, Medical Decision Making 33, 2013.
struct InputWorth {
  let value: Double

  init(of input: [Double], for profit: [Double]) {
    let order = input.indices.filter { profit[$0].isFinite }.sorted { input[$0] < input[$1] }
    let size = max(1, order.count / 64)
    var (informed, all) = (0.0, 0.0)
    for start in stride(from: 0, to: order.count, by: size) {
      let sum = order[start..<min(start + size, order.count)].reduce(0) { $0 + profit[$1] }
      informed += max(0, sum)
      all += sum
    }
    value = order.isEmpty ? 0 : max(0, (informed - max(0, all)) / Double(order.count))
  }
}
