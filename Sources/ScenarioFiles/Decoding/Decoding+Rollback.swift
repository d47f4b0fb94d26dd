import UnitEconomics

extension Decoding {
  /// When a release is taken back; read after everything that has a formula, since it has none.
  func rollback(_ root: JSONNode) -> [RollbackTrigger] {
    ObjectReader(self, path: "", node: root).named(
      "rollback", "when a release is taken back, by names of your own", trigger)
  }

  private func trigger(_ name: String, _ reader: ObjectReader) -> RollbackTrigger? {
    guard let figure = reader.choice("figure", "what is looked at", ReleaseFigure.self) else {
      reader.ignore("worse", "times", "min", "max")
      return nil
    }
    let bound = figure.isBetterHigh ? "min" : "max"
    let limits: [(key: String, limit: RollbackTrigger.Limit?)] = [
      (
        "worse",
        reader.optionalInput("worse", "how much worse it may become", figure.unit)
          .map { .worse($0) }
      ),
      (
        "times",
        reader.optionalInput(
          "times", "how many times as bad it may become", .one, in: .atLeastOne
        ).map { .times($0) }
      ),
      (
        bound,
        reader.optionalInput(bound, "how bad it may become, whatever it was", figure.unit)
          .map { .bound($0) }
      ),
    ]
    let stated = limits.compactMap(\.limit)
    if stated.isEmpty {
      let keys = limits.map(\.key)
      reader.reportAbsence(
        of: keys, Wording.noRollbackLimit(reader.path, keys),
        help: Wording.write("worse: \"\(figure.unit.example(currency: currency))\""))
    }
    if stated.count > 1,
      let node = limits.last(where: { $0.limit != nil }).flatMap({ reader.node($0.key) })
    {
      report(.error(Wording.twoRollbackLimits(reader.path), at: node.span))
    }
    return stated.first.map { RollbackTrigger(name: name, figure: figure, limit: $0) }
  }
}
