import UnitEconomics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// numpy and numba on the Python that the command writes, with the distributions of the scenario.
struct SimulationPeer {
  private let python: PythonPeer
  private let inputs: String

  /// Writes the model and its distributions; nil where there is no Python with the libraries.
  init?(command: String, scenario: String, model: CostModel) {
    guard
      let python = PythonPeer(
        command: command, scenario: scenario, outputs: BatchBenchmarks.outputs,
        libraries: "numpy, numba, scipy"),
      let plan = SimulationBenchmarks.plan(model, 2, keeps: true)
    else { return nil }
    self.python = python
    inputs = python.model + ".inputs"
    let lines = plan.inputs.map { input in
      let name = String(input.input.path.map { $0 == "." ? "_" : $0 })
      return "\(name) \(input.uncertainty.distribution.family.peerText)\n"
    }
    guard let file = fopen(inputs, "w") else { return nil }
    fputs(lines.joined(), file)
    fclose(file)
  }

  /// The best seconds of each peer, by its name.
  func seconds(_ draws: Int) -> [String: Double] {
    python.seconds("Sources/Benchmarks/peer_simulate.py", [inputs, "\(draws)", "3"])
  }
}

extension Distribution.Family {
  /// The family and its parameters, as the peer reads them.
  fileprivate var peerText: String {
    switch self {
    case .normal(let a, let b), .lognormal(let a, let b), .uniform(let a, let b),
      .gamma(let a, let b):
      "\(name) \(a) \(b)"
    case .triangular(let a, let b, let c), .pert(let a, let b, let c): "\(name) \(a) \(b) \(c)"
    case .beta(let a, let b, _, _): "\(name) \(a) \(b)"
    case .successes(let hits, let trials):
      "\(name) \(Double(hits) + 0.5) \(Double(trials - hits) + 0.5)"
    case .poisson, .discrete, .empirical: "unknown"
    }
  }
}
