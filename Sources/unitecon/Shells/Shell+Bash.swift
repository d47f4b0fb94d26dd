extension Shell {
  /// For `source <(unitecon completions bash)`.
  static var bashScript: String {
    var values = ""
    var flags = ""
    var operands = ""
    for verb in Verb.all {
      flags +=
        "    \(verb.name)) words='\(verb.flags.flatMap(ShellWords.spellings).joined(separator: " "))' ;;\n"
      if !verb.words.isEmpty {
        operands += "    \(verb.name)) words='\(verb.words.joined(separator: " "))' ;;\n"
      }
      for flag in verb.flags {
        let cases = ShellWords.spellings(of: flag).map { "\(verb.name):\($0)" }
          .joined(separator: "|")
        switch ShellWords.value(of: flag) {
        case .none: break
        case .file: values += "    \(cases)) files=1 ;;\n"
        case .text: values += "    \(cases)) return ;;\n"
        case .words(let words):
          values += "    \(cases)) words='\(words.joined(separator: " "))' ;;\n"
        }
      }
    }
    let verbs = ShellWords.verbs.map(\.name).joined(separator: " ")
    return """
      _unitecon() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local verb=${COMP_WORDS[1]} words='' files=''
        COMPREPLY=()
        if ((COMP_CWORD == 1)) || { [[ $verb == help ]] && ((COMP_CWORD == 2)); }; then
          mapfile -t COMPREPLY < <(compgen -W '\(verbs)' -- "$current")
          return
        fi
        case $verb:$previous in
      \(values)  esac
        if ((COMP_CWORD == 2)) && [[ $current != -* ]]; then
          case $verb in
      \(operands)    esac
        fi
        if [[ -z $words && -z $files && $current == -* ]]; then
          case $verb in
      \(flags)    esac
        fi
        if [[ -n $words ]]; then
          mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        else
          compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen -f -- "$current")
        fi
      }
      complete -F _unitecon unitecon

      """
  }
}
