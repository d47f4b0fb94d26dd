extension Scenario {
  /// Plans that are chosen and not there, shares that do not add up, and choices that are missing.
  var choiceProblems: [Problem] {
    let choices =
      [("plan", planChoice)]
      + volume.segments.map {
        (InputPath.appending($0.name, to: "volume.segments") + ".plan", $0.plan)
      }
    let problems = choices.flatMap { path, choice in
      choice.map { self.problems(of: $0, path) } ?? []
    }
    let isMissing = planChoice == nil && volume.segments.contains { $0.plan == nil }
    guard plans.count > 1, isMissing else { return problems }
    return problems + [
      Problem(
        "plans", Wording.planNotChosen(plans.count), absent: "plan",
        help: [Wording.choosePlan(plans[0].name)])
    ]
  }

  private func problems(of choice: PlanChoice, _ path: String) -> [Problem] {
    var problems: [Problem] = []
    for name in choice.plans where !plans.contains(where: { $0.name == name }) {
      let near = nearestWord(to: name, among: plans.map(\.name))
      problems.append(
        Problem(
          choice.isMix ? InputPath.appending(name, to: path) : path, Wording.unknownPlan(name),
          absent: InputPath.appending(name, to: "plans"),
          help: [near.map(Wording.didYouMean) ?? Wording.known(plans.map(\.name))]))
    }
    if case .mix(let shares) = choice {
      let total = shares.reduce(0) { $0 + $1.share.value }
      if abs(total - 1) > 1e-9 {
        problems.append(
          Problem(path, Wording.planShares(total), help: [Wording.allCustomersHaveAPlan]))
      }
    }
    return problems
  }
}
