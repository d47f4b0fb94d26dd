import UnitEconomics

// What is said about a scenario that can be read and cannot be right.
extension Wording {
  // Sections and keys
  static let scenarioIsObject = "a scenario is an object in braces, and this is not one"
  static func missing(_ path: String, _ sentence: String) -> String {
    "\(path) is missing: \(sentence)"
  }
  static func write(_ example: String) -> String { "write \(example)" }
  static func writeLike(_ example: String) -> String { "write it like \"\(example)\"" }
  static func unknownKey(_ key: String, in path: String) -> String {
    "\(path.isEmpty ? "a scenario" : path) has no \"\(short(key))\""
  }
  static func didYouMean(_ word: String) -> String { "did you mean \(word)?" }
  static func knownKeys(_ keys: [String]) -> String {
    "it can have " + keys.joined(separator: ", ")
  }
  static func oneOf(_ words: [String]) -> String {
    words.isEmpty ? "there is none" : "it is one of " + words.joined(separator: ", ")
  }
  static func expectedObject(_ path: String) -> String {
    "\(path) is a group in braces, and this is not one"
  }
  static func expectedList(_ path: String) -> String {
    "\(path) is a list in square brackets, and this is not one"
  }
  static func tooManyEntries(_ path: String, _ count: Int, most: Int) -> String {
    "\(path) has \(grouped(count)) entries where \(grouped(most)) are read at most"
  }
  static func expectedText(_ path: String) -> String {
    "\(path) is a text in quotes, and this is not one"
  }
  static let unfitName =
    "a name has 1 to \(ObjectReader.longestName) characters, "
    + "and no [ ] \" * or control character among them"
  static func unknownChoice(_ path: String, _ word: String) -> String {
    "\(path) cannot be \"\(short(word))\""
  }

  // Staffing
  static func staffingNeedsLevel(_ model: String) -> String {
    "\(model) staffs for a service level, and none is stated"
  }
  static func stateServiceLevel(_ model: String, leaves: Bool) -> String {
    let patience = leaves ? ", patience: \"4 min\"" : ""
    return "write staffing: { model: \"\(model)\", serviceLevel: \"80%\", within: \"300 s\""
      + "\(patience) }"
  }
  static let patienceWithErlangC = "in erlangC nobody leaves, and a patience is stated"
  static let patienceIsErlangA = "where callers leave, write model: \"erlangA\""

  // Format, currency
  static let unknownVersion = "this program reads version 1 of the format, and this is another"
  static let thisVersion = "write unitecon: 1"
  static func notACurrency(_ code: String) -> String {
    "\"\(short(code))\" is not a currency's code"
  }
  static let currencyExample = "write its three capital letters, such as \"USD\""
  static func notAnotherCurrency(_ code: String, home: String) -> String {
    code == home
      ? "an exchange rate is for another currency, and \(code) is the scenario's own"
      : "an exchange rate is for a currency by its code, and \"\(short(code))\" is not one"
  }
  static func noExchangeRate(_ home: String, _ foreign: String) -> String {
    "the scenario is in \(home), and no exchange rate is stated for \(foreign)"
  }
  static func stateExchangeRate(_ home: String, _ foreign: String) -> String {
    "state what one \(foreign) buys: exchangeRates: { \(foreign): \"1.08 \(home)\" }"
  }
  static func mixedCurrencies(_ path: String, _ one: String, _ other: String) -> String {
    "\(path) is in \(one), and this amount is in \(other)"
  }

  // Inputs
  static func expectedQuantity(_ path: String) -> String {
    "\(path) is a quantity, and this is not one"
  }
  static func inPath(_ path: String, _ fault: String) -> String { "\(path): \(fault)" }
  static func bareNumber(_ path: String, _ spelling: String) -> String {
    "\(path) needs its unit, and \(spelling) has none"
  }
  static func wrongUnit(
    _ path: String, _ spelling: String, hasUnit: Bool, wanted: String
  ) -> String {
    let has = hasUnit ? "is not" : "has no unit"
    let needs = wanted.isEmpty ? "is a plain number" : "is in \(wanted)"
    return "\(path) \(needs), and \(spelling) \(has)"
  }
  static func tooLarge(_ path: String, _ spelling: String) -> String {
    "\(path) is \(spelling), and no quantity is beyond 1e15"
  }
  static func outside(_ path: String, _ spelling: String, _ range: String) -> String {
    "\(path) is \(spelling), and \(range)"
  }
  static func range(of domain: Domain, isShare: Bool) -> String {
    if isShare {
      switch (domain.excludesLow, domain.excludesHigh) {
      case (true, true): return "this share must be above 0 % and below 100 %"
      case (true, false): return "this share must be above 0 % and at most 100 %"
      case (false, true): return "this share must be below 100 %"
      case (false, false): return "a share lies between 0 % and 100 %"
      }
    }
    if domain.isWhole {
      return "it must be a whole number from \(Int(domain.low)) to \(Int(domain.high))"
    }
    if domain.excludesLow, domain.high < Domain.largest {
      return "it must be above \(Int(domain.low)) and at most \(Int(domain.high))"
    }
    if domain.excludesLow { return "it must be above \(Int(domain.low))" }
    return domain.low == 0 ? "it cannot be negative" : "it must be \(Int(domain.low)) or more"
  }
  static func bareShare(_ path: String, _ spelling: String, _ meant: String) -> String {
    "\(path) is a share, and \(spelling) would be \(meant)"
  }
  static func percentOf(_ spelling: String) -> String {
    "for \(spelling) per cent, write \"\(spelling)%\""
  }
  static func halfARange(_ path: String, without ends: [String]) -> String {
    "the range of \(path) has no \(ends.joined(separator: " and no "))"
  }
  static let bothEnds = "state both low and high; distribution says what lies between them"

