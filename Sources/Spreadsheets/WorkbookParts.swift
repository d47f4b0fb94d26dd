/// What a workbook consists of besides its sheets and styles: which parts there are, and how they hang
/// together.
struct WorkbookParts {
  private let workbook: Workbook
  /// The sheets that have charts, by their numbers from 1, with the number of the first chart.
  private let drawings: [(sheet: Int, firstChart: Int)]

  static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument"

  init(_ workbook: Workbook) {
    self.workbook = workbook
    var charts = 1
    drawings = workbook.sheets.enumerated().compactMap { index, sheet in
      guard !sheet.charts.isEmpty else { return nil }
      defer { charts += sheet.charts.count }
      return (index + 1, charts)
    }
  }

  /// Each part's name and text.
  var all: [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes),
      (
        "_rels/.rels",
        Self.relationships([
          ("\(Self.relations)/officeDocument", "xl/workbook.xml"),
          ("\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"),
          ("\(Self.relations)/extended-properties", "docProps/app.xml"),
        ])
      ),
      ("docProps/core.xml", core),
      ("docProps/app.xml", application),
      ("xl/workbook.xml", main),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationships(
          workbook.sheets.indices.map {
            ("\(Self.relations)/worksheet", "worksheets/sheet\($0 + 1).xml")
          } + [("\(Self.relations)/styles", "styles.xml")])
      ),
    ] + drawings.enumerated().flatMap(drawing)
  }

  private func drawing(_ index: Int, _ place: (sheet: Int, firstChart: Int)) -> [(String, String)] {
    let charts = workbook.sheets[place.sheet - 1].charts
    let numbers = charts.indices.map { place.firstChart + $0 }
    return [
      (
        "xl/worksheets/_rels/sheet\(place.sheet).xml.rels",
        Self.relationships([("\(Self.relations)/drawing", "../drawings/drawing\(index + 1).xml")])
      ),
      ("xl/drawings/drawing\(index + 1).xml", ChartWriter.places(charts)),
      (
        "xl/drawings/_rels/drawing\(index + 1).xml.rels",
        Self.relationships(numbers.map { ("\(Self.relations)/chart", "../charts/chart\($0).xml") })
      ),
    ] + zip(numbers, charts).map { ("xl/charts/chart\($0).xml", ChartWriter.chart($1)) }
  }

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    let items = targets.enumerated().map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\($1.type)\" Target=\"\($1.target)\"/>"
    }
    return .xmlHead + "<Relationships xmlns=\"\(package)/relationships\">\(items.joined())"
      + "</Relationships>"
  }

  private var contentTypes: String {
    var overrides = [
      ("/xl/workbook.xml", "\(Self.types).spreadsheetml.sheet.main+xml"),
      ("/xl/styles.xml", "\(Self.types).spreadsheetml.styles+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("/docProps/app.xml", "\(Self.types).extended-properties+xml"),
    ]
    overrides += workbook.sheets.indices.map {
      ("/xl/worksheets/sheet\($0 + 1).xml", "\(Self.types).spreadsheetml.worksheet+xml")
    }
    for (index, place) in drawings.enumerated() {
      overrides.append(
        ("/xl/drawings/drawing\(index + 1).xml", "\(Self.types).drawing+xml"))
      overrides += workbook.sheets[place.sheet - 1].charts.indices.map {
        ("/xl/charts/chart\(place.firstChart + $0).xml", "\(Self.types).drawingml.chart+xml")
      }
    }
    let items = overrides.map { "<Override PartName=\"\($0)\" ContentType=\"\($1)\"/>" }
    return .xmlHead + "<Types xmlns=\"\(Self.package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(items.joined())</Types>"
  }

  private var core: String {
    .xmlHead + "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(workbook.title.xml)</dc:title>"
      + "<dc:creator>\(workbook.creator.xml)</dc:creator></cp:coreProperties>"
  }

  private var application: String {
    .xmlHead + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      + "extended-properties\"><Application>\(workbook.creator.xml)</Application></Properties>"
  }

  private var main: String {
    let sheets = workbook.sheets.enumerated().map {
      "<sheet name=\"\($1.name.xml)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
    }
    var names = workbook.names.map {
      "<definedName name=\"\($0.name.xml)\">\($0.reference.xml)</definedName>"
    }
    for (index, sheet) in workbook.sheets.enumerated()
    where sheet.frozen.rows > 0 && sheet.repeatsHead {
      // The head of the table comes again on every printed page.
      names.append(
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
          + "\(sheet.name.xml)!$1:$\(sheet.frozen.rows)</definedName>")
    }
    return .xmlHead + "<workbook \(SheetWriter.namespaces)><bookViews><workbookView/></bookViews>"
      + "<sheets>\(sheets.joined())</sheets>"
      + (names.isEmpty ? "" : "<definedNames>\(names.joined())</definedNames>")
      + "<calcPr calcId=\"0\" fullCalcOnLoad=\"1\"/></workbook>"
  }
}
