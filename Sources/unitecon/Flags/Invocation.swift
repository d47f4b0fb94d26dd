import UnitEconomics

/// What the command line asks for.
struct Invocation {
  let verb: Verb
  var operands: [String] = []
  private var values: [String: [String]] = [:]

  subscript(flag: Flag) -> String? { all(flag).last }

  /// Every value of a flag; none where the verb has only another flag of that name.
  func all(_ flag: Flag) -> [String] {
    guard let stated = values[flag.name], verb.flags.contains(flag) else { return [] }
    return stated
  }

  func has(_ flag: Flag) -> Bool { values[flag.name] != nil && verb.flags.contains(flag) }

  /// The price book that is named, for scenarios, for logs or for both.
  var priceBook: String? { self[Flags.prices] ?? self[Flags.logPrices] }

  /// A whole number that a flag gives.
  func number(_ flag: Flag, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = self[flag] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(Wording.notANumber(flag, text, range), verb: verb)
    }
    return number
  }

  /// A large whole number that a flag gives, which may be written with an exponent: 1e7.
  func count(_ flag: Flag, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = self[flag] else { return nil }
    let value = Double(text) ?? .nan
    guard value >= Double(range.lowerBound), value <= Double(range.upperBound),
      value == value.rounded()
    else { throw UsageError(Wording.notACount(flag, text, range), verb: verb) }
    return Int(value)
  }

  /// Reads the words behind the verb; flags may stand anywhere, and `--` ends them.
  init(_ words: [String], verb: Verb) throws(UsageError) {
    self.verb = verb
    var rest = words[...]
    var takesFlags = true
    while let word = rest.popFirst() {
      if takesFlags, word == "--" {
        takesFlags = false
      } else if takesFlags, word.hasPrefix("--") {
        try readLong(word.dropFirst(2), &rest)
      } else if takesFlags, word.hasPrefix("-"), word != "-" {
        try readShort(word.dropFirst(), &rest)
      } else {
        operands.append(word)
      }
    }
  }

  private mutating func readLong(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let flag = verb.flags.first(where: { $0.name == name }) else {
      let near = nearestWord(to: name, among: verb.flags.map(\.name))
      throw UsageError(Wording.unknownFlag("--\(name)"), near: near.map { "--\($0)" }, verb: verb)
    }
    try keep(flag, parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  private mutating func readShort(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard let flag = verb.flags.first(where: { $0.short == word.first }) else {
      throw UsageError(Wording.unknownFlag("-\(word)"), verb: verb)
    }
    let attached = word.dropFirst()
    if flag.value == nil, !attached.isEmpty {
      throw UsageError(Wording.unknownFlag("-\(word)"), verb: verb)
    }
    try keep(flag, attached.isEmpty ? nil : String(attached), &rest)
  }

  private mutating func keep(
    _ flag: Flag, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if flag.value == nil {
      guard attached == nil else { throw UsageError(Wording.needsNoValue(flag), verb: verb) }
      values[flag.name] = [""]
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      throw UsageError(Wording.needsValue(flag), verb: verb)
    }
    if !flag.choices.isEmpty, !flag.choices.contains(value) {
      let near = nearestWord(to: value, among: flag.choices)
      throw UsageError(Wording.unknownChoice(flag, value), near: near, verb: verb)
    }
    if !flag.repeats, values[flag.name] != nil {
      throw UsageError(Wording.givenTwice(flag), verb: verb)
    }
    values[flag.name, default: []].append(value)
  }
}

/// A command line that cannot be meant.
struct UsageError: Error {
  let message: String
  let near: String?
  let verb: Verb?

  init(_ message: String, near: String? = nil, verb: Verb? = nil) {
    self.message = message
    self.near = near
    self.verb = verb
  }

  var text: String {
    let hint = near.map(Wording.didYouMean) ?? Wording.seeHelp(verb)
    return "unitecon: error: \(message)\n   = help: \(hint)\n"
  }
}
