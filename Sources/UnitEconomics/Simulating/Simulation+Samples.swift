import Formulas

/// Some draws in full: every uncertain input and every figure.
public struct DrawSamples: Sendable {
  public let draws: Range<Int>
  /// The values of each uncertain input, draw by draw.
  public let inputs: [[Double]]
  /// The values of each output, draw by draw; not a number where it has none.
  public let outputs: [[Double]]
}

extension SimulationPlan {
  /// The paths of what ``DrawSamples/outputs`` hold.
  public var sampledOutputs: [String] { outputs }

  /// Draws in full, the same that a simulation makes.
  ///
  /// - Parameters:
  ///   - draws: which ones, by their numbers.
  ///   - figures: whether the figures are worked out too.
  ///   - engine: what works blocks of them out.
  public func samples(
    _ draws: Range<Int>, figures: Bool = true, on engine: BlockEngine
  ) -> DrawSamples {
    let outputs = figures ? self.outputs : []
    let kept = KeptMemory(outputs.count, draws)
    if figures {
      reading(drawn.columns(on: engine), outputs: outputs)
        .read(draws, by: .alone(engine: engine)) { start, count, blocks in
          for output in blocks.indices { kept.keep(output, start, blocks[output], count) }
        }
    }
    let inputs = self.inputs.indices.map { index in
      [Double](unsafeUninitializedCapacity: draws.count) { buffer, count in
        drawn.draw(
          index, UInt64(draws.lowerBound), draws.count, to: buffer.baseAddress!, on: engine)
        count = draws.count
      }
    }
    return DrawSamples(
      draws: draws, inputs: inputs,
      outputs: outputs.indices.map { Array(kept.values($0, draws.count)) })
  }
}

extension Simulation {
  /// Whether the mean of the first figure is known to a part of it.
  public func isPrecise(to part: Double) -> Bool {
    let outputs = plan.outputs
    let sums = tree.total(figures: outputs.count, checks: plan.checks.count).figures[0]
    let mean = FigureDistribution.Estimate(meanOf: sums, about: centres(outputs)[0])
    return sums.defined > 0 && mean.halfWidth <= part * abs(mean.value)
  }
}
