/// What the completions of every shell are made from: verbs, their flags, and what a flag takes.
enum ShellWords {
  /// What stands behind a flag, as a shell completes it.
  enum Value: Equatable {
    case none, file, text
    case words([String])
  }

  static func value(of flag: Flag) -> Value {
    guard let value = flag.value else { return .none }
    if !flag.choices.isEmpty { return .words(flag.choices) }
    return ["FILE", "CSV", "LOG", "BOOK"].contains(value) ? .file : .text
  }

  /// The words by which a flag is typed.
  static func spellings(of flag: Flag) -> [String] {
    (flag.short.map { ["-\($0)"] } ?? []) + ["--\(flag.name)"]
  }

  static var verbs: [(name: String, summary: String)] {
    Verb.all.map { ($0.name, $0.summary) } + [("help", "what a verb does, and all its flags")]
  }
}

/// A shell that completes words.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// What the shell reads to complete the command.
  var script: String {
    switch self {
    case .bash: Self.bashScript
    case .zsh: Self.zshScript
    case .fish: Self.fishScript
    }
  }
}
