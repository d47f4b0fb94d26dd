import Formulas

/// What infrastructure cost is apart from its total: the parts that other figures ask for.
struct InfrastructureFigures {
  var lines: [Formula] = []
  /// Paid whatever the volume: monthly items, one-offs, the evaluation suite.
  var fixed: [Formula] = []
  /// Paid for each customer.
  var perCustomer: [Formula] = []
}

/// What the load on the infrastructure follows from.
struct Load {
  let tasks: Formula
  let attempts: Formula
  let runtimeSecondsPerTask: Formula
  /// Inference and tools of one attempt.
  let costPerAttempt: Formula
}

extension ModelBuilder {
  /// Workers by Little's law, items by month, task and customer, traces, evaluation, shadow mode,
  /// canary and one-off costs; the last three at the cost of an attempt each.
  mutating func infrastructure(_ load: Load) -> InfrastructureFigures {
    let stated = scenario.infrastructure
    var figures = InfrastructureFigures()
    workers(load).map { figures.lines.append($0) }
    for item in stated.monthly {
      figures.fixed.append(
        line(.infrastructure, [item.name], item.name, quantity: 1, price: self(item.price)))
    }
    figures.lines += figures.fixed
    for item in stated.perTask {
      figures.lines.append(
        line(.infrastructure, [item.name], item.name, quantity: load.tasks, price: self(item.price))
      )
    }
    let customers = Formula.sum(
      scenario.volume.segments.map { self($0.customers) }, unit: .customer)
    for item in stated.perCustomer {
      figures.perCustomer.append(
        line(.infrastructure, [item.name], item.name, quantity: customers, price: self(item.price)))
    }
    figures.lines += figures.perCustomer
    figures.lines += traces(load)
    if let evaluation = stated.evaluation {
      let suite = line(
        .infrastructure, ["evaluation"], "evaluation suite",
        quantity: self(evaluation.cases) * self(evaluation.runs), price: load.costPerAttempt)
      figures.fixed.append(suite)
      figures.lines.append(suite)
    }
    figures.lines += trials(load)
    for item in stated.oneOff {
      let spread = line(
        .infrastructure, [item.name], item.name, quantity: 1 / self(item.months),
        price: self(item.amount))
      figures.fixed.append(spread)
      figures.lines.append(spread)
    }
    return figures
  }

  /// Little's law: tasks in progress = arrivals × runtime.
  private mutating func workers(_ load: Load) -> Formula? {
    let month = secondsPerMonth
    let mean = load.tasks * load.runtimeSecondsPerTask / month
    let concurrency = define(
      "concurrency", "tasks in progress in the busiest hour", .one,
      mean * self(scenario.volume.peakFactor))
    guard let workers = scenario.infrastructure.workers else {
      _ = define(
        "workers", "workers that run all month", .worker,
        .undefined(because: "no workers are stated", unit: .worker))
      return nil
    }
    let perWorker = self(workers.slots) * self(workers.targetUtilization)
    let needed = (workers.scaling == .whole ? concurrency : mean) / perWorker
    let running = workers.scaling == .whole ? Formula.ceil(needed) : needed
    let count = define(
      "workers", "workers that run all month", .worker,
      Formula.max(self(workers.minimum), running))
    return line(
      .infrastructure, ["workers"], "workers",
      quantity: (count * hoursPerMonth).expressed(in: .worker * .hour / .month),
      price: self(workers.price))
  }

  private mutating func traces(_ load: Load) -> [Formula] {
    guard let traces = scenario.infrastructure.traces else { return [] }
    let monthly = define(
      "traceGB", "traces that come in", .gigabyte / .month, load.attempts * self(traces.size))
    return [
      line(
        .infrastructure, ["traceIngest"], "trace ingest", quantity: monthly,
        price: self(traces.ingest)),
      line(
        .infrastructure, ["traceStorage"], "trace storage",
        quantity: (monthly * self(traces.retention)).expressed(in: .gigabyte),
        price: self(traces.storage)),
    ]
  }

  private mutating func trials(_ load: Load) -> [Formula] {
    var lines: [Formula] = []
    let oneAttempt = Formula.constant(1, unit: .attempt / .task)
    if let share = scenario.infrastructure.shadowShare {
      lines.append(
        line(
          .infrastructure, ["shadow"], "shadow mode",
          quantity: (self(share) * load.tasks * oneAttempt).expressed(in: .attempt / .month),
          price: load.costPerAttempt))
    }
    if let canary = scenario.infrastructure.canary {
      let time = self(canary.duration) / hoursPerMonth * self(canary.releases)
      let extra = self(canary.share) * time * load.attempts * (self(canary.costMultiplier) - 1)
      lines.append(
        line(
          .infrastructure, ["canary"], "canary releases, extra cost",
          quantity: extra.expressed(in: .attempt / .month), price: load.costPerAttempt))
    }
    return lines
  }

  /// A month of 730 hours, the length that twelve of them make a year with.
  var hoursPerMonth: Formula {
    Formula.constant(730, unit: .hour / .month)
      .named("hoursPerMonth", "hours in a month", .hour / .month)
  }

  var secondsPerMonth: Formula { hoursPerMonth.expressed(in: .second / .month) }
}
