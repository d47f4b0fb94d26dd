import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

/// How many points a second the batch reading works out, beside numpy and numba on the same formulas.
///
/// The peers run what `explain --format py` writes, both outputs into arrays of their own, as we do.
enum BatchBenchmarks {
  static let outputs = ["costPerCompletedTask", "grossMargin"]
  private static let axes: [(pattern: String, peer: String, low: Double, high: Double)] = [
    ("outcomes.escalation.*", "outcomes_escalation_[A-Za-z]+", 1, 4),
    ("tools.*.latency.*", "tools_[A-Za-z]+_latency_.*", 1, 5),
    ("volume.segments.*.tasksPerCustomer", "volume_segments_[A-Za-z]+_tasksPerCustomer", 0.5, 2),
  ]

  static func table(scenario path: String, command: String) -> Table {
    var table = Table(
      title: "Grids, two outputs, \(Machine.coreCount) cores, \(Machine.engine.name)",
      columns: [
        Column("Points"), Column("Count", .trailing), Column("Seconds", .trailing),
        Column("Points a second", .trailing), Column("numpy", .trailing),
        Column("numba", .trailing), Column("Ours to numba's", .trailing),
      ])
    guard let model = ScenarioLoader().load(path).model else { return table }
    let peer = PythonPeer(command: command, scenario: path, outputs: outputs)
    for count in [10, 22, 46, 100, 215, 464] {
      let peers =
        count >= 100 && count <= 215
        ? peer?.seconds(count, axes.map { "\($0.peer)=\($0.low)..\($0.high)" }) : nil
      table.rows.append(row("three axes", model.grid(sweep(count, model.scenario)), model, peers))
    }
    for count in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
      let peers = count == 1_000_000 ? peer?.seconds(count, []) : nil
      table.rows.append(row("every input moves", everything(count, model), model, peers))
    }
    if peer == nil { table.rows.append(Row([.text("no peer: no python3 with numpy and numba")])) }
    return table
  }

  private static func sweep(_ count: Int, _ scenario: Scenario) -> [SweepAxis] {
    axes.map { pattern, _, low, high in
      let factors = (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
      return SweepAxis(PathPattern(pattern), .multiply, amounts: factors, in: scenario)
    }
  }

  /// A list of points in which nothing stands still, so that nothing can be worked out once.
  private static func everything(_ count: Int, _ model: CostModel) -> Grid {
    let step = 0.1 / Double(count - 1)
    let filler = Grid.Filler { range, target, _ in
      for (index, place) in range.enumerated() { target[index] = 0.9 + step * Double(place) }
    }
    let factors = Grid.Column.computed(in: 0.9...1, filler)
    return Grid(axes: [
      .init(
        count: count, columns: [factors],
        inputs: model.point().enumerated().map { input, value in
          (input, .multiple(of: value, column: 0, within: -1e15...1e15))
        })
    ])
  }

  private static func row(
    _ name: String, _ grid: Grid, _ model: CostModel, _ peers: [String: Double]?
  ) -> Row {
    let reading = GridReading(around: model.values(), grid: grid, outputs: outputs)
    // Beyond so many, results would not fit in memory; they go round in what there is.
    let kept = min(grid.count, 20_000_000)
    let results = Results(kept)
    var seconds = Double.infinity
    for _ in 0..<(grid.count > kept ? 3 : 15) {
      let start = ChildProcess.now
      reading.read(by: Machine.crew) {
        start, count, blocks in results.take(start, count, blocks)
      }
      seconds = min(seconds, ChildProcess.now - start)
    }
    func rate(_ seconds: Double?) -> Cell {
      seconds.map {
        .number(Double(grid.count) / $0 / 1e6, .quantity(digits: 3, unit: "M/s"))
      } ?? .empty
    }
    return Row([
      .text(name), .number(Double(grid.count), .count), .number(seconds, .quantity(digits: 3)),
      rate(seconds), rate(peers?["numpy"]), rate(peers?["numba"]),
      peers?["numba"].map { .number($0 / seconds, .factor) } ?? .empty,
    ])
  }

  /// Where both outputs of every point are written, each place by one piece.
  private final class Results: @unchecked Sendable {
    private let memory: [UnsafeMutablePointer<Double>]
    private let size: Int

    init(_ size: Int) {
      self.size = size
      memory = outputs.map { _ in
        let memory = UnsafeMutablePointer<Double>.allocate(capacity: size + 1024)
        memory.initialize(repeating: 0, count: size + 1024)
        return memory
      }
    }

    deinit { for memory in memory { memory.deallocate() } }

    func take(_ start: Int, _ count: Int, _ blocks: [UnsafePointer<Double>]) {
      for output in 0..<2 {
        (memory[output] + start % size).update(from: blocks[output], count: count)
      }
    }
  }
}
