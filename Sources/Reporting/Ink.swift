/// The emphasis of a stretch of terminal text, on which no meaning ever rests.
enum Ink: String, Sendable {
  case plain = ""
  case strong = "1"
  case faint = "2"
  case good = "32"
  case bad = "31"
  case doubtful = "33"
  // Places of a map, from far within the limits to far beyond: black on a light ground, so that they
  // can be read whatever the terminal's own colours are.
  case roomy = "38;5;16;48;5;114"
  case holding = "38;5;16;48;5;151"
  case tight = "38;5;16;48;5;194"
  case missed = "38;5;16;48;5;224"
  case broken = "38;5;16;48;5;217"
  case lost = "38;5;16;48;5;210"

  init(_ verdict: Verdict) {
    switch verdict {
    case .passed: self = .good
    case .failed: self = .bad
    case .warning: self = .doubtful
    }
  }

  init(_ style: Row.Style) {
    switch style {
    case .plain: self = .plain
    case .total, .subheading: self = .strong
    case .faint: self = .faint
    }
  }

  /// The text in this ink, or as it is where colour is off or there is nothing to see.
  func drawn(_ text: String, color: Bool) -> String {
    guard color, self != .plain, text.contains(where: { $0 != " " }) else { return text }
    return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}
