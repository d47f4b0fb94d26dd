import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let plansVerb = Verb(
    "plans", .answers, "which plan to choose: margins, bills and savings side by side",
    usage: "plans FILE [flags]",
    details: """
      Judges every plan of the file as if it were the chosen one, in the base case and under every \
      stress, and says which to choose by one rule: of the plans whose checks hold and on which \
      no customer pays more than people alone would cost, the one with the highest gross margin in its \
      worst case. Below stand the plans over the month, a customer of each segment on each plan \
      with what it pays, saves and leaves, what is left if each customer takes the plan on which it \
      pays least, which plan is the cheapest for a customer of which size, \
      and the chance that a success kicker is missed by luck alone. A file that states no stress \
      gets the pessimistic pack.

      With --over it draws revenue, cost and margin over scale, and solves where one plan overtakes \
      another and where each breaks even. With --solve it finds the platform fee, the prices and \
      rates, the flat fees of tiers or the kicker that reach a target, in the base case and in the \
      worst, one at a time and as \
      fee against price. The exit code is 1 where no plan can be chosen, or a check fails that no \
      plan changes.
      """,
    examples: [
      "unitecon plans Scenarios/support-ticket.json5",
      "unitecon plans ticket.json5 --over tasks -o curves.csv",
      "unitecon plans ticket.json5 --solve margin=70%",
    ],
    flags: [
      Flags.over, Flags.from, Flags.to, Flags.solve, Flags.under, Flags.pack,
    ] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    for flag in [Flags.from, Flags.to] where invocation.has(flag) && !invocation.has(Flags.over) {
      throw UsageError(Wording.needsOver(flag), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let stated = try Subject.load(invocation, files: [file])[0]
    guard !stated.reading.model.scenario.plans.isEmpty else {
      throw NoAnswer([.error(Wording.noPlans(file), help: Wording.statePlan)])
    }
    let subject = try stated.packed(forPlans: invocation.has(Flags.pack))
    let (answer, tables) = try PlansRequest(invocation, subject).answer(
      forPage: destination.format.isText)
    switch destination.format {
    case .csv:
      let rows = PlansRows(answer, csv: destination.csv)
      try destination.stream { (sink) throws(NoAnswer) in try rows.write(to: sink) }
    case .json: try destination.write(json: .plans(answer, program: .this))
    default: try destination.write(.plans(answer, tables, program: .this))
    }
    keepUntilTheEnd(stated, subject, answer, tables)
    return answer.isPassed ? .done : .checkFailed
  }
}

extension Subject {
  /// The same with the pessimistic pack where that is asked for, or where the file states no stress.
  fileprivate func packed(forPlans isAsked: Bool) throws(ModelFaults) -> Subject {
    let isNeeded = isAsked || reading.model.scenario.stresses.isEmpty
    return isNeeded ? try packed(besideOwn: isAsked) : self
  }
}

/// What `plans` asks for, read in the words of the scenario.
private struct PlansRequest {
  let subject: Subject
  let stress: Stress?
  let scale: PlanScale?
  let factors: ClosedRange<Double>
  let target: (figure: PlanFigure, value: Double)?
  let asked: [String]

  init(_ invocation: Invocation, _ subject: Subject) throws {
    self.subject = subject
    stress = try subject.stress(named: invocation[Flags.under])
    scale = invocation[Flags.over].flatMap(PlanScale.init(rawValue:))
    let ends = try [(Flags.from, 0.1), (Flags.to, 10)].map { flag, usual in
      try invocation[flag].map { try Self.factor($0, flag, invocation.verb) } ?? usual
    }
    guard ends[0] < ends[1] else {
      throw UsageError(Wording.scaleEmpty(Flags.from, Flags.to), verb: invocation.verb)
    }
    factors = ends[0]...ends[1]
    target = try invocation[Flags.solve].map { try Self.target($0, subject, invocation.verb) }
    asked = [Flags.under, Flags.over, Flags.from, Flags.to, Flags.solve].compactMap { flag in
      invocation[flag].map { "--\(flag.name) \($0)" }
    }
  }

  /// `×0.1`, `× 0.1` or `0.1`.
  private static func factor(_ text: String, _ flag: Flag, _ verb: Verb) throws(UsageError)
    -> Double
  {
    let digits = text.drop { $0 == "×" || $0 == "x" || $0 == " " }
    guard let factor = Double(digits), factor >= 1e-6, factor <= 1e6 else {
      throw UsageError(Wording.notAFactor(flag, text), verb: verb)
    }
    return factor
  }

  /// `margin=70%`: a figure that every plan has, and its value.
  private static func target(
    _ text: String, _ subject: Subject, _ verb: Verb
  ) throws -> (figure: PlanFigure, value: Double) {
    guard let equals = text.firstIndex(of: "=") else {
      throw UsageError(Wording.needs(Flags.solve), verb: verb)
    }
    let name = String(text[..<equals])
    guard let figure = name == "margin" ? .grossMargin : PlanFigure(rawValue: name) else {
      let known = PlanFigure.allCases.map(\.rawValue)
      throw UsageError(
        Wording.noPlanFigure(name, known), near: nearestWord(to: name, among: known), verb: verb)
    }
    let model = subject.reading.model
    let unit =
      figure == .pricePerCompletedTask
      ? .money / .task
      : model.graph.positions[figure.path(model.scenario.plans[0].name)]
        .map { model.graph.nodes[$0].unit } ?? .one
    let value = QuantityText.value(
      String(text[text.index(after: equals)...]), of: name, in: unit,
      currency: model.scenario.currency)
    switch value {
    case .success(let value): return (figure, value)
    case .failure(let problem): throw NoAnswer([problem.diagnostic])
    }
  }

  /// The answer, and for a page the tables that stand before all else is found.
  ///
  /// - Parameter isForPage: a page shows no curves of customers.
  func answer(forPage isForPage: Bool) throws -> (PlansAnswer, PlansTables?) {
    let comparison = try PlanComparison(subject.reading)
    let cheapest = try comparison.cheapest()
    func answer(_ bills: CustomerBills?, _ curves: PlanCurves?, _ targets: [PlanTarget])
      -> PlansAnswer
    {
      PlansAnswer(
        subject, comparison, stress: stress, bills: bills, curves: curves, targets: targets,
        cheapest: cheapest, asked: asked)
    }
    let bare = answer(nil, nil, [])
    // None asks another anything, so each has a core as long as there is one.
    let parts = Machine.map([Part.curves, .bills] + (isForPage ? [.tables] : [])) { part in
      Result { () throws(ModelFaults) in try self.part(part, of: bare, withCustomers: !isForPage) }
    }
    var (bills, curves, tables): (CustomerBills?, PlanCurves?, PlansTables?) = (nil, nil, nil)
    for part in parts {
      switch try part.get() {
      case .bills(let found): bills = found
      case .curves(let found): curves = found
      case .tables(let written): tables = written
      }
    }
    let targets = try target.map {
      try comparison.reaching($0.value, of: $0.figure, under: stress)
    }
    return (answer(bills, curves, targets ?? []), tables)
  }

  private enum Part { case bills, curves, tables }

  private enum Found {
    case bills(CustomerBills?)
    case curves(PlanCurves?)
    case tables(PlansTables)
  }

  private func part(
    _ part: Part, of answer: PlansAnswer, withCustomers: Bool
  ) throws(ModelFaults) -> Found {
    let (comparison, crew) = (answer.comparison, Machine.crew)
    switch part {
    case .bills: return .bills(try comparison.bills(reach: factors, under: stress, by: crew))
    case .curves:
      guard let scale else { return .curves(nil) }
      return .curves(
        try comparison.curves(
          over: scale, factors, under: stress, withCustomers: withCustomers, by: crew))
    case .tables: return .tables(PlansTables(answer))
    }
  }
}
