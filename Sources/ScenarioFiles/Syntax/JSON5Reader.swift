/// Reads one JSON5 text without calling itself: open brackets are kept in a list, so that depth costs
/// no stack and a wrong closer can be held against every bracket it might mean.
///
/// The reader is always in one of three places, and each step reads one thing there. Mistakes are
/// noted and stepped over; every step either moves on in the text or changes the place, so that any
/// bytes at all come to an end.
struct JSON5Reader {
  /// What comes next: a value, a key or element or closing bracket, or what stands after a value.
  enum Awaiting { case value, item, separator }

  let source: SourceText
  let file: Int32
  let text: UnsafeBufferPointer<UInt8>

  var at = 0
  var awaiting = Awaiting.value
  var open: [OpenBracket] = []
  var root: JSONNode?
  var found: [Diagnostic] = []

  /// Nothing more is read: the end, or too many mistakes.
  var isHalted = false
  /// Where the last thing read ends: a missing comma is missed there.
  var lastEnd = 0
  /// The line ended between the last thing read and this place.
  var sawLineEnd = false
  /// A mistake just noted may have swallowed the comma; its absence is not a second mistake.
  var isCommaForgiven = false
  /// Mistakes that begin here follow from one already noted.
  var quiet = 0..<0

  init(source: SourceText, file: Int32, text: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.file = file
    self.text = text
  }

  mutating func readDocument() -> JSONNode? {
    skipBlanks()
    guard at < text.count || isHalted else {
      if found.isEmpty { report(Wording.emptyFile(at: span(0, 0), isBlank: !text.isEmpty)) }
      return nil
    }
    if startsKeyAndColon(at) {
      report(Wording.missingBraces(at: span(at, keyEnd(at))))
      open.append(OpenBracket(isObject: true, start: at, isImplied: true))
      awaiting = .item
    }
    while !isHalted { step() }
    while let bracket = open.popLast() { deliver(bracket.node(span(bracket.start, lastEnd))) }
    return root
  }

  private mutating func step() {
    sawLineEnd = false
    skipBlanks()
    guard !isHalted else { return }
    if awaiting == .separator, open.isEmpty { return endDocument() }
    guard at < text.count else { return endInsideBrackets() }
    switch awaiting {
    case .value: readValue()
    case .item: readItem()
    case .separator: readSeparator()
    }
  }

  private mutating func readItem() {
    switch text[at] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      report(Wording.nothingBeforeComma(at: span(at, at + 1)))
      at += 1
    default: if isInObject { readKey() } else { readValue() }
    }
  }

  private mutating func readSeparator() {
    switch text[at] {
    case UInt8(ascii: ","):
      at += 1
      lastEnd = at
      awaiting = .item
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: ";"):
      report(Wording.semicolon(at: span(at, at + 1)))
      at += 1
      awaiting = .item
    default: recoverAfterValue()
    }
    isCommaForgiven = false
  }

  /// Puts a finished value where it belongs.
  mutating func deliver(_ node: JSONNode?) {
    awaiting = .separator
    if open.isEmpty {
      root = root ?? node
    } else if let node {
      open[open.count - 1].add(node)
    }
  }

  mutating func deliver(_ value: JSONValue, from start: Int) {
    lastEnd = at
    deliver(JSONNode(span: span(start, at), value: value))
  }

  /// Notes a mistake, unless it follows from one already noted.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !isHalted, !quiet.contains(Int(diagnostic.span?.start ?? -1)) else { return }
    guard found.count < JSON5.mostMistakes else {
      found.append(Wording.moreMistakes)
      // Who reports goes on from where it stands, and there is the end of it.
      isHalted = true
      return
    }
    found.append(diagnostic)
  }

  /// Reads no further.
  mutating func halt() {
    isHalted = true
    at = text.count
  }

  var isInObject: Bool { !open.isEmpty && open[open.count - 1].isObject }

  func span(_ start: Int, _ end: Int) -> Span { Span(file: file, start..<max(start, end)) }
}
