extension Shell {
  /// For a file `_unitecon` in a folder of `$fpath`.
  static var zshScript: String {
    var cases = ""
    for verb in Verb.all {
      let lines = verb.flags.flatMap { flag in
        let names = ShellWords.spellings(of: flag)
        return names.map { name in
          // A flag that repeats stays on offer; else it goes with its other spelling.
          let rank = flag.repeats ? "*" : "(\(names.joined(separator: " ")))"
          return "        '\(rank)\(name)[\(quoted(flag.summary))]\(value(of: flag))'"
        }
      }
      cases +=
        "      \(verb.name)) _arguments -s \\\n\((lines + operands(of: verb) + ["        '*:file:_files'"]).joined(separator: " \\\n")) ;;\n"
    }
    let verbs = ShellWords.verbs.map { "    '\($0.name):\(quoted($0.summary))'" }
      .joined(separator: "\n")
    return """
      #compdef unitecon
      _unitecon() {
        local -a verbs=(
      \(verbs)
        )
        if ((CURRENT == 2)); then
          _describe 'verb' verbs
          return
        fi
        local verb=${words[2]}
        shift words
        ((CURRENT--))
        case $verb in
      \(cases)      help) _describe 'verb' verbs ;;
        esac
      }
      if [ "$funcstack[1]" = _unitecon ]; then
        _unitecon "$@"
      else
        compdef _unitecon unitecon
      fi

      """
  }

  /// The words that may stand behind a verb's name.
  private static func operands(of verb: Verb) -> [String] {
    verb.words.isEmpty ? [] : ["        '1:word:(\(verb.words.joined(separator: " ")))'"]
  }

  private static func value(of flag: Flag) -> String {
    let name = quoted(flag.value ?? "")
    return switch ShellWords.value(of: flag) {
    case .none: ""
    case .file: ":\(name):_files"
    case .text: ":\(name): "
    case .words(let words): ":\(name):(\(words.joined(separator: " ")))"
    }
  }

  /// Text within quotes and brackets of zsh.
  private static func quoted(_ text: String) -> String {
    text.map { character in
      switch character {
      case "'": "'\\''"
      case "[", "]", ":", "\\": "\\\(character)"
      default: "\(character)"
      }
    }.joined()
  }
}
