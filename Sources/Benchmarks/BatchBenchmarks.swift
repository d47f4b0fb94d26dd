import Dispatch
import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

/// How many points a second the batch reading works out.
enum BatchBenchmarks {
  static let outputs = ["costPerCompletedTask", "grossMargin"]

  static func table(scenario path: String) -> Table {
    var table = Table(
      title: "The batch reading, two outputs, on all cores",
      columns: [
        Column("Points"), Column("Count", .trailing), Column("Seconds", .trailing),
        Column("Points a second", .trailing),
      ])
    guard let model = ScenarioLoader().load(path).model else { return table }
    for count in [10, 22, 46, 100, 215, 464] {
      let grid = model.grid(axes(count, model.scenario))
      table.rows.append(row("three axes", model, grid))
    }
    for count in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
      table.rows.append(row("every input moves", model, everything(count, model)))
    }
    return table
  }

  private static func axes(_ count: Int, _ scenario: Scenario) -> [SweepAxis] {
    func factors(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    }
    return [
      SweepAxis(
        PathPattern("outcomes.escalation.*"), .multiply, amounts: factors(1, 4), in: scenario),
      SweepAxis(
        PathPattern("tools.*.latency.*"), .multiply, amounts: factors(1, 5), in: scenario),
      SweepAxis(
        PathPattern("volume.segments.*.tasksPerCustomer"), .multiply, amounts: factors(0.5, 2),
        in: scenario),
    ]
  }

  /// A list of points in which nothing stands still, so that nothing can be worked out once.
  private static func everything(_ count: Int, _ model: CostModel) -> Grid {
    let base = model.point()
    return Grid(axes: [
      .init(
        count: count,
        inputs: base.indices.map { input in
          let value = base[input]
          let ends = [value * 0.9, value]
          return (
            input,
            .computed(in: ends.min()!...ends.max()!) { range, target in
              for (index, place) in range.enumerated() {
                let step = UInt64(place &+ input) &* 0x9E37_79B9_7F4A_7C15 >> 40
                target[index] = value * (1 - 0.1 * Double(step) * 0x1p-24)
              }
            }
          )
        })
    ])
  }

  private static func row(_ name: String, _ model: CostModel, _ grid: Grid) -> Row {
    let reading = GridReading(around: model.values(), grid: grid, outputs: outputs)
    var best = Double.infinity
    for _ in 0..<3 {
      let start = ChildProcess.now
      let sums = Sums()
      reading.read(pieces: 16, runner: concurrently) { _, count, blocks in
        var lows = (Double.infinity, Double.infinity)
        for index in 0..<count {
          lows.0 = min(lows.0, blocks[0][index])
          lows.1 = min(lows.1, blocks[1][index])
        }
        sums.take(lows)
      }
      best = min(best, ChildProcess.now - start)
    }
    return Row([
      .text(name), .number(Double(grid.count), .count), .number(best, .quantity(digits: 3)),
      .number(Double(grid.count) / best / 1e6, .quantity(digits: 3, unit: "M/s")),
    ])
  }

  private static let concurrently: GridReading.Runner = { pieces, work in
    DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
  }

  /// Something that needs every result, so that none can be left out.
  private final class Sums: @unchecked Sendable {
    private let queue = DispatchQueue(label: "sums")
    private var lowest = (Double.infinity, Double.infinity)

    func take(_ lows: (Double, Double)) {
      queue.sync { lowest = (min(lowest.0, lows.0), min(lowest.1, lows.1)) }
    }
  }
}
