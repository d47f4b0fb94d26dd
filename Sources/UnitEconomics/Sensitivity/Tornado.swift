import Formulas

/// How far a figure moves when each input alone goes to both ends of its range.
public struct Tornado: Sendable {
  /// The figure's path, and what it counts.
  public let output: String
  public let unit: Unit
  /// The figure where nothing moves.
  public let base: Double
  /// A bar for every input, the widest first; of equals, in the order of the file.
  public let bars: [Bar]

  /// The figure at both ends of one input's range.
  public struct Bar: Sendable {
    public let input: Input
    public let span: InputSpan
    public let atLow: Reading
    public let atHigh: Reading
    /// From the least to the most that the figure was seen to be, the base case among it.
    public let swing: Double

    /// Whether the input has a range to move in at all; one that is 0 and has none stated does not.
    public var isMoved: Bool { span.low < span.high }
    /// Whether the figure moves, or loses its value.
    public var movesFigure: Bool { swing > 0 || atLow.value == nil || atHigh.value == nil }
  }

  /// The bars of inputs that the figure answers to.
  public var moving: [Bar] { bars.filter(\.movesFigure) }
  /// The inputs that were moved, and did nothing to the figure.
  public var still: [Bar] { bars.filter { $0.isMoved && !$0.movesFigure } }
  /// The inputs that have nowhere to go.
  public var unmoved: [Bar] { bars.filter { !$0.isMoved } }
}

extension Standpoint {
  /// The tornado of a figure; nil where it is unknown or undefined as the case stands.
  ///
  /// - Parameters:
  ///   - output: the figure, by its name.
  ///   - movesWholes: whether whole numbers move too, each of which makes a model of its own.
  public func tornado(
    of output: String, movesWholes: Bool = true
  ) throws(ModelFaults) -> Tornado? {
    let inputs = movesWholes ? self.inputs : self.inputs.filter { !$0.domain.isWhole }
    let graph = reading.values.graph
    guard let position = graph.positions[output], let base = reading.values[output]?.value else {
      return nil
    }
    let spans = inputs.map(InputSpan.init)
    let lows = zip(inputs, spans).map { Move(input: $0, value: $1.low) }
    let highs = zip(inputs, spans).map { Move(input: $0, value: $1.high) }
    let figures = try figures(output, after: lows + highs)
    var bars: [Tornado.Bar] = []
    for index in inputs.indices {
      let low = try end(output, figures[index], lows[index])
      let high = try end(output, figures[inputs.count + index], highs[index])
      let seen = [base] + [low.value, high.value].compactMap { $0 }
      let swing = seen.max()! - seen.min()!
      bars.append(
        Tornado.Bar(
          input: inputs[index], span: spans[index], atLow: low, atHigh: high,
          swing: swing > abs(base) * Self.rounding ? swing : 0))
    }
    return Tornado(
      output: output, unit: graph.nodes[position].unit, base: base, bars: bars.ranked { -$0.swing })
  }

  /// Less than this part of a figure is taken for rounding.
  static let rounding = 1e-13

  private func end(
    _ output: String, _ figure: Double, _ move: Move
  ) throws(ModelFaults) -> Reading {
    figure.isNaN
      ? .undefined(because: try reason(output, after: move)) : .defined(figure)
  }
}
