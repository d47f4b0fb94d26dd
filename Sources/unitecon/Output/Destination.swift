import Machine
import Reporting
import ScenarioFiles
import Spreadsheets

/// Where a result goes and in which form.
struct Destination {
  let format: OutputFormat
  /// The file's path; nil for standard output.
  let file: String?
  let csv: CSVRenderer
  let text: TerminalRenderer

  /// What the command line says about the output.
  ///
  /// - Parameters:
  ///   - also: forms that this verb's answer can take beside those of every answer.
  ///   - only: the one form that it can take.
  ///   - usual: the form where nothing is said.
  init(
    _ invocation: Invocation, also: [OutputFormat] = [], only: OutputFormat? = nil,
    usual: OutputFormat = .txt
  ) throws(UsageError) {
    let formats = only.map { [$0] } ?? OutputFormat.ofAnswers + also
    let stated = invocation[Flags.output]
    file = stated == "-" ? nil : stated
    if let format = invocation[Flags.format].flatMap(OutputFormat.init(rawValue:)) {
      self.format = format
    } else if let file {
      guard let format = OutputFormat(fileName: file) else {
        throw UsageError(
          "\(Wording.unknownExtension(file)): \(Wording.knownExtensions(formats))",
          verb: invocation.verb)
      }
      self.format = format
    } else {
      format = only ?? usual
    }
    guard formats.contains(format) else {
      throw UsageError(
        Wording.cannotTakeForm(invocation.verb, format, formats), verb: invocation.verb)
    }
    csv = try CSVRenderer(invocation)

    let terminal = Terminal.standardOutput
    let width = try invocation.number(Flags.width, in: 20...1000)
    let color =
      switch invocation[Flags.color] {
      case "always": true
      case "never": false
      default: file == nil && terminal.takesColor
      }
    text = TerminalRenderer(
      width: width ?? (file == nil ? terminal.width : nil) ?? 100, color: color)
  }

  /// Renders what the format needs, and writes it whole or not at all.
  func write(
    report: () -> Report, table: () -> Table, json: () -> JSON, source: () -> String = { "" }
  ) throws(NoAnswer) {
    var bytes: [UInt8] = []
    switch format {
    case .txt, .md: return try write(report())
    case .py, .json5, .sql: bytes = Array(source().utf8)
    case .csv: csv.write(table(), into: &bytes)
    case .xlsx: preconditionFailure("a workbook is written by itself")
    case .json: return try write(json: json())
    case .html: return try write(page: HTMLRenderer.own.render(report()))
    }
    try write(bytes)
  }

  /// Writes JSON, ended by a newline.
  func write(json: JSON, layout: JSONWriter.Layout = .pretty) throws(NoAnswer) {
    var bytes: [UInt8] = []
    JSONWriter(layout: layout).write(json, into: &bytes)
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    try write(bytes)
  }

  /// Writes a text as it stands.
  func write(page: String) throws(NoAnswer) { try write(Array(page.utf8)) }

  /// Writes a page as text or as Markdown.
  func write(_ report: Report) throws(NoAnswer) {
    let page =
      format == .md ? MarkdownRenderer().render(report) : text.render(report, by: Machine.crew)
    try write(Array(page.utf8))
  }

  /// Writes a workbook, part by part.
  func write(_ workbook: Workbook) throws(NoAnswer) {
    try stream { (sink) throws(NoAnswer) in
      try withoutActuallyEscaping(sink) { (sink) throws(NoAnswer) in
        try WorkbookWriter.write(workbook, to: sink)
      }
    }
  }

  private func write(_ bytes: [UInt8]) throws(NoAnswer) {
    try stream { (sink) throws(NoAnswer) in try sink(bytes) }
  }
}

extension HTMLRenderer {
  static let own = HTMLRenderer { sha256($0) }
}

extension CSVRenderer {
  /// What the command line says about CSV.
  init(_ invocation: Invocation) throws(UsageError) {
    let usesComma = invocation[Flags.decimal] == ","
    let delimiter = invocation[Flags.delimiter] ?? (usesComma ? ";" : ",")
    if usesComma, delimiter == "," { throw UsageError(Wording.sameSigns, verb: invocation.verb) }
    self.init(
      delimiter: delimiter == ";" ? .semicolon : delimiter == "tab" ? .tab : .comma,
      decimalMark: usesComma ? .comma : .point, byteOrderMark: invocation.has(Flags.excel))
  }
}
