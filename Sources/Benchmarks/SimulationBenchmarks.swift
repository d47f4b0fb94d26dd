import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

/// How many draws a second a simulation makes, beside numpy and numba on the same formulas and
/// distributions, quantiles included.
enum SimulationBenchmarks {
  static let scenario = "Sources/Benchmarks/uncertain.json5"

  static func table(command: String) -> Table {
    var table = Table(
      title: "Simulations, thirteen uncertain inputs, two figures, \(Machine.coreCount) cores, "
        + Machine.engine.name,
      columns: [
        Column("Draws", .trailing), Column("Quantiles"), Column("Seconds", .trailing),
        Column("Draws a second", .trailing), Column("numpy", .trailing),
        Column("Ours to it", .trailing), Column("numba", .trailing),
        Column("Ours to it", .trailing),
      ])
    guard let model = ScenarioLoader().load(scenario).model else { return table }
    let peer = SimulationPeer(command: command, scenario: scenario, model: model)
    for (draws, keeps) in [
      (100_000, true), (1_000_000, true), (10_000_000, true), (10_000_000, false),
      (100_000_000, false),
    ] {
      let peers = draws == 10_000_000 && keeps ? peer?.seconds(draws) : nil
      table.rows.append(row(model, draws, keeps: keeps, peers))
    }
    if peer == nil {
      table.rows.append(Row([.text("no peer: no python3 with numpy, numba and scipy")]))
    }
    return table
  }

  static func plan(_ model: CostModel, _ draws: Int, keeps: Bool) -> SimulationPlan? {
    try? SimulationPlan(
      model, figures: BatchBenchmarks.outputs, checks: [], seed: 1, draws: draws,
      keepsValues: keeps, by: Machine.crew)
  }

  private static func row(
    _ model: CostModel, _ draws: Int, keeps: Bool, _ peers: [String: Double]?
  ) -> Row {
    var seconds = Double.infinity
    for _ in 0..<(draws > 10_000_000 ? 1 : 5) {
      let start = ChildProcess.now
      guard let plan = plan(model, draws, keeps: keeps) else { return Row([]) }
      var simulation = Simulation(plan)
      simulation.draw(plan.leafCount, by: Machine.crew)
      _ = simulation.findings(by: Machine.crew)
      seconds = min(seconds, ChildProcess.now - start)
    }
    func peer(_ name: String) -> [Cell] {
      guard let other = peers?[name] else { return [.empty, .empty] }
      return [rate(Double(draws) / other), .number(other / seconds, .factor)]
    }
    return Row(
      [
        .number(Double(draws), .count), .text(keeps ? "exact" : "sketch"),
        .number(seconds, .quantity(digits: 3)), rate(Double(draws) / seconds),
      ] + peer("numpy") + peer("numba"))
  }

  private static func rate(_ perSecond: Double) -> Cell {
    .number(perSecond / 1e6, .quantity(digits: 3, unit: "M/s"))
  }

  /// Where the time of a draw goes, on one core: numbers, transforms, model, sums and quantiles.
  ///
  /// Inputs are drawn a leaf's length at a time, since new memory would cost as much as what is drawn.
  static func parts() -> Table {
    var table = Table(
      title: "A draw of thirteen inputs on one core, \(Machine.engine.name)",
      columns: [Column("Part"), Column("ns a draw", .trailing)])
    let draws = 1 << 20
    guard let model = ScenarioLoader().load(scenario).model,
      let plan = plan(model, draws, keeps: true)
    else { return table }
    func best(_ work: () -> Void) -> Double {
      (0..<5).map { _ in
        let start = ChildProcess.now
        work()
        return ChildProcess.now - start
      }.min()! / Double(draws) * 1e9
    }
    var simulation = Simulation(plan)
    let inputs = best {
      for piece in 0..<draws / 4096 {
        let range = 4096 * piece..<4096 * (piece + 1)
        _ = plan.samples(range, figures: false, on: Machine.engine)
      }
    }
    let all = best {
      simulation = Simulation(plan)
      simulation.draw(plan.leafCount, by: .alone(engine: Machine.engine))
    }
    let quantiles = best { _ = simulation.findings(by: .alone(engine: Machine.engine)) }
    for (name, value) in [
      ("uniform numbers and transforms", inputs), ("model, sums and keeping", all - inputs),
      ("quantiles", quantiles), ("together", all + quantiles),
    ] {
      table.rows.append(Row([.text(name), .number(value, .quantity(digits: 3))]))
    }
    return table
  }
}
