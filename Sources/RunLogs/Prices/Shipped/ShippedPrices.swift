/// The price book that comes with the program: models that agents use, in USD for a million tokens.
///
/// Every figure is that of LiteLLM's price file, version 1.109.1 (MIT licence), looked at on the day below;
/// each model says under which name, and whether genai-prices 0.2.3 (MIT licence) states the same. Prices
/// before the last ones are of genai-prices. It is a book of our own format, read as any other is.
public enum ShippedPrices {
  /// What it is called where a book is asked for.
  public static let name = "shipped"

  /// The book as it would stand in a file.
  public static let bytes: [UInt8] = Array(
    ("""
    {"unitecon-prices": 1, "name": "shipped", "checked": "2026-11-26", "models": {

    """
      + [anthropic, openAI, earlierOpenAI, google, others].joined(separator: ",\n") + "}}\n").utf8)
}
