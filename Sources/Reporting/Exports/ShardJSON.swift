import UnitEconomics

extension JSON {
  /// A part of a simulation that was drawn, to be merged with the other parts.
  ///
  /// | member | holds |
  /// |---|---|
  /// | scenario | name, files with SHA-256, settings, and the stress or null |
  /// | outputs | the figures asked for, then those that only checks are on |
  /// | leaves | the first of its stretches of 4,096 draws, and the first that is not its |
  /// | tree | sums of neighbouring leaves; of each output, as 64-bit patterns in base64: draws with a value, draws without, sums of the four powers about the stated value, least, most |
  /// | values | of each output every value as 64-bit patterns in base64, where they are kept |
  /// | cells | of each output runs of neighbouring cells that hold values, where they are not: the number of a run's first cell (sign, exponent and twelve digits behind it), then how many values each cell has |
  public static func shard(
    _ simulation: Simulation, _ number: ShardNumber, _ origin: SimulationShard.Origin,
    of subject: Subject
  ) -> JSON {
    [
      "format": "unitecon shard",
      "version": 1,
      "program": .string(origin.program),
      "scenario": [
        "name": .string(subject.scenario.name),
        "files": .array(
          subject.sources.map { ["name": .string($0.name), "sha256": .string($0.sha256)] }),
        "settings": .texts(origin.settings),
        "stress": origin.stress.map { .string($0) } ?? nil,
      ],
      "seed": .string(String(origin.seed)),
      "draws": .count(origin.draws),
      "sampling": .string(origin.sampling.rawValue),
      "quantiles": .string(origin.keepsValues ? "exact" : "sketch"),
      "figures": .texts(origin.figures),
      "outputs": .texts(origin.outputs),
      "checks": .texts(origin.checks),
      "shard": .count(number.number),
      "of": .count(number.count),
      "leaves": [.count(simulation.leaves.lowerBound), .count(simulation.leaves.upperBound)],
      "tree": .array(simulation.tree.nodes.map(\.json)),
      "values": .array(simulation.values.map { .string(BitText.text($0)) }),
      "cells": .array(simulation.sketches.map(\.json)),
    ]
  }

  fileprivate static func count(_ number: Int) -> JSON { .number(Double(number)) }

  private static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}

extension SumTree.Node {
  fileprivate var json: JSON {
    let numbers = sums.figures.flatMap {
      [$0.defined, $0.undefined] + (0..<4).map($0.powers.part) + [$0.least, $0.most]
    }
    return [
      "level": .count(level), "index": .count(index), "draws": .count(sums.draws),
      "failures": .array(sums.failures.map(JSON.count)), "anyFailure": .count(sums.anyFailure),
      "sums": .string(BitText.text(numbers)),
    ]
  }
}

extension SIMD4<Double> {
  fileprivate func part(_ index: Int) -> Double { self[index] }
}

extension ValueSketch {
  /// Neighbouring cells stand behind the number of the first.
  fileprivate var json: JSON {
    var runs: [JSON] = []
    var run: [JSON] = []
    var next = 0
    for (cell, count) in counts {
      if cell != next || run.isEmpty {
        if !run.isEmpty { runs.append(.array(run)) }
        run = [.count(cell)]
      }
      run.append(.count(count))
      next = cell + 1
    }
    if !run.isEmpty { runs.append(.array(run)) }
    return .array(runs)
  }
}
