import Reporting

/// The manual page of the command, from the same verbs and flags as its help: `unitecon man | man -l -`.
enum ManPage {
  static var text: String {
    var text = ".TH UNITECON 1 \"\" \"\(Program.this.name) \(Program.this.version)\" \"\"\n"
    text += ".SH NAME\nunitecon \\- what a completed task of an AI agent really costs\n"
    text += ".SH SYNOPSIS\n"
    for verb in Verb.all { text += ".B unitecon\n\(line(verb.usage))\n.br\n" }
    text += ".SH DESCRIPTION\n\(line(Wording.overview))\n"
    for verb in Verb.all { text += section(verb) }
    text += ".SH EXIT STATUS\n"
    for status in ExitStatus.allCases {
      text += ".TP\n\(status.rawValue)\n\(line(status.meaning))\n"
    }
    return text
  }

  private static func section(_ verb: Verb) -> String {
    var text = ".SH UNITECON \(verb.name.uppercased())\n\(line(verb.summary))\n"
    for part in verb.details.split(separator: "\n\n") { text += ".PP\n\(line(String(part)))\n" }
    text += ".PP\nExamples:\n.RS\n.nf\n"
    for example in verb.examples {
      text += example.split(separator: "\n").map { line(String($0)) }.joined(separator: "\n") + "\n"
    }
    text += ".fi\n.RE\n"
    for flag in verb.flags {
      let spelling = flag.spelling.drop { $0 == " " }
      let words = flag.details.isEmpty ? flag.summary : "\(flag.summary). \(flag.details)"
      text += ".TP\n.B \(line(String(spelling)))\n\(line(words))\n"
    }
    return text
  }

  /// Text as roff takes it: no sign at a line's beginning and no hyphen is read as anything else.
  private static func line(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\n", with: " ")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
