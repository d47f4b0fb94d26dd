import Reporting

/// Help texts, all made from the verbs and flags themselves.
enum Help {
  /// What a bare command shows: examples, the verbs, the next step.
  static var overview: String {
    var text = Wording.overview + "\n\n"
    for (command, meaning) in Wording.firstExamples { text += "  \(command)\n      \(meaning)\n" }
    let width = Verb.all.map(\.name.count).max() ?? 0
    for group in Verb.Group.allCases {
      text += "\n\(group.rawValue)\n"
      for verb in Verb.all where verb.group == group {
        text += "  \(verb.name.padded(to: width)) \(verb.summary)\n"
      }
    }
    return text + "\n\(Wording.nextStep)\n"
  }

  /// The short help of a verb: examples and a line a flag.
  static func short(_ verb: Verb) -> String {
    var text = "unitecon \(verb.name): \(verb.summary)\n\nUsage: unitecon \(verb.usage)\n\n"
    for example in verb.examples { text += "  \(example)\n" }
    text += "\n"
    let width = (verb.flags.map(\.spelling.count).max() ?? 0) + 2
    for flag in verb.flags { text += "  \(flag.spelling.padded(to: width))\(flag.summary)\n" }
    return text
  }

  /// The full help of a verb: what it does, examples, every flag explained, exit codes.
  static func full(_ verb: Verb) -> String {
    var text = "unitecon \(verb.name): \(verb.summary)\n\nUsage: unitecon \(verb.usage)\n\n"
    for part in verb.details.split(separator: "\n\n") { text += paragraph(String(part)) + "\n" }
    text += "Examples\n"
    for example in verb.examples { text += "  \(example)\n" }
    text += "\nFlags\n"
    for flag in verb.flags {
      text += "  \(flag.spelling)\n" + paragraph(flag.summary.sentence, indent: 6)
      if !flag.details.isEmpty { text += paragraph(flag.details, indent: 6) }
    }
    text += "\nExit codes\n"
    for status in ExitStatus.allCases {
      text += "  \("\(status.rawValue)".padded(to: 4))\(status.meaning)\n"
    }
    return text
  }

  private static func paragraph(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return wrap(text, width: 90 - indent).map { margin + $0 + "\n" }.joined()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Capitalised, with a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
