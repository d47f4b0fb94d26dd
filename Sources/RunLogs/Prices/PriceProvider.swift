/// A provider of genai-prices: whose names are meant, and which models it has.
struct PriceProvider: Sendable {
  var id = ""
  var ofModels: ModelRule?
  var ofProviders: ModelRule?
  /// Providers whose models it offers too.
  var fallbacks: [String] = []
  var models: [(rule: ModelRule, entry: String)] = []

  func entry(of model: String) -> String? { models.first { $0.rule.matches(model) }?.entry }
}
