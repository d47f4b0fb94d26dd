import Formulas
import UnitEconomics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ReadinessCase {
  /// The smallest change of one of an item's levers by which its figure comes within the limit.
  ///
  /// Each lever is moved by a factor, up to four times or down to a quarter; the change that is smallest in
  /// proportion counts.
  func cheapestMove(for item: Checklist.Item) -> ItemResult.Move? {
    guard case .modelled(let path, let limit, let modelCase) = item.decision,
      let cases = self.cases(modelCase)
    else { return nil }
    let moves = item.levers.compactMap { lever in
      move(lever, path, limit, cases)
    }
    return moves.min { abs(log($0.factor)) < abs(log($1.factor)) }
  }

  private func move(
    _ lever: String, _ path: String, _ limit: Decision.Limit, _ cases: [Case]
  ) -> ItemResult.Move? {
    let pattern = PathPattern(lever)
    // Whole numbers that shape the model make it another one.
    let inputs = scenario.inputs.filter {
      pattern.matches($0.path) && $0.value != 0 && !$0.domain.isWhole
    }
    guard !inputs.isEmpty else { return nil }
    let figures = self.figures(path)
    func holds(_ exponent: Double) -> Bool {
      let factor = exp(exponent)
      let changes = inputs.map { Stress.Change(path: $0.path, kind: .multiply, amount: factor) }
      return cases.allSatisfy { state in
        let all = changes + state.changes
        let changed = state.model.scenario.changed(by: all)
        let values = state.model.values(changed: changed.inputs)
        return figures.allSatisfy { values[$0]?.value.map(limit.holds) ?? false }
      }
    }
    // Looked for outwards from no change at all, so that the nearest is found, up or down.
    let step = log(4.0) / 32
    for index in 1...32 {
      for sign in [1.0, -1.0] {
        let far = Double(index) * step * sign
        guard holds(far) else { continue }
        var (good, bad) = (far, far - step * sign)
        for _ in 0..<50 {
          let middle = (good + bad) / 2
          if holds(middle) { good = middle } else { bad = middle }
        }
        let only = inputs.count == 1 ? inputs.first : nil
        return ItemResult.Move(
          path: only?.path ?? lever, factor: exp(good), from: only?.value,
          to: only.map { $0.value * exp(good) })
      }
    }
    return nil
  }
}
