import Formulas
import UnitEconomics

/// What the script of a page is told: inputs and what they can be, cases, checks, and what is drawn.
struct PageData {
  let page: BoardPage
  /// The inputs that move in the model, in the order of the file.
  private let inputs: [Input]
  private let places: [String: Int]

  init(_ page: BoardPage) {
    self.page = page
    let moving = page.subject.reading.model.places
    let inputs = page.scenario.inputs.filter { moving[$0.path] != nil }
    self.inputs = inputs
    places = Dictionary(
      inputs.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var json: JSON {
    let subject = page.subject
    return [
      "version": 1, "file": .string(subject.file),
      "settings": .array(subject.settings.map(JSON.string)),
      "prefix": .string(prefix(subject.currency)), "task": .string(subject.taskNoun),
      "words": .members(PageWords.templates.map { ($0.key, .string($0.text)) }),
      "outputs": .members(Output.allCases.map { ($0.rawValue, .string($0.words)) }),
      "inputs": .array(inputs.map(json)),
      "slots": .array(page.base.graph.inputPaths.map { place($0) }),
      "figures": .array(page.figures.paths.map(JSON.string)),
      "cases": .array(page.cases.map(json)), "checks": .array(checks),
      "main": [
        "figure": .number(Double(page.figures[page.main] ?? 0)),
        "words": .string(page.main.words), "style": .string(page.mainStyle.code),
        "isMargin": .bool(page.main == .grossMargin),
        "limit": page.mainCheck.map { .number($0.limit.value) } ?? .null,
      ],
      "components": .array(
        Component.allCases.map { component in
          ["words": .string(component.words), "figure": figure(component.output)]
        }),
      "total": .string(page.filled(PageWords.costLabel)),
      "limitWord": .string(PageWords.limit), "statedWord": .string(PageWords.asStated),
      "plans": .array(
        page.scenario.plans.map { plan in
          [
            "name": .string(plan.name), "margin": figure(PageFigures.path(plan.name, .grossMargin)),
            "revenue": figure(PageFigures.path(plan.name, .revenue)),
          ]
        }),
      "curves": page.answer.curves.map(json) ?? .null,
      "map": page.answer.map.map(json) ?? .null,
      "tornado": page.answer.tornado == nil ? .null : .number(Double(BoardPage.top)),
      "leading": .array(leading),
    ]
  }

  private func place(_ path: String) -> JSON { places[path].map { .number(Double($0)) } ?? .null }

  private func figure(_ path: String) -> JSON {
    page.figures[path].map { .number(Double($0)) } ?? .null
  }

  // MARK: Inputs

  private func json(_ input: Input) -> JSON {
    let subject = page.subject
    let isRate = page.scenario.exchangeRates.values.contains { $0.path == input.path }
    let isMoney = !isRate && input.unit.inHomeMoney.isMoney
    let currency = input.foreignCurrency ?? subject.currency
    let unit = isRate ? subject.currency : input.unit.inHomeMoney.text(currency: currency)
    let isBare = unit.isEmpty || input.unit == .share || unit.hasPrefix("1 /")
    let shown = subject.unitText(input.unit, of: input.path)
    let spoken = isMoney ? "" : shown.split(separator: " ").first.map(String.init) ?? ""
    let domain = input.domain
    var members: [(String, JSON)] = [
      ("path", .string(input.path)), ("value", .number(input.value)),
      ("words", .string(input.sentence)), ("unit", .string(isBare ? "" : unit)),
      ("shown", .string(input.unit == .share ? "%" : shown)),
      ("kind", .string(input.unit == .share ? "share" : isMoney ? "money" : "other")),
      ("low", .number(domain.low)), ("high", .number(domain.high)),
    ]
    if isMoney { members.append(("prefix", .string(prefix(currency)))) }
    if ["s", "min", "h", "kB", "GB"].contains(spoken) {
      members.append(("spoken", .string(spoken)))
    }
    if domain.excludesLow { members.append(("above", true)) }
    if domain.excludesHigh { members.append(("below", true)) }
    if domain.mayExceedUnderStress { members.append(("exceeds", true)) }
    if let range = input.range {
      members.append(("range", .array([.number(range.low), .number(range.high)])))
    }
    if let slider = slider(input) {
      members.append(("slider", .array([.number(slider.low), .number(slider.high)])))
    }
    if input.origin == nil { members.append(("unstated", true)) }
    return .members(members)
  }

  /// From where to where a slider goes: the stated range, else half to twice of what the input is, or of
  /// what a share leaves; of a share of nothing a tenth.
  private func slider(_ input: Input) -> (low: Double, high: Double)? {
    let value = input.value
    let held = input.domain.held
    if let range = input.range, range.low < range.high {
      return (min(range.low, value), max(range.high, value))
    }
    if input.isJudgedByRest, value < 1 { return (held(1 - 2 * (1 - value)), 1 - (1 - value) / 2) }
    if value != 0 {
      let ends = [held(value / 2), held(value * 2)].sorted()
      return ends[0] < ends[1] ? (ends[0], ends[1]) : nil
    }
    return input.unit == .share && input.domain.low == 0 ? (0, held(0.1)) : nil
  }

  /// The inputs that matter most, which stand first among the sliders.
  private var leading: [JSON] {
    page.movers.map { place($0.input.path) }
  }

  // MARK: Cases and drawings

  private func json(_ reading: CaseReading) -> JSON {
    guard let name = reading.stress else { return ["name": .string(reading.title), "changes": []] }
    guard !page.isShaping(reading) else { return ["name": .string(name), "changes": nil] }
    let stress = page.scenario.stresses.first { $0.name == name }
    let changes = (stress?.changes ?? []).filter { places[$0.path] != nil }.map { change -> JSON in
      [place(change.path), .string("\(change.kind)"), .number(change.amount)]
    }
    return ["name": .string(name), "changes": .array(changes)]
  }

  private var checks: [JSON] {
    let all = page.subject.reading.checks
    return page.subject.checkNames.compactMap { name in
      let own = all.filter { $0.check.name == name }
      guard let first = own.first else { return nil }
      let cases = page.cases.enumerated().filter { _, reading in
        own.contains { $0.stress == reading.stress }
      }
      let style = NumberStyle(first.unit, currency: page.subject.currency)
      return [
        "name": .string(name), "figure": figure(first.check.output),
        "words": .string(page.words(of: first.check.output)),
        "isLeast": .bool(first.check.side == .min), "limit": .number(first.check.limit.value),
        "style": .string(style.code), "cases": .array(cases.map { .number(Double($0.offset)) }),
      ]
    }
  }

  private func json(_ curves: PlanCurves) -> JSON {
    let pattern = PathPattern("volume.segments.*.tasksPerCustomer")
    return [
      "inputs": .array(inputs.filter { pattern.matches($0.path) }.map { place($0.path) }),
      "factors": .array(BoardPage.shown(curves).map { .number(curves.factors[$0]) }),
      "cost": figure("totalCost"), "tasks": figure("tasksSubmitted"),
    ]
  }

  private func json(_ map: EscalationMap) -> JSON {
    let lanes = map.sweep.axes.map { $0.lanes[0] }
    return [
      "down": .array(lanes[0].paths.map(place)), "across": .array(lanes[1].paths.map(place)),
      "rows": .array(lanes[0].amounts.map(JSON.number)),
      "columns": .array(lanes[1].amounts.map(JSON.number)), "style": .string(page.mapStyle.code),
    ]
  }

  private func prefix(_ currency: String) -> String { currencyPrefix(currency) }
}
