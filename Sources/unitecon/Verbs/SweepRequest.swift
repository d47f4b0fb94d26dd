import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

/// What `stress --axis` asks for, read in the words of the scenario.
struct SweepRequest {
  let subject: Subject
  let sweep: Sweep
  /// The words that ask for it: `--axis tools.*.latency.*=×1..×5`.
  let asked: [String]

  /// - Throws: ``NoAnswer`` with all that is wrong with axes, figures and the stress.
  init(_ invocation: Invocation, _ subject: Subject) throws(NoAnswer) {
    let model = subject.reading.model
    let reading = AxisText.read(invocation.all(Flags.axis), of: model.scenario)
    var faults = DiagnosticPrinter().text(
      reading.diagnostics, in: reading.sources, color: Terminal.standardError.takesColor)
    func gather(_ fault: NoAnswer) { faults += (faults.isEmpty ? "" : "\n") + fault.text }

    let names = invocation.all(Flags.figure)
    for name in names where model.graph.positions[name] == nil {
      gather(.unknownFigure(name, in: subject))
    }
    var stress: Stress?
    do throws(NoAnswer) {
      stress = try subject.stress(named: invocation[Flags.under])
    } catch {
      gather(error)
    }
    if faults.isEmpty, Sweep.points(reading.axes) > SweepSize.most {
      gather(SweepSize.tooMany(Sweep.points(reading.axes)))
    }
    guard faults.isEmpty else { throw NoAnswer(text: faults) }
    self.subject = subject
    asked =
      invocation.all(Flags.axis).map { "--axis \($0)" }
      + (stress.map { ["--under \($0.name)"] } ?? [])
    sweep = Sweep(
      model, reading.axes, figures: names.isEmpty ? Self.figures(of: model.scenario) : names.unique,
      under: stress)
  }

  /// The figures that are shown when nobody says which.
  private static func figures(of scenario: Scenario) -> [String] {
    let margin = scenario.planText.isEmpty ? [] : [Output.grossMargin]
    return (margin + [.costPerCompletedTask]).map(\.rawValue)
  }
}

extension [String] {
  /// Each once, in the order in which they first come.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
