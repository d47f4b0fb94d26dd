/// Writes a workbook part by part to whoever takes its bytes.
public struct WorkbookWriter<Failure: Error> {
  /// What takes a sheet's rows one after the other.
  public typealias RowSink = ([SheetCell]) throws(Failure) -> Void

  private var zip: ZipWriter<Failure>
  private var styles = StyleBook()

  /// Writes a workbook as a file that spreadsheet programs open.
  ///
  /// - Parameter more: hands over rows of the last sheet as they are made, behind those that it has.
  public static func write(
    _ workbook: Workbook, to sink: @escaping ([UInt8]) throws(Failure) -> Void,
    more: (RowSink) throws(Failure) -> Void = { _ in }
  ) throws(Failure) {
    var writer = WorkbookWriter(zip: ZipWriter(sink: sink))
    try writer.write(workbook, more)
  }

  private init(zip: ZipWriter<Failure>) { self.zip = zip }

  private mutating func write(
    _ workbook: Workbook, _ more: (RowSink) throws(Failure) -> Void
  ) throws(Failure) {
    for (name, text) in WorkbookParts(workbook).all { try part(name, text) }
    for (index, sheet) in workbook.sheets.enumerated() {
      try zip.begin("xl/worksheets/sheet\(index + 1).xml")
      try zip.write(SheetWriter.head(sheet).utf8)
      for (number, row) in sheet.rows.enumerated() {
        try zip.write(SheetWriter.row(row, number, &styles).utf8)
      }
      var count = sheet.rows.count
      if index == workbook.sheets.count - 1 {
        try more { (row) throws(Failure) in
          try zip.write(SheetWriter.row(row, count, &styles).utf8)
          count += 1
        }
      }
      try zip.write(SheetWriter.tail(sheet, rows: count, &styles).utf8)
      try zip.end()
    }
    try part("xl/styles.xml", styles.xml)
    try zip.finish()
  }

  private mutating func part(_ name: String, _ text: String) throws(Failure) {
    try zip.begin(name)
    try zip.write(text.utf8)
    try zip.end()
  }
}
