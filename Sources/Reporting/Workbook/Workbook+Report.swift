import Formulas
import Spreadsheets
import UnitEconomics

extension Workbook {
  /// A scenario as a workbook that recalculates when an input is changed.
  ///
  /// - Throws: ``ModelFaults`` where a sweep meets units that do not fit.
  public static func report(
    _ subject: Subject, program: Program
  ) throws(ModelFaults) -> Workbook {
    let own = ModelWorkbook(subject, program)
    let (inputs, model) = (InputsSheet(workbook: own), ModelSheet(workbook: own))
    var sheets = [SummarySheet(workbook: own).sheet, inputs.sheet, model.sheet]
    if !subject.scenario.plans.isEmpty {
      let plans = PlansSheet(workbook: own)
      sheets += [plans.sheet, plans.segments]
    }
    sheets.append(StressesSheet(workbook: own).sheet)
    if let sweep = try SweepSheet(workbook: own).sheet() { sheets.append(sweep) }
    sheets.append(ChecksSheet(workbook: own).sheet)
    sheets.append(ProvenanceSheet(workbook: own).sheet)
    return Workbook(
      title: subject.scenario.name, creator: "\(program.name) \(program.version)", sheets: sheets,
      names: inputs.names + model.names)
  }
}
