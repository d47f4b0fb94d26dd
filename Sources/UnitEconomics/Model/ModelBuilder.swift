import Formulas

/// The formulas of inputs that were written, since fifty plans mention the same customer each.
private final class WrittenInputs {
  /// By the identity of what an input shares with its copies, which is kept, lest another takes its place.
  var formulas: [ObjectIdentifier: (details: Input.Details, formula: Formula)] = [:]
}

/// Writes down the formulas of one scenario; everything it defines ends up in the graph.
struct ModelBuilder {
  let scenario: Scenario
  /// Inputs that a stress has changed.
  let changed: [String: Input]
  /// Figures that are stated and not worked out, by their paths: what a month turned out to be.
  private let given: Set<String>
  /// All named formulas, in the order in which they were defined.
  private(set) var definitions: [Formula] = []
  private(set) var lines: [CostLine] = []
  private let written = WrittenInputs()

  init(_ scenario: Scenario, changed: [String: Input], given: Set<String> = []) {
    self.scenario = scenario
    self.changed = changed
    self.given = given
    definitions.reserveCapacity(512)
  }

  /// The formula of an input; one in foreign money is exchanged.
  func callAsFunction(_ input: Input) -> Formula {
    let details = input.details
    if let known = written.formulas[ObjectIdentifier(details)] { return known.formula }
    let formula = exchanged(input)
    written.formulas[ObjectIdentifier(details)] = (details, formula)
    return formula
  }

  private func exchanged(_ input: Input) -> Formula {
    let formula = Formula.input(input.path, input.sentence, unit: input.unit)
    guard let currency = input.foreignCurrency, let rate = scenario.exchangeRates[currency] else {
      return formula
    }
    return formula * self(rate)
  }

  /// The value of a whole-number input that decides the shape of the model.
  ///
  /// One that could not be read gives some shape, so that the rest of a scenario can be checked.
  func whole(_ input: Input) -> Int {
    Int(exactly: (changed[input.path] ?? input).value) ?? Int(input.domain.low)
  }

  /// Names a formula, keeps it and returns it; where the figure is given, an input of the name.
  mutating func define(
    _ path: String, _ sentence: String, _ unit: Unit, _ formula: consuming Formula
  ) -> Formula {
    let named =
      given.contains(path)
      ? Formula.input(path, sentence, unit: unit) : formula.named(path, sentence, unit)
    definitions.append(named)
    return named
  }

  /// Adds a priced line to a component: cost = quantity × price, by construction.
  mutating func line(
    _ component: Component, _ name: [String], _ title: String, quantity: Formula, price: Formula
  ) -> Formula {
    let path = name.reduce("\(component.rawValue)Lines") { InputPath.appending($1, to: $0) }
    let quantity = define("\(path).quantity", "quantity of \(title)", quantity.unit, quantity)
    let price = define("\(path).price", "price of \(title)", price.unit, price)
    let cost = define(path, title, .money / .month, quantity * price)
    lines.append(
      CostLine(component: component, name: name.joined(separator: "."), title: title, path: path))
    return cost
  }
}

/// The parts that total cost is the sum of.
public enum Component: String, Sendable, CaseIterable {
  case inference, tools, infrastructure, humanReview, failures

  /// The component as a person reads it.
  public var words: String {
    switch self {
    case .humanReview: "human review"
    default: rawValue
    }
  }

  /// The name of its cost among the outputs.
  public var output: String { "\(rawValue)Cost" }
}

/// A priced thing: name, quantity, unit, price and cost, always together.
public struct CostLine: Sendable {
  public let component: Component
  public let name: String
  public let title: String
  /// The path of the cost; the quantity and the price are found below it.
  public let path: String

  public var quantityPath: String { "\(path).quantity" }
  public var pricePath: String { "\(path).price" }
}
