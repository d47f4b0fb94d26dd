import Formulas
import UnitEconomics

extension Comparison {
  /// Each driver: what it changes, its share, and what it does as the first and as the last change.
  var drivers: Table {
    let isSampled = bridge.shares.contains { $0.standardError != nil }
    var columns = [
      Column("Driver"), Column("What changes"), Column("Share", .trailing),
      Column("Alone", .trailing, priority: 1), Column("Last", .trailing, priority: 1),
    ]
    if isSampled { columns.insert(Column("±", .trailing), at: 3) }
    var table = Table(title: "Driver by driver", columns: columns)
    for share in bridge.shares {
      var cells: [Cell] = [
        .text(share.driver.name), .text(whatChanges(share.driver)),
        .number(share.value, changeStyle),
        .number(share.alone, changeStyle), .number(share.last, changeStyle),
      ]
      if isSampled {
        cells.insert(share.standardError.map { .number($0, errorStyle) } ?? .empty, at: 3)
      }
      table.rows.append(Row(cells))
    }
    var total: [Cell] = ["Difference", .empty, .number(bridge.difference, changeStyle)]
    total += isSampled ? [.empty, .empty, .empty] : [.empty, .empty]
    table.rows.append(Row(total, style: .total))
    table.notes = notes
    return table
  }

  private var errorStyle: NumberStyle {
    if case .change(let style) = changeStyle { style } else { changeStyle }
  }

  /// How the shares were found, and what was left out.
  private var notes: [String] {
    var notes: [String] = []
    let orders =
      switch bridge.method {
      case .exact(let sets):
        "over all orders in which the drivers could have changed (Shapley value; exact, from "
          + "\(NumberStyle.count.text(for: Double(sets)) ?? "") mixtures of the two cases)"
      case .sampled(let pairs, let seed):
        "over \(pairs) random orders and the reverse of each (Shapley value; seed \(seed); "
          + "± is one standard error)"
      }
    // Of a single driver all of this goes without saying.
    if bridge.shares.count > 1 {
      notes.append(
        "Share: what a driver adds, averaged \(orders). Shares add up to the difference. "
          + "Alone: nothing else has changed. Last: all else has changed already.")
    }
    notes.append(groupingNote)
    for side in [before, after] { notes += side.reading.notes.map { "\(side.label): \($0)." } }
    if let reason = bridge.notByInput {
      notes.append(
        "Inputs could not be taken one by one: in some mixture \(figure) has no value, because "
          + "\(reason).")
    }
    for tie in bridge.ties {
      notes.append(
        "\(tie.drivers.joined(separator: " and ")) count as one driver: with one and not the other "
          + "\(figure) has no value, because \(tie.reason).")
    }
    if !bridge.idle.isEmpty {
      let shown = bridge.idle.prefix(6).map(\.path)
      let rest = bridge.idle.count - shown.count
      notes.append(
        "Different too, but without an effect of their own on \(figure): "
          + shown.joined(separator: ", ")
          + (rest > 0 ? " and \(rest) more." : "."))
    }
    return notes
  }

  private var groupingNote: String {
    switch bridge.grouping {
    case .statement: "Each statement is a driver; --by input takes each input by itself."
    case .group:
      "What belongs together is one driver, twelve drivers at most; --by input takes each input by "
        + "itself, --by section a whole section."
    case .input: "Each input is a driver; --by group takes together what belongs together."
    case .section: "Each section of the file is a driver; --by group tells its parts apart."
    }
  }

  /// Each input of the drivers that change several.
  var inputs: Table {
    var table = Table(
      title: "Input by input",
      columns: [
        Column("Input"), Column("Before → after", .trailing),
        Column("Factor", .trailing, priority: 1),
      ])
    let groups = bridge.shares.filter { $0.driver.differences.count > 1 }
    let most = 60
    for share in groups where table.rows.count < most {
      table.rows.append(Row([.text(share.driver.name)], style: .subheading))
      for difference in share.driver.differences.prefix(most - table.rows.count) {
        let factor = factor(of: difference).map { Cell.text(text(ofFactor: $0)) } ?? .empty
        table.rows.append(
          Row([.text(difference.path), .text(change(difference)), factor], indent: 1))
      }
    }
    let all = groups.reduce(0) { $0 + $1.driver.differences.count }
    let shown = table.rows.count { $0.indent > 0 }
    if shown < all {
      table.notes.append("\(all - shown) more are in the CSV and the JSON of this comparison.")
    }
    return table
  }
}
