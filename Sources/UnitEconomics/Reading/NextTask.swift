/// What one task more from a customer of a segment brings and costs.
public struct NextTask: Sendable {
  public let earns: Double?
  public let costs: Double?
}

extension CaseReading {
  /// The margin at the edge: how revenue and total cost change with the next task.
  ///
  /// Slopes in the long run: what grows in steps (a further worker, a further person) counts in part
  /// for every task, for sooner or later the step comes.
  /// - Units: currency per task, one for each segment; nil where a figure is undefined.
  public func nextTasks() -> [NextTask] {
    let scenario = model.scenario
    let revenue = values.graph.gradient(
      of: Output.revenue.rawValue, at: values, averagesSteps: true)
    let cost = values.graph.gradient(of: Output.totalCost.rawValue, at: values, averagesSteps: true)
    let places = Dictionary(
      values.graph.inputPaths.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    return scenario.volume.segments.map { segment in
      let customers = values[segment.customers.path]?.value ?? 0
      func slope(_ gradient: [Double]?) -> Double? {
        guard let index = places[segment.tasksPerCustomer.path], let gradient, customers > 0 else {
          return nil
        }
        let slope = gradient[index] / customers
        return slope.isFinite ? slope : nil
      }
      return NextTask(earns: slope(revenue), costs: slope(cost))
    }
  }
}
