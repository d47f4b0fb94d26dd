import Formulas

extension SegmentMonths {
  /// - Parameter values: every draw's value of a figure, by its path.
  init(_ months: CustomerMonths, by crew: Crew, values: @escaping @Sendable (String) -> [Double]) {
    let (plan, segment) = (months.plan, months.segment)
    let expected = months.expected
    let graph = expected.graph
    (name, customers) = (segment.name, segment.customers)
    figures = CustomerMonthFigure.allCases.map { figure in
      let count = Unit.task / .customer / .month
      let unit = graph.positions[figure.path].map { graph.nodes[$0].unit } ?? count
      let stated = expected[figure.path] ?? plan.values[.escalationRate].times(segment.tasks)
      return FigureDistribution(
        values(figure.path), path: figure.rawValue, unit: unit, stated: stated)
    }
    let plans = plan.model.scenario.plans
    self.plans = crew.map(plans.count) { PlanMonths(plans[$0], months, expected, values) }
    checks = plan.model.scenario.checks.compactMap { check in
      plan.path(of: check.output, in: segment).map { path in
        let failing = values(path).count { !check.holds($0) }
        return .init(check, in: plan.base, failing: .init(failing, of: plan.draws))
      }
    }
  }
}

extension MonthPlan {
  /// The case without luck.
  var base: CaseReading {
    CaseReading(stress: stress, model: model, values: values, changed: changed, notes: [])
  }

  /// What of a customer's month a figure of one customer of a segment is; nil for any other figure.
  func path(of figure: String, in segment: Segment) -> String? {
    let place = InputPath.appending(segment.name, to: "segments")
    if figure == "\(place).cost" { return CustomerMonthFigure.cost.path }
    for bill in [CustomerMonthBill.revenue, .contributionMargin] {
      for plan in model.scenario.plans {
        let own = InputPath.appending(plan.name, to: "plans")
        let isOfPlan = figure == "\(own).\(place).\(bill)"
        let isOfHeadline = figure == "\(place).\(bill)" && plan.name == model.scenario.headlinePlan
        if isOfPlan || isOfHeadline { return bill.path(plan.name, segment.name) }
      }
    }
    return nil
  }
}

extension SegmentMonths.PlanMonths {
  fileprivate init(
    _ sold: Plan, _ months: CustomerMonths, _ expected: Values, _ values: (String) -> [Double]
  ) {
    let (name, base) = (months.segment.name, months.plan.values)
    let path = InputPath.appending(sold.name, to: "plans")
    let place = InputPath.appending(name, to: "\(path).segments")
    func figure(_ bill: CustomerMonthBill, _ stated: Reading?) -> FigureDistribution {
      let own = bill.path(sold.name, name)
      let unit = expected.graph.positions[own].map { expected.graph.nodes[$0].unit } ?? .one
      return FigureDistribution(
        values(own), path: "\(path).\(bill)", unit: unit,
        stated: stated ?? .undefined(because: "the model has no \(own)"))
    }
    plan = sold.name
    // Of the model itself: a threshold that it just reaches is not lost to the last bit of a quotient.
    revenue = figure(.revenue, base["\(place).revenue"])
    contributionMargin = figure(.contributionMargin, base["\(place).contributionMargin"])
    let fee = sold.paymentFee.flatMap { base[$0.path]?.value } ?? 0
    let cost = expected[CustomerMonthFigure.cost.path]
    let net = revenue.stated.times(1 - fee)
    contribution = figure(
      .contribution,
      net.value.flatMap { net in cost?.value.map { .defined(net - $0) } }
        ?? (net.value == nil ? net : cost))
    let left = values(CustomerMonthBill.contribution.path(sold.name, name))
    losing = .init(left.count { $0 < 0 }, of: left.count)
    kickerEarned = sold.successKicker.map { _ in
      let kickers = values(CustomerMonthBill.kicker.path(sold.name, name))
      return .init(kickers.count { $0 > 0 }, of: kickers.count)
    }
  }
}

extension Reading {
  /// So many times a value; nothing stays nothing.
  fileprivate func times(_ factor: Double) -> Reading {
    value.map { .defined($0 * factor) } ?? self
  }
}

extension MonthPlan {
  /// One customer's month in which everything is as often as it is on average.
  func expected(of segment: Segment) -> Values {
    let counts = segment.luck.expected
    var inputs = changed
    for month in MonthInput.allCases {
      inputs[month.path] = month.input
      inputs[month.path]!.value = counts.numbers(month, times)[0]
    }
    return customer.values(changed: inputs)
  }
}

extension FigureDistribution {
  /// The distribution of values of which every one is kept.
  init(_ values: [Double], path: String, unit: Unit, stated: Reading) {
    // One of the values, so that those that are all alike have no spread to the last bit.
    let centre = values.first { !$0.isNaN } ?? 0
    var sums = DrawSums()
    values.withUnsafeBufferPointer {
      if let start = $0.baseAddress { sums.add(start, $0.count, about: centre) }
    }
    self.init(
      path: path, unit: unit, stated: stated, sums, about: centre, ranked: OrderedValues(values))
  }
}
