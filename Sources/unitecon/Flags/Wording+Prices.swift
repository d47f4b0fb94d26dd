// What is said of price books.
extension Wording {
  static func emptyPrices(_ path: String) -> String {
    "\(path) has no model with a price of tokens in it"
  }
  static func noModel(_ model: String, in book: String) -> String {
    "\(book) has no prices of \(model)"
  }
  static let findModels = "unitecon prices find WORD lists models by a part of their names"
  static let listModels = "unitecon prices lists all models"
  static func noneFound(_ words: [String], in book: String) -> String {
    "no model of \(book) has \(words.joined(separator: " and ")) in its name"
  }
  static func noPart(_ word: String) -> String {
    "prices has no \(word): it has find, show, compare, check and reprice"
  }
  static func belongs(_ flag: Flag, to parts: [String]) -> String {
    let named = parts.filter { !$0.isEmpty }.map { "prices \($0)" }
    return "--\(flag.name) belongs to \(named.joined(separator: ", "))"
  }
  static let needsWords = "prices find needs a word"
  static let needsModel = "prices show needs a model"
  static let needsModels = "prices compare needs at least two models"
  static let checksAll = "prices check looks at the whole book; --prices names another"
  static let needsFile = "prices reprice needs a scenario, or logs of runs"
  static let oneScenario = "prices reprice takes one scenario, or any number of logs"
  static let setNeedsScenario = "--set replaces inputs of a scenario, and these are logs"
  static let mapNeedsLog = "--map says where a column of a log is found, and this is a scenario"
  static let onIsApart =
    "--on asks what runs would have cost on another model, and does not go with --into"
  static func regionNeedsPrices(_ region: String) -> String {
    "--region \(region) changes prices, and --prices names no book"
  }
  static func notTokens(_ flag: Flag, _ text: String) -> String {
    "--\(flag.name) is a number of tokens from 0 to 1000M, such as 10k, and \"\(text)\" is not"
  }
  static func notAShare(_ flag: Flag, _ text: String) -> String {
    "--\(flag.name) is a share from 0% to 100%, and \"\(text)\" is not"
  }
  static let tooMuchCached = "--cached and --written together are more than all of the input"
  static func noDollar(_ currency: String) -> String {
    "the scenario is in \(currency), prices in the book are in USD, and it does not say what one "
      + "is worth"
  }
  static func halfPriced(_ model: String, in book: String) -> String {
    "\(book) has no price of both input and output of \(model)"
  }
  static let noBatchPrice =
    "the book states no one discount for batches; they are at full price here"
}
