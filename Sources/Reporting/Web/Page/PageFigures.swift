import Formulas
import UnitEconomics

/// The figures that a page shows and its script works out, each at a place of its own.
struct PageFigures {
  private(set) var paths: [String] = []
  private var places: [String: Int] = [:]
  let subject: Subject

  init(_ subject: Subject) {
    self.subject = subject
    let model = subject.reading.model
    for output in Output.allCases { add(output.rawValue) }
    for line in model.lines { [line.path, line.quantityPath, line.pricePath].forEach { add($0) } }
    for reason in Reason.allCases { add("escalationByReason.\(reason)") }
    add("completedShare")
    for plan in model.scenario.plans {
      for output in Output.ofPlan { add(Self.path(plan.name, output)) }
    }
    for segment in model.scenario.volume.segments {
      for name in ["revenue", "cost", "contributionMargin"] {
        add("\(InputPath.appending(segment.name, to: "segments")).\(name)")
      }
    }
    for check in subject.reading.checks { add(check.check.output) }
  }

  static func path(_ plan: String, _ output: Output) -> String {
    "\(InputPath.appending(plan, to: "plans")).\(output.rawValue)"
  }

  private mutating func add(_ path: String) {
    guard subject.reading.base.values.graph.positions[path] != nil, places[path] == nil else {
      return
    }
    places[path] = paths.count
    paths.append(path)
  }

  subscript(path: String) -> Int? { places[path] }

  subscript(output: Output) -> Int? { places[output.rawValue] }

  /// A cell of the base case or of a stress that follows a figure.
  func live(_ path: String, _ style: NumberStyle, caseNumber: Int = 0) -> LiveCell? {
    places[path].map { LiveCell(source: .figure($0), style: style, caseNumber: caseNumber) }
  }

  /// A cell that follows one figure over another.
  func live(_ path: String, over other: String, _ style: NumberStyle) -> LiveCell? {
    guard let above = places[path], let below = places[other] else { return nil }
    return LiveCell(source: .ratio(above, below), style: style)
  }
}

/// A table built together with what its cells follow.
struct LiveTable {
  var table: Table
  private(set) var live: [[LiveCell?]] = []

  init(_ columns: [Column], title: String = "") { table = Table(title: title, columns: columns) }

  mutating func append(
    _ cells: [(Cell, LiveCell?)], style: Row.Style = .plain, indent: Int = 0
  ) {
    table.rows.append(Row(cells.map(\.0), style: style, indent: indent))
    live.append(cells.map(\.1))
  }
}
