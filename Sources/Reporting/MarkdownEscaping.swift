/// A name made safe for Markdown: it shows as it is written and can neither end a cell nor begin markup.
///
///     markdownEscaped("a|b <b>*c*")  // "a\|b \<b\>\*c\*"
///
/// Line breaks become spaces. Web addresses are kept from turning into links, and a text with several
/// dollar signs from turning into a formula. GitHub links a mail address all the same, to itself.
func markdownEscaped(_ text: String) -> String {
  let dollars = text.utf8.lazy.filter { $0 == UInt8(ascii: "$") }.count
  var result = ""
  result.reserveCapacity(text.utf8.count + 8)
  var rest = harmless(text).unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if isMarkup(scalar) || (scalar == "$" && dollars > 1) || beginsLink(scalar, rest, after: result)
    {
      result.unicodeScalars.append("\\")
    }
    result.unicodeScalars.append(scalar)
  }
  return result
}

private func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\\", "|", "`", "*", "_", "<", ">", "[", "]", "~", "&", "@": true
  default: false
  }
}

/// GitHub makes links of bare addresses: `https://…` and `www.…`.
private func beginsLink(
  _ scalar: Unicode.Scalar, _ rest: Substring.UnicodeScalarView, after before: String
) -> Bool {
  switch scalar {
  case ":": rest.starts(with: "//".unicodeScalars)
  case ".": before.suffix(3).lowercased() == "www"
  default: false
  }
}

/// Escaped text as a line of its own, which must not open a heading, a list, a rule or a code block.
func markdownParagraph(_ escaped: String) -> String {
  let text = String(escaped.drop { $0 == " " })
  guard let first = text.first else { return text }
  if "#+-=".contains(first) { return "\\" + text }
  let number = text.prefix { $0.isASCII && $0.isNumber }
  let afterNumber = text.dropFirst(number.count)
  guard !number.isEmpty, let mark = afterNumber.first, mark == "." || mark == ")" else {
    return text
  }
  guard afterNumber.dropFirst().first.map({ $0 == " " }) ?? true else { return text }
  return number + "\\" + afterNumber
}

/// A text as code: between more backticks than it holds, so that it cannot end early.
func markdownCode(_ text: String) -> String {
  let text = harmless(text)
  guard text.contains(where: { $0 != " " }) else { return text }
  let fence = String(repeating: "`", count: longestBacktickRun(text) + 1)
  let space = text.first == "`" || text.last == "`" ? " " : ""
  return fence + space + text + space + fence
}

/// How many backticks stand together at most: what quotes the text must be longer.
func longestBacktickRun(_ text: String) -> Int {
  text.split { $0 != "`" }.map(\.count).max() ?? 0
}
