import Formulas
import Spreadsheets
import UnitEconomics

/// Each plan in every case as if all customers were on it.
struct PlansSheet {
  let workbook: ModelWorkbook

  var sheet: Sheet {
    var sheet = Sheet("Plans", widths: [28, 26, 16, 18, 16, 16, 22])
    sheet.tabColor = "8C4A6B"
    sheet.frozen = (1, 1)
    sheet.isFiltered = true
    sheet.rows = [headings(["plan", "case"], Output.ofPlan.map(\.words))]
    for plan in workbook.subject.orderedPlans {
      for index in workbook.cases.indices {
        let place = InputPath.appending(plan.name, to: "plans")
        sheet.rows.append(
          [.text(plan.name), .text(workbook.cases[index].title)]
            + figures(Output.ofPlan.map { "\(place).\($0.rawValue)" }, index))
      }
    }
    return sheet
  }

  /// What one customer of each segment brings on each plan.
  var segments: Sheet {
    var sheet = Sheet("Segments", widths: [28, 26, 20, 26, 22, 22])
    sheet.tabColor = "8C4A6B"
    sheet.frozen = (1, 1)
    sheet.isFiltered = true
    sheet.rows = [
      headings(
        ["plan", "case", "segment"],
        ["revenue from a customer", "cost of a customer", "contribution margin"])
    ]
    for plan in workbook.subject.orderedPlans {
      for index in workbook.cases.indices {
        for segment in workbook.subject.scenario.volume.segments {
          let own = InputPath.appending(segment.name, to: "segments")
          let place = InputPath.appending(plan.name, to: "plans") + ".\(own)"
          sheet.rows.append(
            [.text(plan.name), .text(workbook.cases[index].title), .text(segment.name)]
              + figures(["\(place).revenue", "\(own).cost", "\(place).contributionMargin"], index))
        }
      }
    }
    return sheet
  }

  private func headings(_ places: [String], _ figures: [String]) -> [SheetCell] {
    places.map { .text($0, .heading) } + figures.map { .text($0, .headingOfNumbers) }
  }

  private func figures(_ paths: [String], _ index: Int) -> [SheetCell] {
    paths.map { workbook.figure($0, case: index) { CellStyle(numberFormat: $0) } }
  }
}
