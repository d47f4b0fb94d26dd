import Formulas
import UnitEconomics

// What changes, in words.
extension Comparison {
  /// The driver with what it changes, as a sentence mentions it.
  func title(of driver: Driver) -> String {
    if driver.isStatement { return driver.name }
    return "\(driver.name) (\(whatChanges(driver)))"
  }

  /// What a driver changes, in a few words: `20 → 23 EUR / h`, `× 2 on 4 inputs`.
  func whatChanges(_ driver: Driver) -> String {
    let differences = driver.differences
    if differences.isEmpty { return "nothing" }
    if differences.count == 1 { return change(differences[0]) }
    let factors = differences.map(factor)
    if let first = factors[0], !driver.isStatement,
      factors.allSatisfy({ $0.map { abs($0 - first) <= 1e-9 * first } ?? false })
    {
      return "\(text(ofFactor: first)) on \(differences.count) inputs"
    }
    let kinds: [(words: String, one: String)] = [
      ("inputs", "input"), ("parts added", "part added"), ("parts removed", "part removed"),
      ("parts replaced", "part replaced"),
    ]
    let found = differences.map { difference in
      switch difference.kind {
      case .value, .word, .added(_?), .removed(_?): 0
      case .added(nil): 1
      case .removed(nil): 2
      case .replaced: 3
      }
    }
    return kinds.enumerated().compactMap { index, kind in
      let count = found.count { $0 == index }
      return count == 0 ? nil : "\(count) \(count == 1 ? kind.one : kind.words)"
    }.joined(separator: ", ")
  }

  /// What stands there before and after: `20 → 23 EUR / h`, `none → 10 s / call`, `added`.
  func change(_ difference: Difference) -> String {
    let (old, new) = texts(of: difference)
    switch difference.kind {
    case .added(nil), .removed(nil): return old.isEmpty ? new : old
    case .value(let input, _):
      // The unit once, where both are in the same.
      let unit = unit(of: input, before)
      guard !unit.isEmpty, old.hasSuffix(unit), new.hasSuffix(unit) else { break }
      return "\(old.dropLast(unit.count)) → \(new)"
    default: break
    }
    return "\(old) → \(new)"
  }

  /// What stood there before, and what stands there after.
  func texts(of difference: Difference) -> (String, String) {
    func text(_ input: Input, _ side: Side) -> String {
      let digits = DecimalDigits(input.value)?.shifted(by: input.unit == .share ? 2 : 0)
      return (digits?.brief(significant: 6) ?? "n/a") + unit(of: input, side)
    }
    return switch difference.kind {
    case .value(let old, let new): (text(old, before), text(new, after))
    case .added(let input?): ("none", text(input, after))
    case .removed(let input?): (text(input, before), "none")
    case .added(nil): ("", "added")
    case .removed(nil): ("removed", "")
    case .word(let old, let new), .replaced(let old, let new): (old, new)
    }
  }

  /// What stands behind an input's number: "%", " s / call", nothing.
  private func unit(of input: Input, _ side: Side) -> String {
    if input.unit == .share { return "%" }
    let text = side.subject.unitText(input.unit, of: input.path)
    return text.isEmpty ? "" : " \(text)"
  }

  /// The inputs before and after, where numbers stand there.
  func inputs(of difference: Difference) -> (Input?, Input?) {
    switch difference.kind {
    case .value(let old, let new): (old, new)
    case .added(let input): (nil, input)
    case .removed(let input): (input, nil)
    case .word, .replaced: (nil, nil)
    }
  }

  /// What a value was multiplied by; nil where that says nothing.
  func factor(of difference: Difference) -> Double? {
    guard case .value(let old, let new) = difference.kind, old.value > 0, new.value > 0 else {
      return nil
    }
    return new.value / old.value
  }

  func text(ofFactor factor: Double) -> String {
    "× " + (DecimalDigits(factor)?.brief(significant: 4) ?? "n/a")
  }
}
