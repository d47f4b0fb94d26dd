import Formulas
import UnitEconomics

extension Subject {
  /// Whether it may go live, what stands against it most, and where the money goes.
  var verdict: [Phrase] {
    let checks = reading.checks
    var spans: [Phrase] = []
    if checks.isEmpty {
      spans.append(.verdict(.warning, "Not judged"))
      spans.append(": the scenario states no checks.")
    } else if let worst = worstFailure {
      let failing = failedCheckNames.count
      let all = checkNames.count
      spans.append(.verdict(.failed, "Not ready"))
      spans.append(
        .plain(": \(failing) of \(all) checks fail. \(sentence(on: worst))."))
    } else {
      spans.append(.verdict(.passed, "Ready"))
      spans.append(.plain(": all checks hold in the base case and under \(stressCount)."))
    }
    if let driver = biggestDriver { spans.append(.plain(" \(driver)")) }
    return spans
  }

  private var stressCount: String {
    switch reading.stresses.count {
    case 0: "no stress, for none is stated"
    case 1: "the one stress"
    case let count: "all \(count) stresses"
    }
  }

  /// The failure of the base case, else of a stress, that is farthest beyond its limit.
  var worstFailure: CheckReading? {
    let failures = reading.checks.filter { !$0.isPassed }
    let inBase = failures.filter { $0.stress == nil }
    return (inBase.isEmpty ? failures : inBase).max { $0.severity < $1.severity }
  }

  private func sentence(on failure: CheckReading) -> String {
    let style = NumberStyle(failure.unit, currency: currency)
    let limit = text(.defined(failure.check.limit.value), style)
    let bound = failure.check.side == .min ? "at least" : "at most"
    let place = failure.stress.map { " under \($0)" } ?? ""
    let name = Output(rawValue: failure.check.output)?.words ?? failure.check.output
    let check = "Check \(failure.check.name): "
    if let reason = failure.reading.reason {
      return "\(check)\(name) is undefined\(place), because \(reason)"
    }
    return
      "\(check)\(name) is \(text(failure.reading, style))\(place), and \(bound) \(limit) is wanted"
  }

  /// The component that costs most, and the line in it that does.
  private var biggestDriver: String? {
    let values = reading.base.values
    guard let total = values[.totalCost].value, total > 0 else { return nil }
    let component = Component.allCases.max {
      (values[$0.output]?.value ?? 0) < (values[$1.output]?.value ?? 0)
    }
    guard let component, let cost = values[component.output]?.value else { return nil }
    let lines = reading.model.lines.filter { $0.component == component }
    let line = lines.max { (values[$0.path]?.value ?? 0) < (values[$1.path]?.value ?? 0) }
    let share = text(.defined(cost / total), .share)
    guard let line, let part = values[line.path]?.value, lines.count > 1 else {
      return "The biggest driver is \(component.words): \(share) of all cost."
    }
    return "The biggest driver is \(component.words): \(share) of all cost, "
      + "\(line.title) alone \(text(.defined(part / total), .share))."
  }
}

extension CheckReading {
  /// How far beyond its limit a failed check is, in parts of the limit.
  fileprivate var severity: Double {
    guard let distance else { return .infinity }
    return -distance / max(abs(check.limit.value), 1e-9)
  }
}
