extension Shell {
  /// For `~/.config/fish/completions/unitecon.fish`.
  static var fishScript: String {
    var text = "complete -c unitecon -f\n"
    for (name, summary) in ShellWords.verbs {
      text +=
        "complete -c unitecon -n __fish_use_subcommand -a \(name) -d '\(quoted(summary))'\n"
    }
    for verb in Verb.all {
      let place = "complete -c unitecon -n '__fish_seen_subcommand_from \(verb.name)'"
      text += "\(place) -F\n"
      if !verb.words.isEmpty { text += "\(place) -a '\(verb.words.joined(separator: " "))'\n" }
      for flag in verb.flags {
        let short = flag.short.map { " -s \($0)" } ?? ""
        let value =
          switch ShellWords.value(of: flag) {
          case .none: ""
          case .file: " -r -F"
          case .text: " -x"
          case .words(let words): " -x -a '\(words.joined(separator: " "))'"
          }
        text += "\(place)\(short) -l \(flag.name)\(value) -d '\(quoted(flag.summary))'\n"
      }
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
  }
}
