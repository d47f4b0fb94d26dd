/// How a page looks: light and dark, on a desk, on a phone and on paper, with the fonts that are there.
enum StyleSheet {
  static let text = [words, drawings, controls, media].joined(separator: "\n")
}