  static let stateKicker =
    "write amount: \"$0.05 / task\", or share: \"10%\" and value: \"$12 / task\""
  static let kickerAmount = "a success kicker is an amount, or a share of a stated value"

  static let conversionFactor = "usage is converted by a divisor or by a factor, one of the two"
  static let stateConversion =
    "write divideBy: 1000 where so much usage makes a credit, or multiplyBy: 20 where it costs credits"

  // Quantities
  static let emptyQuantity = "a quantity is a number with its unit, and this is empty"
  static let percentOfMoney = "a percentage is not an amount of money"
  static func noNumber(_ text: String) -> String {
    "\"\(short(text))\" does not begin with a number"
  }
  static func groupedDigits(_ written: String) -> String {
    "\(short(written)) can be read in more than one way"
  }
  static func separators(_ written: String) -> String {
    "\(short(written)) has digits in groups, and a number is written without"
  }
  static func meantAs(_ meanings: [String]) -> String {
    "write " + meanings.map(short).joined(separator: " or ")
  }
  static let noUnitBehindSlash = "a unit stands behind a /, and none is here"
  static func notAUnit(_ rest: String) -> String { "\"\(short(rest))\" is not a unit" }
  static func unknownUnit(_ word: String) -> String {
    "\"\(short(word))\" is not a unit that is known"
  }
  static func moreAfter(_ symbol: String, _ rest: String) -> String {
    "nothing can follow \(symbol), and \"\(short(rest))\" does"
  }

  // Stresses, checks, settings
  static let expectedChange = "a stress says how an input changes, and this does not"
  static func writeChange(_ spelling: String) -> String {
    "write \"× 2\", \"+ 5%\", \"- 1 s\" or \"= \(spelling)\""
  }
  static func noSuchOutput(_ name: String) -> String { "there is no figure \"\(short(name))\"" }
  static func noLimit(_ path: String) -> String { "\(path) has no limit, neither min nor max" }
  static func noRollbackLimit(_ path: String, _ keys: [String]) -> String {
    "\(path) has no limit: none of \(keys.joined(separator: ", "))"
  }
  static func twoRollbackLimits(_ path: String) -> String {
    "\(path) has more than one limit; give each a name of its own"
  }
  static let expectedStressNames = "the stresses of a check are a list of names"
  static let stressNames = "write it like [\"slowTools\"], or leave it out for all stresses"
  static func noSuchStress(_ name: String) -> String { "there is no stress \"\(short(name))\"" }
  static let settingNeedsEquals = "a setting is a path, =, and a value"
  static let settingExample = "write --set volume.peakFactor=4"
  static let longChain =
    "files extend each other at most \(FilePath.longestChain) deep, and this is one more"
  static func moreMeaning(_ number: Int) -> String {
    let others = number == 1 ? "one more mistake is" : "\(grouped(number)) more mistakes are"
    return "\(Decoding.mostMistakes) mistakes are shown, and \(others) not"
  }
  static func extendsItself(_ chain: [String]) -> String {
    "a file extends itself: " + chain.joined(separator: " extends ")
  }

  // Price books
  static let bookIsObject = "a price book is an object, model by model, and this is not one"
  static func zeroPrice(_ model: String, _ kind: String) -> String {
    "the price book has 0 as the price of \(kind) of \(model)"
  }
  static func ownPrice(_ model: String) -> String {
    "a price in the scenario takes its place: inference: { prices: { \"\(model)\": { … } } }"
  }
  static func writeBelowRead(_ model: String) -> String {
    "the price book has cache writes of \(model) cheaper than cache reads"
  }
}
