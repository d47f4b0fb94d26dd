import Formulas

/// An axis of a sweep as someone states it: patterns of inputs that move together, each over amounts
/// of its own.
///
/// A ``SweepAxis`` says what happens at each position; this says what the positions mean.
public struct StatedAxis: Sendable {
  /// One pattern of an axis, and what happens to the inputs that it matches.
  public struct Lane: Sendable {
    public let pattern: String
    public let kind: Stress.Change.Kind
    /// The inputs that the pattern matches, all in one unit unless they move by factors.
    public let paths: [String]
    /// What the amounts are in; plain numbers where they are factors.
    public let unit: Unit
    /// A factor or an amount for each position, rising or falling throughout.
    public let amounts: AxisAmounts
    /// Whether the amounts were asked for in equal factors.
    public let isLogarithmic: Bool

    public init(
      pattern: String, kind: Stress.Change.Kind, paths: [String], unit: Unit, amounts: AxisAmounts,
      isLogarithmic: Bool = false
    ) {
      self.pattern = pattern
      self.kind = kind
      self.paths = paths
      self.unit = unit
      self.amounts = amounts
      self.isLogarithmic = isLogarithmic
    }

    /// What an amount does to each input.
    public func changes(_ amount: Double) -> [Stress.Change] {
      paths.map { Stress.Change(path: $0, kind: kind, amount: amount) }
    }

    /// The amount at a position, or in even steps between two of them.
    func amount(at position: Double) -> Double {
      let low = min(max(0, Int(position)), amounts.count - 1)
      let part = position - Double(low)
      guard part > 0, low + 1 < amounts.count else { return amounts[low] }
      return amounts[low] + (amounts[low + 1] - amounts[low]) * part
    }

    fileprivate func picked(_ positions: [Int]) -> Lane {
      Lane(
        pattern: pattern, kind: kind, paths: paths, unit: unit,
        amounts: AxisAmounts(positions.map { amounts[$0] }), isLogarithmic: isLogarithmic)
    }
  }

  /// The patterns that move together, each with as many amounts.
  public let lanes: [Lane]
  /// Whether an input on it shapes the model, so that each position is a model of its own.
  public let shapesModel: Bool

  /// - Parameters:
  ///   - lanes: what moves together, each with a value a position.
  ///   - shapesModel: whether an input that the lanes move takes whole numbers only.
  public init(_ lanes: [Lane], shapesModel: Bool = false) {
    self.lanes = lanes
    self.shapesModel = shapesModel
  }

  /// How many positions it has.
  public var count: Int { lanes[0].amounts.count }

  /// What the axis is called: its patterns as they were stated.
  public var name: String { lanes.map(\.pattern).joined(separator: " & ") }

  /// The inputs that move along it.
  var paths: Set<String> { Set(lanes.flatMap(\.paths)) }

  /// What happens at a position.
  public func changes(at position: Int) -> [Stress.Change] {
    lanes.flatMap { $0.changes($0.amounts[position]) }
  }

  /// The axis with some of its positions only.
  public func picked(_ positions: [Int]) -> StatedAxis {
    StatedAxis(lanes.map { $0.picked(positions) }, shapesModel: shapesModel)
  }

  /// A stretch of positions for the batch reading, made on top of changes that stay.
  func sweepAxis(_ range: Range<Int>, under stress: [Stress.Change]) -> SweepAxis {
    let paths = paths
    let before = stress.filter { paths.contains($0.path) }
    return SweepAxis(name: name, positions: range.map { before + changes(at: $0) })
  }
}

extension StatedAxis {
  /// The way along the axis, whatever lies between its positions included.
  ///
  /// Its number is the one pattern's own amount, or where several move together the position, counted
  /// from 0.
  public var direction: Direction {
    let (start, end) = (start, end)
    let lanes = lanes
    let range = min(start, end)...max(start, end)
    guard lanes.count == 1 else {
      return Direction(name, range, isWhole: shapesModel) { position in
        lanes.flatMap { $0.changes($0.amount(at: position)) }
      }
    }
    return Direction(
      name, range, isLogarithmic: lanes[0].isLogarithmic, isWhole: shapesModel
    ) { lanes[0].changes($0) }
  }

  /// The direction's number where the axis begins.
  public var start: Double { lanes.count == 1 ? lanes[0].amounts[0] : 0 }

  /// The direction's number where the axis ends.
  public var end: Double { lanes.count == 1 ? lanes[0].amounts[count - 1] : Double(count - 1) }

  /// The amount of each pattern at a number of the direction.
  public func amounts(at number: Double) -> [Double] {
    lanes.count == 1 ? [number] : lanes.map { $0.amount(at: number) }
  }
}
