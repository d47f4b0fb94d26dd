/// Writes charts and where on a sheet they stand.
enum ChartWriter {
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006"

  /// The places of a sheet's charts.
  static func places(_ charts: [Chart]) -> String {
    var text = String.xmlHead
    text += "<xdr:wsDr xmlns:xdr=\"\(drawing)/spreadsheetDrawing\" xmlns:a=\"\(drawing)/main\">"
    for (index, chart) in charts.enumerated() {
      func corner(_ name: String, _ column: Int, _ row: Int) -> String {
        "<xdr:\(name)><xdr:col>\(column)</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>\(row)</xdr:row>"
          + "<xdr:rowOff>0</xdr:rowOff></xdr:\(name)>"
      }
      text += "<xdr:twoCellAnchor>" + corner("from", chart.place.left, chart.place.top)
      text += corner("to", chart.place.right, chart.place.bottom)
      text += "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>"
      text +=
        "<xdr:cNvPr id=\"\(index + 2)\" name=\"Chart \(index + 1)\" descr=\"\(chart.title.xml)\"/>"
      text += "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>"
      text +=
        "<a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"\(drawing)/chart\">"
      text += "<c:chart xmlns:c=\"\(drawing)/chart\" xmlns:r=\"\(WorkbookParts.relations)\""
      text += " r:id=\"rId\(index + 1)\"/></a:graphicData></a:graphic></xdr:graphicFrame>"
      text += "<xdr:clientData/></xdr:twoCellAnchor>"
    }
    return text + "</xdr:wsDr>"
  }

  /// One chart.
  static func chart(_ chart: Chart) -> String {
    var text = String.xmlHead
    text += "<c:chartSpace xmlns:c=\"\(drawing)/chart\" xmlns:a=\"\(drawing)/main\">"
    text += "<c:roundedCorners val=\"0\"/><c:chart>" + title(chart.title)
    text += "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart>"
    text +=
      "<c:barDir val=\"\(chart.isHorizontal ? "bar" : "col")\"/><c:grouping val=\"clustered\"/>"
    text += "<c:varyColors val=\"0\"/>"
    for (index, series) in chart.series.enumerated() { text += self.series(series, index, chart) }
    text += "<c:gapWidth val=\"50\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
    // The first category stands on top, as in the table beside it.
    text += axis("catAx", 1, 2, chart.isHorizontal ? "l" : "b", isReversed: chart.isHorizontal, nil)
    text += axis(
      "valAx", 2, 1, chart.isHorizontal ? "b" : "l", isReversed: false, chart.numberFormat,
      crosses: chart.isHorizontal ? "max" : "autoZero")
    text += "</c:plotArea>"
    if chart.series.count > 1 { text += "<c:legend><c:legendPos val=\"b\"/></c:legend>" }
    return text + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>"
  }

  private static func title(_ text: String) -> String {
    "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r>"
      + "<a:rPr lang=\"en\" sz=\"1200\" b=\"1\"/><a:t>\(text.xml)</a:t></a:r></a:p></c:rich></c:tx>"
      + "<c:overlay val=\"0\"/></c:title>"
  }

  private static let colors = ["2F5D8C", "C4793A", "5B8C5A", "8C4A6B"]

  private static func series(_ series: Chart.Series, _ index: Int, _ chart: Chart) -> String {
    let color = colors[index % colors.count]
    var text = "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>"
    text += "<c:tx><c:v>\(series.name.xml)</c:v></c:tx>"
    text += "<c:spPr><a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill></c:spPr>"
    text += "<c:invertIfNegative val=\"0\"/><c:cat><c:strRef><c:f>\(series.categories.xml)</c:f>"
    text += "<c:strCache><c:ptCount val=\"\(series.cachedCategories.count)\"/>"
    for (place, name) in series.cachedCategories.enumerated() {
      text += "<c:pt idx=\"\(place)\"><c:v>\(name.xml)</c:v></c:pt>"
    }
    text += "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>\(series.values.xml)</c:f>"
    text += "<c:numCache><c:formatCode>\(chart.numberFormat.xml)</c:formatCode>"
    text += "<c:ptCount val=\"\(series.cachedValues.count)\"/>"
    for (place, value) in series.cachedValues.enumerated() {
      if let value { text += "<c:pt idx=\"\(place)\"><c:v>\(value)</c:v></c:pt>" }
    }
    return text + "</c:numCache></c:numRef></c:val></c:ser>"
  }

  private static func axis(
    _ kind: String, _ id: Int, _ other: Int, _ side: String, isReversed: Bool, _ format: String?,
    crosses: String = "autoZero"
  ) -> String {
    var text = "<c:\(kind)><c:axId val=\"\(id)\"/><c:scaling>"
    text += "<c:orientation val=\"\(isReversed ? "maxMin" : "minMax")\"/></c:scaling>"
    text += "<c:delete val=\"0\"/><c:axPos val=\"\(side)\"/>"
    if let format {
      text += "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9DCE1\"/>"
      text += "</a:solidFill></a:ln></c:spPr></c:majorGridlines>"
      text += "<c:numFmt formatCode=\"\(format.xml)\" sourceLinked=\"0\"/>"
    }
    text += "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
    text +=
      "<c:tickLblPos val=\"\(format == nil ? "low" : "nextTo")\"/><c:crossAx val=\"\(other)\"/>"
    text += "<c:crosses val=\"\(crosses)\"/>"
    return text + "</c:\(kind)>"
  }
}
