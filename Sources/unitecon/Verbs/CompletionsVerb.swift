import Reporting

extension Verb {
  static let completionsVerb = Verb(
    "completions", .shell, "words that bash, zsh or fish complete for you",
    usage: "completions bash|zsh|fish",
    details: """
      Prints a script by which the shell completes verbs, flags, what flags take, and files. It is made \
      from the same list as this help, so it knows every flag there is.
      """,
    examples: [
      "source <(unitecon completions bash)",
      "unitecon completions zsh > \"${fpath[1]}/_unitecon\"",
      "unitecon completions fish > ~/.config/fish/completions/unitecon.fish",
    ],
    flags: [], words: Shell.allCases.map(\.rawValue), writesResults: false
  ) { invocation in
    guard invocation.operands.count == 1, let shell = Shell(rawValue: invocation.operands[0]) else {
      throw UsageError(Wording.whichShell(Shell.allCases.map(\.rawValue)), verb: invocation.verb)
    }
    try Destination.writeToStandardOutput(Array(shell.script.utf8))
    return .done
  }

  static let manVerb = Verb(
    "man", .shell, "the manual page of all verbs and flags",
    usage: "man",
    details: """
      Prints the manual page, made from the same list as this help: to be read by man, or put where man \
      looks for pages.
      """,
    examples: [
      "unitecon man | man -l -",
      "unitecon man > ~/.local/share/man/man1/unitecon.1",
    ],
    flags: [], writesResults: false
  ) { invocation in
    guard invocation.operands.isEmpty else {
      throw UsageError(Wording.manTakesNothing, verb: invocation.verb)
    }
    try Destination.writeToStandardOutput(Array(ManPage.text.utf8))
    return .done
  }
}
