/// The styles that cells of a workbook have, each with its number.
struct StyleBook {
  private(set) var styles: [CellStyle] = [CellStyle()]
  private var numbers: [CellStyle: Int] = [CellStyle(): 0]
  /// Looks of conditional formats: text colour and fill.
  private(set) var looks: [(textColor: String, fill: String)] = []

  mutating func number(_ style: CellStyle) -> Int {
    if let number = numbers[style] { return number }
    numbers[style] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  mutating func look(_ textColor: String, _ fill: String) -> Int {
    if let place = looks.firstIndex(where: { $0 == (textColor, fill) }) { return place }
    looks.append((textColor, fill))
    return looks.count - 1
  }

  /// The part of the workbook that says what every style is.
  var xml: String {
    var fonts = Listed(), fills = Listed(), borders = Listed(), formats = Listed()
    // The first two fills are taken by whoever reads them, whatever is said.
    _ = fills.number("<fill><patternFill patternType=\"none\"/></fill>")
    _ = fills.number("<fill><patternFill patternType=\"gray125\"/></fill>")
    let cells = styles.map { style -> String in
      let font = fonts.number(Self.font(style))
      let fill =
        style.fill.map { fills.number("<fill>\(Self.solid($0, isLook: false))</fill>") } ?? 0
      let border = borders.number(Self.border(style))
      let format = style.numberFormat.map { 164 + formats.number($0) } ?? 0
      var alignment = ""
      if let side = style.alignment { alignment += " horizontal=\"\(side.rawValue)\"" }
      if style.indent > 0 {
        alignment += (style.alignment == nil ? " horizontal=\"left\"" : "")
        alignment += " indent=\"\(style.indent)\""
      }
      if style.wraps { alignment += " wrapText=\"1\"" }
      return
        "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\""
        + " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
        + " applyAlignment=\"1\"><alignment vertical=\"top\"\(alignment)/></xf>"
    }
    let numbers = formats.all.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.xml)\"/>"
    }
    let dxfs = looks.map {
      "<dxf><font><color rgb=\"FF\($0.textColor)\"/></font><fill>\(Self.solid($0.fill, isLook: true))"
        + "</fill></dxf>"
    }
    return .xmlHead
      + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + Self.list("numFmts", numbers) + Self.list("fonts", fonts.all)
      + Self.list("fills", fills.all) + Self.list("borders", borders.all)
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs>" + Self.list("cellXfs", cells)
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + Self.list("dxfs", dxfs) + "</styleSheet>"
  }

  private static func list(_ name: String, _ items: [String]) -> String {
    items.isEmpty
      ? "" : "<\(name) count=\"\(items.count)\">\(items.joined())</\(name)>"
  }

  private static func font(_ style: CellStyle) -> String {
    "<font>" + (style.isBold ? "<b/>" : "") + (style.isItalic ? "<i/>" : "")
      + "<sz val=\"\(style.size)\"/><color rgb=\"FF\(style.textColor ?? "1A1A1A")\"/>"
      + "<name val=\"Calibri\"/><family val=\"2\"/></font>"
  }

  /// In the look of a conditional format the colour of a fill is its background.
  private static func solid(_ color: String, isLook: Bool) -> String {
    isLook
      ? "<patternFill patternType=\"solid\"><bgColor rgb=\"FF\(color)\"/></patternFill>"
      : "<patternFill patternType=\"solid\"><fgColor rgb=\"FF\(color)\"/></patternFill>"
  }

  private static func border(_ style: CellStyle) -> String {
    func side(_ name: String, _ isDrawn: Bool) -> String {
      isDrawn ? "<\(name) style=\"thin\"><color rgb=\"FF9AA0A6\"/></\(name)>" : "<\(name)/>"
    }
    return "<border><left/><right/>" + side("top", style.hasLineAbove)
      + side("bottom", style.hasLineBelow) + "<diagonal/></border>"
  }
}

/// Texts in order of first mention, each once.
private struct Listed {
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(_ text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = all.count
    all.append(text)
    return all.count - 1
  }
}
