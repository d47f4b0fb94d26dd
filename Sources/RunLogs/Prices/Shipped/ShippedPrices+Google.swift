extension ShippedPrices {
  /// Models of Google.
  static let google = #"""
    "gemini-3.8-flash": {
      "source": "litellm 1.109.1, gemini/gemini-3.8-flash; genai-prices 0.2.3 agrees",
      "prices": [{"input": 0.75, "output": 3.75, "cacheRead": 0.075, "batch": {"input": 0.375,
      "output": 1.875, "cacheRead": 0.0375}, "flex": {"input": 0.375, "output": 1.875,
      "cacheRead": 0.0375}, "priority": {"input": 1.35, "output": 6.75, "cacheRead": 0.135}}]},
    "gemini-3.5-flash": {
      "source": "litellm 1.109.1, gemini/gemini-3.5-flash; genai-prices 0.2.3 agrees",
      "prices": [{"input": 1.5, "output": 9, "cacheRead": 0.15, "batch": {"input": 0.75,
      "output": 4.5, "cacheRead": 0.075}, "flex": {"input": 0.75, "output": 4.5,
      "cacheRead": 0.08}, "priority": {"input": 2.7, "output": 16.2, "cacheRead": 0.27}}]},
    "gemini-3.1-pro-preview": {
      "source": "litellm 1.109.1, gemini/gemini-3.1-pro-preview; genai-prices 0.2.3 agrees",
      "prices": [{"input": 2, "output": 12, "cacheRead": 0.2, "above": {"200000": {"input": 4,
      "output": 18, "cacheRead": 0.4}}, "batch": {"input": 1, "output": 6, "cacheRead": 0.2,
      "above": {"200000": {"input": 2, "output": 9, "cacheRead": 0.4}}}, "flex": {"input": 1,
      "output": 6, "cacheRead": 0.2}, "priority": {"input": 3.6, "output": 21.6,
      "cacheRead": 0.36, "above": {"200000": {"input": 7.2, "output": 32.4,
      "cacheRead": 0.72}}}}]},
    "gemini-2.5-pro": {
      "source": "litellm 1.109.1, gemini/gemini-2.5-pro; genai-prices 0.2.3 agrees",
      "prices": [{"input": 1.25, "output": 10, "cacheRead": 0.125,
      "above": {"200000": {"input": 2.5, "output": 15, "cacheRead": 0.25}},
      "batch": {"input": 0.625, "output": 5, "cacheRead": 0.125,
      "above": {"200000": {"input": 1.25, "output": 7.5, "cacheRead": 0.25}}},
      "flex": {"input": 0.625, "output": 5, "cacheRead": 0.125}, "priority": {"input": 2.25,
      "output": 18, "cacheRead": 0.225, "above": {"200000": {"input": 4.5, "output": 27,
      "cacheRead": 0.45}}}}]},
    "gemini-2.5-flash": {
      "source": "litellm 1.109.1, gemini/gemini-2.5-flash; genai-prices 0.2.3 agrees",
      "prices": [{"input": 0.3, "output": 2.5, "cacheRead": 0.03, "batch": {"input": 0.15,
      "output": 1.25, "cacheRead": 0.03}, "flex": {"input": 0.15, "output": 1.25,
      "cacheRead": 0.03}, "priority": {"input": 0.54, "output": 4.5, "cacheRead": 0.054}}]}
    """#
}
