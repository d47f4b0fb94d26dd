import Formulas
import UnitEconomics

extension SimulationPage {
  /// Bars for the first two figures: how often the value lies where.
  var histograms: [BarChart] {
    findings.figures.prefix(2).filter { $0.defined > 0 }.map { figure in
      figure.bars(name(figure.path).capitalizedFirst, style(figure))
    }
  }

  /// A row a figure.
  var figures: Table {
    var table = DistributionRows.table(title: "Figures", stated: "As stated", showsWorst: true)
    for figure in findings.figures {
      let rows = DistributionRows(
        name: name(figure.path), figure: figure, style: style(figure), showsWorst: true)
      rows.append(to: &table)
    }
    return table
  }

  /// A row a check.
  var checks: Table { chances.table(title: "How likely each check fails") }
}
