import Formulas
import UnitEconomics

/// All that is asked about the plans of a scenario, and the answers.
public struct PlansAnswer: Sendable {
  public let subject: Subject
  public let comparison: PlanComparison
  /// The stress in which figures are shown; nil for the base case.
  public let stress: Stress?
  /// The case whose figures are shown.
  let shown: CaseReading
  /// What a customer of any size pays; nil where no customer has a task.
  public let bills: CustomerBills?
  /// Figures over scale, where they were asked for.
  public let curves: PlanCurves?
  /// What reaches a target, where one was asked for.
  public let targets: [PlanTarget]
  /// The month if every customer takes its cheapest plan; nil where there is nothing to choose from.
  public let cheapest: CheapestPlans?
  /// The words that asked, beside the settings.
  public let asked: [String]
  /// The currency, and how its amounts are shown: asked for in every cell.
  let currency: String
  let money: NumberStyle

  public init(
    _ subject: Subject, _ comparison: PlanComparison, stress: Stress?, bills: CustomerBills?,
    curves: PlanCurves?, targets: [PlanTarget], cheapest: CheapestPlans?, asked: [String]
  ) {
    self.cheapest = cheapest
    self.subject = subject
    self.comparison = comparison
    self.stress = stress
    self.bills = bills
    self.curves = curves
    self.targets = targets
    self.asked = asked
    currency = comparison.model.scenario.currency
    money = .money(currency)
    shown = comparison.cases.first { $0.stress == stress?.name } ?? comparison.base
  }

  var scenario: Scenario { comparison.model.scenario }

  /// What one task is called: "ticket".
  var task: String { subject.taskNoun }

  /// Whether the recommended plan meets all that is wanted, and so does what no plan changes.
  public var isPassed: Bool {
    comparison.choice.chosen != nil && comparison.sharedChecks.allSatisfy(\.isPassed)
  }

  func text(_ value: Double?, _ style: NumberStyle) -> String {
    value.flatMap(style.text(for:)) ?? "n/a"
  }

  /// A number of tasks as a boundary from which something holds: the first whole one.
  func tasks(from position: Double) -> String {
    let whole = (position * (1 - 1e-12)).rounded(.up)
    return position < 10 ? text(position, .quantity(digits: 3)) : text(whole, .count)
  }

  /// The name of a plan in a table, the one to choose marked.
  func name(_ plan: String) -> String {
    plan == comparison.choice.chosen?.name ? "\(plan) (choose)" : plan
  }
}

/// The tables of a page on plans that bills, curves and targets have no part in, so that they can be
/// written while those are still looked for.
public struct PlansTables: Sendable {
  let plans: Table
  let customers: [Table]
  let margins: Table
  let kickers: Table?

  public init(_ answer: PlansAnswer) {
    plans = answer.plans
    customers = answer.customers
    margins = answer.margins
    kickers = answer.kickers
  }
}

extension Report {
  /// Which plan to choose and why; plans and customers side by side; who pays least at which use; and
  /// what was asked for besides: curves over scale, what reaches a target.
  ///
  /// - Parameter tables: where they have been written already.
  public static func plans(
    _ answer: PlansAnswer, _ tables: PlansTables? = nil, program: Program
  ) -> Report {
    let tables = tables ?? PlansTables(answer)
    var blocks: [Block] = [.paragraph(answer.choice)]
    if let cheapest = answer.cheapestChoice { blocks.append(.paragraph(cheapest)) }
    if let shared = answer.sharedFailures { blocks.append(.paragraph(shared)) }
    blocks.append(.table(tables.plans))
    blocks += tables.customers.map { .table($0) }
    blocks.append(.table(tables.margins))
    blocks += answer.usage.map { .table($0) }
    blocks += answer.overScale
    blocks += answer.reaching
    if let kickers = tables.kickers { blocks.append(.table(kickers)) }
    blocks.append(.paragraph(answer.rule))
    blocks.append(.paragraph(answer.subject.provenance(program, asked: answer.asked)))
    return Report(title: "Plans: \(answer.scenario.name)", blocks: blocks)
  }
}
