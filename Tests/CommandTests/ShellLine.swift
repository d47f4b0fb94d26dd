/// The commands of a line of shell, word by word, as far as quotes, pipes and redirections go.
struct ShellLine {
  private(set) var commands: [[String]] = []

  init(_ line: String) {
    var words: [String] = []
    var word = ""
    var isWord = false
    var quote: Character?
    var skipsNext = false
    func isRedirection(_ word: String) -> Bool { word.wholeMatch(of: /[0-9]?>>?|</) != nil }
    for sign in line + " " {
      if let open = quote {
        if sign == open { quote = nil } else { word.append(sign) }
      } else if sign == "'" || sign == "\"" {
        quote = sign
        isWord = true
      } else if sign == " " || sign == ";" {
        if isWord || !word.isEmpty {
          if ["|", "||", "&&"].contains(word) {
            commands.append(words)
            words = []
          } else if isRedirection(word) {
            skipsNext = true
          } else if skipsNext {
            skipsNext = false
          } else {
            words.append(word)
          }
        }
        (word, isWord) = ("", false)
        if sign == ";" {
          commands.append(words)
          words = []
        }
      } else {
        word.append(sign)
      }
    }
    commands.append(words)
    commands = commands.map { Array($0.drop { $0 == "if" || $0 == "!" || $0.contains(/^\w+=/) }) }
  }
}
