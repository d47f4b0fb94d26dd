/// Writes a workbook part by part to whoever takes its bytes.
public struct WorkbookWriter<Failure: Error> {
  private var zip: ZipWriter<Failure>
  private var styles = StyleBook()

  /// Writes a workbook as a file that spreadsheet programs open.
  ///
  /// - Parameter more: rows of the last sheet that are made as they are written.
  public static func write(
    _ workbook: Workbook, to sink: @escaping ([UInt8]) throws(Failure) -> Void,
    more: StreamedRows<Failure>? = nil
  ) throws(Failure) {
    var writer = WorkbookWriter(zip: ZipWriter(sink: sink))
    try writer.write(workbook, more)
  }

  private init(zip: ZipWriter<Failure>) { self.zip = zip }

  private mutating func write(
    _ workbook: Workbook, _ more: StreamedRows<Failure>?
  ) throws(Failure) {
    for (name, text) in WorkbookParts(workbook).all { try part(name, text) }
    for (index, sheet) in workbook.sheets.enumerated() {
      try zip.begin("xl/worksheets/sheet\(index + 1).xml")
      try zip.write(Array(SheetWriter.head(sheet).utf8))
      for (number, row) in sheet.rows.enumerated() {
        try zip.write(SheetWriter.row(row, number, &styles))
      }
      var count = sheet.rows.count
      if let more, index == workbook.sheets.count - 1 {
        let numbers = more.styles.map { styles.number($0) }
        try more.write(SheetRowWriter(first: count, styles: numbers)) { (bytes) throws(Failure) in
          try zip.write(bytes)
        }
        count += more.count
      }
      try zip.write(Array(SheetWriter.tail(sheet, rows: count, &styles).utf8))
      try zip.end()
    }
    try part("xl/styles.xml", styles.xml)
    try zip.finish()
  }

  private mutating func part(_ name: String, _ text: String) throws(Failure) {
    try zip.begin(name)
    try zip.write(Array(text.utf8))
    try zip.end()
  }
}
