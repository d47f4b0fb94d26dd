/// A name without its case and signs: what headings, tools and models are told alike by.
///
///     bareName("Effective_Cost")   // "effectivecost"
func bareName(_ text: String) -> String {
  text.lowercased().filter { $0.isLetter || $0.isNumber }
}
