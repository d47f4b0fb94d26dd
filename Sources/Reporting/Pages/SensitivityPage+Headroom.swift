import Formulas
import UnitEconomics

extension SensitivityPage {
  /// How far inputs that move together can go.
  var groupHeadrooms: Table {
    var table = Table(
      title: "Headroom of inputs that move together, all by one factor",
      columns: [
        Column("Together"), Column("Can go"), Column("That is", .trailing, priority: 1),
        Column("First to fail"),
      ])
    let entries = answer.groups.flatMap { headroom -> [(rank: Double, row: Row)] in
      guard case .group(let group) = headroom.subject else { return [] }
      guard !headroom.limits.isEmpty else {
        return [(.infinity, Row([.text(words(group)), "no limit"]))]
      }
      return headroom.limits.map { entry in
        (
          entry.limit.rank,
          Row([
            .text(words(group)), .text(way(entry)), .text(reached(group, entry.limit.position)),
            .text(failure(entry.limit)),
          ])
        )
      }
    }
    table.rows = entries.ranked(by: \.rank).map(\.row)
    return table.noting(
      unproven: answer.groups.filter { !$0.isProven }.compactMap { headroom in
        if case .group(let group) = headroom.subject { words(group) } else { nil }
      })
  }

  /// What a group comes to there: rates added up, or the one input's value.
  private func reached(_ group: InputGroup, _ factor: Double) -> String {
    let inputs = group.paths.compactMap { path in
      answer.reading.changed[path] ?? subject.scenario.inputs[path]
    }
    if group.kind == .escalation {
      return SensitivityPage.percent(inputs.reduce(0) { $0 + $1.value } * factor) + " in all"
    }
    guard let only = inputs.first, inputs.count == 1 else { return "" }
    return subject.amount(only.value * factor, of: only)
  }

  private static func percent(_ share: Double) -> String {
    NumberStyle.share.text(for: share) ?? "n/a"
  }

  /// The check that fails, and how.
  func failure(_ limit: Headroom.Limit) -> String {
    switch limit.kind {
    case .reached: limit.check.name
    case .jump: "\(limit.check.name), by a jump"
    case .undefined: "\(limit.check.name), n/a beyond"
    }
  }

  /// How far single inputs can go, the nearest limits first.
  var headrooms: Table {
    var table = Table(
      title: "Headroom of each input alone, the nearest limit first",
      columns: [
        Column("Input"), Column("Now", .trailing, priority: 1), Column("Can go"),
        Column("Change", .trailing), Column("First to fail"),
      ])
    let limits = answer.limits
    for entry in limits.prefix(top) {
      let way = entry.isRising ? "up" : "down"
      let isHere = entry.limit.position == entry.input.value
      let limit = subject.shortAmount(
        entry.limit.position, of: entry.input, unlike: entry.input.value)
      let now = subject.shortAmount(
        entry.input.value, of: entry.input, unlike: entry.limit.position)
      table.rows.append(
        Row([
          .text(entry.input.path), .text(now),
          .text(isHere ? "not \(way)" : "\(way) to \(limit)"),
          .text(subject.change(to: entry.limit, of: entry.input)), .text(failure(entry.limit)),
        ]))
    }
    if limits.prefix(top).contains(where: { $0.input.isJudgedByRest }) {
      table.notes.append(
        "A share above 50 % is judged by its rest: from 99.9 % to 99.8 % what it leaves doubles.")
    }
    if limits.count > top {
      table.notes.append("\(limits.count - top) further limits lie farther off.")
    }
    let free = answer.inputs.filter(\.limits.isEmpty).count
    if free > 0 {
      table.notes.append(
        "\(free) inputs have no limit: no check fails within all that they can be, amounts looked at "
          + "up to 1,000 times what they are.")
    }
    let unsure = answer.inputs.filter { !$0.isProven }.compactMap { headroom in
      if case .input(let input) = headroom.subject { input.path } else { nil }
    }
    return table.noting(unproven: unsure)
  }
}

extension Table {
  /// The table with a note on ways of which only points were looked at.
  func noting(unproven names: [String]) -> Table {
    guard !names.isEmpty else { return self }
    var table = self
    table.notes.append(
      "Looked at point by point, and not proven in between: \(names.joined(separator: ", ")).")
    return table
  }
}
