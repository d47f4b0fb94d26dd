import Formulas

/// The smallest joint worsening of one kind that makes a check fail.
public struct ReverseStress: Sendable {
  /// How several inputs worsen at once.
  public enum Kind: Sendable {
    /// Every group of inputs by the same part of itself, each to its worse side.
    case groupsTogether(Int)
    /// Every single input so.
    case inputsTogether(Int)
    /// Every input in proportion to how hard it pulls a check to its limit: the shortest way there,
    /// by the sum of squared parts, if all slopes stayed as they are.
    case steepest
    /// A stress, by a multiple of itself: half of × 4 is × 2, half of + 4 is + 2.
    case stress(Stress)
  }

  public let kind: Kind
  /// The part, the length or the multiple at which the first check fails; nil where none does.
  public let limit: Headroom.Limit?
  /// How far was looked.
  public let end: Double
  /// Whether it is certain that no check fails before.
  public let isProven: Bool
  /// The inputs as they are at the limit, those that moved by the greatest part of themselves first.
  public let moved: [Moved]

  /// The factor on all that moves, where a stress multiplies everything by one.
  public var factor: Double? {
    guard case .stress(let stress) = kind, let common = stress.commonFactor else { return nil }
    return limit.map { Elementary.power(common, $0.position) }
  }

  /// An input that had a part in it.
  public struct Moved: Sendable {
    public let input: Input
    public let value: Double

    /// The change in parts of ``Input/fullStep``.
    public var part: Double { (value - input.value) / input.fullStep }
  }
}

/// A way on which inputs worsen together, before anybody has followed it.
struct ReverseStressPlan: Sendable {
  let kind: ReverseStress.Kind
  let direction: Direction
}

extension Standpoint {
  /// How many times a stress is followed.
  public static let mostStress = 10.0

  /// The ways on which inputs worsen together.
  ///
  /// - Parameters:
  ///   - checks: those that hold as the case stands.
  ///   - groups: the headroom of groups, which says which side is worse for each.
  ///   - single: the headroom of inputs.
  func reverseStressPlans(
    _ checks: [Check], groups: [Headroom], inputs single: [Headroom]
  ) -> [ReverseStressPlan] {
    guard !checks.isEmpty else { return [] }
    let pulls = Pulls(self, checks)
    let table = InputTable(inputs)
    let multiples = model.scenario.stressDirections.map { stress in
      ReverseStressPlan(
        kind: .stress(stress),
        direction: Direction(stress.name, 0...Self.mostStress) { multiple in
          stress.changes.map { $0.scaled(by: multiple, from: table[$0.path]?.value ?? 0) }
        })
    }
    return together(groups, pulls, ReverseStress.Kind.groupsTogether)
      + together(single, pulls, ReverseStress.Kind.inputsTogether) + steepest(pulls) + multiples
  }

  /// Follows one way to the first check that fails.
  func reverseStress(
    _ plan: ReverseStressPlan, _ checks: [Check]
  ) throws(ModelFaults) -> ReverseStress {
    let end = plan.direction.range.upperBound
    let failure = try firstFailure(of: checks, along: plan.direction, from: 0, to: end)
    let limit = failure.point.map {
      Headroom.Limit(
        check: $0.check, position: $0.at, factor: nil, distance: .infinity, kind: $0.kind)
    }
    let there = limit.map {
      model.scenario.changed(by: changes + plan.direction.changes($0.position)).inputs
    }
    let moved = inputs.compactMap { input -> ReverseStress.Moved? in
      guard let value = there?[input.path]?.value, value != input.value else { return nil }
      return ReverseStress.Moved(input: input, value: value)
    }
    return ReverseStress(
      kind: plan.kind, limit: limit, end: end, isProven: failure.isProven,
      moved: moved.ranked { -abs($0.part) })
  }

  /// All worsen by the same part of themselves; those for which no side is worse stay.
  private func together(
    _ subjects: [Headroom], _ pulls: Pulls, _ kind: (Int) -> ReverseStress.Kind
  ) -> [ReverseStressPlan] {
    let table = InputTable(inputs)
    var steps: [Step] = []
    var count = 0
    for subject in subjects {
      let own: [Step] =
        switch subject.subject {
        case .input(let input): [Step(input: input, size: input.fullStep)]
        // A group moves by factors, whatever its shares leave.
        case .group(let group):
          group.paths.compactMap { table[$0] }.map { Step(input: $0, size: abs($0.value)) }
        }
      let moving = own.filter { $0.size > 0 && !$0.input.domain.isWhole }
      let side = worseSide(subject, moving, pulls)
      guard side != 0, !moving.isEmpty else { continue }
      count += 1
      steps += moving.map { Step(input: $0.input, size: side * $0.size) }
    }
    return steps.isEmpty ? [] : [plan(kind(count), steps, to: 1)]
  }

  /// How far an input goes in one unit of a direction.
  private struct Step {
    let input: Input
    let size: Double
  }

  /// 1 where rising is worse, -1 where falling is: by the nearest limit, else by the strongest pull.
  private func worseSide(_ subject: Headroom, _ steps: [Step], _ pulls: Pulls) -> Double {
    if let nearest = subject.nearest, nearest.limit.kind != .undefined {
      return nearest.isRising ? 1 : -1
    }
    let pull = steps.map { pulls.worst($0.input.path) }.max { abs($0) < abs($1) } ?? 0
    return pull > 0 ? 1 : pull < 0 ? -1 : 0
  }

  private func steepest(_ pulls: Pulls) -> [ReverseStressPlan] {
    guard let nearest = pulls.nearest else { return [] }
    let steps = inputs.compactMap { input in
      nearest[input.path].map { Step(input: input, size: $0 * input.fullStep) }
    }
    // So far that the input which moves most has gone all its way.
    let most = nearest.values.reduce(0) { max($0, abs($1)) }
    return [plan(.steepest, steps, to: 1 / most)]
  }

  private func plan(
    _ kind: ReverseStress.Kind, _ steps: [Step], to end: Double
  ) -> ReverseStressPlan {
    ReverseStressPlan(
      kind: kind,
      direction: Direction("joint", 0...end) { part in
        steps.map {
          Stress.Change(
            path: $0.input.path, kind: .set, amount: $0.input.value + part * $0.size)
        }
      })
  }
}
