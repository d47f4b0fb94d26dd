/// Writes a sheet as the part of a workbook that it is.
struct SheetWriter {
  static let namespaces =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  /// What stands before the rows.
  static func head(_ sheet: Sheet) -> String {
    var text = .xmlHead + "<worksheet \(namespaces)><sheetPr>"
    if let color = sheet.tabColor { text += "<tabColor rgb=\"FF\(color)\"/>" }
    text += "<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
    let (rows, columns) = sheet.frozen
    if rows > 0 || columns > 0 {
      let pane = rows > 0 ? columns > 0 ? "bottomRight" : "bottomLeft" : "topRight"
      text += "<pane"
      if columns > 0 { text += " xSplit=\"\(columns)\"" }
      if rows > 0 { text += " ySplit=\"\(rows)\"" }
      text +=
        " topLeftCell=\"\(Sheet.address(rows, columns))\" activePane=\"\(pane)\" state=\"frozen\"/>"
    }
    text += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    if !sheet.widths.isEmpty {
      text += "<cols>"
      for (index, width) in sheet.widths.enumerated() {
        text +=
          "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
      }
      text += "</cols>"
    }
    return text + "<sheetData>"
  }

  /// One row of cells.
  static func row(_ cells: [SheetCell], _ number: Int, _ styles: inout StyleBook) -> [UInt8] {
    var bytes: [UInt8] = []
    guard !cells.isEmpty else { return bytes }
    SheetRowWriter.begin(number, into: &bytes, size: cells.map(\.style.size).max())
    for (column, cell) in cells.enumerated() {
      SheetRowWriter.write(cell.value, styles.number(cell.style), number, column, into: &bytes)
    }
    SheetRowWriter.end(into: &bytes)
    return bytes
  }

  /// What stands behind the rows.
  ///
  /// - Parameter count: how many rows there are.
  static func tail(_ sheet: Sheet, rows count: Int, _ styles: inout StyleBook) -> String {
    var text = "</sheetData>"
    if sheet.isFiltered, sheet.frozen.rows > 0, count > sheet.frozen.rows {
      let last = Sheet.address(count - 1, max(0, sheet.widths.count - 1))
      text += "<autoFilter ref=\"\(Sheet.address(sheet.frozen.rows - 1, 0)):\(last)\"/>"
    }
    for (index, conditional) in sheet.conditionals.enumerated() {
      text += "<conditionalFormatting sqref=\"\(conditional.range)\">"
      switch conditional.rule {
      case .formula(let formula, let textColor, let fill):
        let look = styles.look(textColor, fill)
        text += "<cfRule type=\"expression\" dxfId=\"\(look)\" priority=\"\(index + 1)\">"
        text += "<formula>\(formula.xml)</formula></cfRule>"
      case .scale(let low, let middle, let high):
        text += "<cfRule type=\"colorScale\" priority=\"\(index + 1)\"><colorScale>"
        text += "<cfvo type=\"min\"/><cfvo type=\"percentile\" val=\"50\"/><cfvo type=\"max\"/>"
        for color in [low, middle, high] { text += "<color rgb=\"FF\(color)\"/>" }
        text += "</colorScale></cfRule>"
      }
      text += "</conditionalFormatting>"
    }
    text +=
      "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
    text +=
      "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
    text += "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
    if !sheet.charts.isEmpty { text += "<drawing r:id=\"rId1\"/>" }
    return text + "</worksheet>"
  }
}
