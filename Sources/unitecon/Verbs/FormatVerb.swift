import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let formatVerb = Verb(
    "fmt", .shell, "lay scenario files out, with every comment and line break kept",
    usage: "fmt FILE… [--check]",
    details: """
      Puts indents, blanks, commas and quotes as they are in the shipped scenarios, in the files \
      themselves; where lines end is yours, and no comment is lost. What a file says is never changed: \
      the result is read again and held against it. --check writes nothing, names the files that are laid out \
      otherwise, and ends with 1 if there are any. - reads standard input and writes standard output. A file \
      that is plain JSON stays plain JSON.
      """,
    examples: ["unitecon fmt Scenarios/*.json5", "unitecon fmt --check Scenarios/*.json5"],
    flags: [Flags.checkOnly], writesResults: false
  ) { invocation in
    guard !invocation.operands.isEmpty else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let files = try LaidOut.read(invocation.operands)
    let isCheck = invocation.has(Flags.checkOnly)
    var status = ExitStatus.done
    for file in files {
      if isCheck {
        guard let place = file.firstChange else { continue }
        try Destination.writeToStandardOutput(
          Array("\(Wording.otherwiseLaidOut(file.name, line: place))\n".utf8))
        status = .checkFailed
      } else if file.name == "-" {
        try Destination.writeToStandardOutput(file.text)
      } else if file.firstChange != nil {
        try OutputFile(path: file.name).write(file.text)
      }
    }
    return status
  }

  static let lintVerb = Verb(
    "lint", .shell, "what a careful reviewer would ask about a scenario",
    usage: "lint FILE… [--allow KIND]",
    details: """
      Reads scenarios as run does, and remarks on what is right and doubtful: figures without a source, \
      prices that nothing uses, inputs without effect on any figure, a low and a high without a \
      distribution, checks that hold in the base case alone, layout. Ends with 1 if there is any remark; \
      --allow takes kinds of them away.
      """,
    examples: [
      "unitecon lint ticket.json5", "unitecon lint Scenarios/*.json5 --allow assumedShape",
    ],
    flags: [Flags.allow] + Flags.ofInputs
  ) { invocation in
    guard !invocation.operands.isEmpty else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let allowed = Set(invocation.all(Flags.allow))
    let subjects = try Subject.load(invocation)
    // Standard input has been read by then, and is no file whose layout could be mended.
    let layouts = try LaidOut.read(invocation.operands.filter { $0 != "-" }).compactMap(\.remark)
    let answer = LintAnswer(
      zip(invocation.operands, subjects).map { name, subject in
        let all =
          subject.reading.model.remarks
          + layouts.filter { $0.origin?.file == name }.prefix(1)
        return (subject, all.filter { !allowed.contains($0.kind.rawValue) })
      })
    try destination.write(
      report: { .lint(answer, program: .this) }, table: { .lintFacts(answer) },
      json: { .lint(answer, program: .this) })
    return answer.count == 0 ? .done : .checkFailed
  }
}

/// A file, and how it is laid out in our way.
private struct LaidOut {
  let name: String
  let text: [UInt8]
  /// The first line that is other; nil where none is.
  let firstChange: Int?

  /// What is remarked of it; nil where nothing is to be mended.
  var remark: Remark? {
    firstChange.map {
      Remark(
        .layout, "", Wording.layoutDiffers, at: Input.Origin(file: name, line: $0, column: 1))
    }
  }

  /// All files, or what is wrong with any of them.
  static func read(_ names: [String]) throws(NoAnswer) -> [LaidOut] {
    var faults = ""
    var files: [LaidOut] = []
    for name in names {
      switch FileReading.read(path: name) {
      case .failure(let problem): faults += NoAnswer([problem.diagnostic]).text
      case .success(let bytes):
        switch FileFormat.result(of: bytes, named: name == "-" ? "standard input" : name) {
        case .text(let text): files.append(LaidOut(name, bytes, Array(text.utf8)))
        case .refused(let diagnostics, let sources):
          faults += DiagnosticPrinter().text(
            diagnostics, in: sources, color: Terminal.standardError.takesColor)
        }
      }
    }
    guard faults.isEmpty else { throw NoAnswer(text: faults) }
    return files
  }

  private init(_ name: String, _ before: [UInt8], _ after: [UInt8]) {
    (self.name, text) = (name, after)
    guard before != after else {
      firstChange = nil
      return
    }
    let same = zip(before, after).prefix { $0 == $1 }.map(\.0)
    firstChange = 1 + same.count { $0 == UInt8(ascii: "\n") }
  }
}
