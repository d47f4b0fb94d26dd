extension ShippedPrices {
  /// Models of xAI, Mistral, DeepSeek, Moonshot, Z.ai and MiniMax.
  static let others = #"""
    "grok-4.7": {"source": "litellm 1.109.1, xai/grok-4.7; genai-prices 0.2.3 agrees",
      "prices": [{"input": 2, "output": 6, "cacheRead": 0.5, "above": {"199999": {"input": 4,
      "output": 12, "cacheRead": 1}}, "batch": {"input": 1.6, "output": 4.8, "cacheRead": 0.4,
      "above": {"199999": {"input": 3.2, "output": 9.6, "cacheRead": 0.8}}}}]},
    "grok-4.3": {"source": "litellm 1.109.1, xai/grok-4.3; genai-prices 0.2.3 agrees",
      "prices": [{"input": 1.25, "output": 2.5, "cacheRead": 0.2,
      "above": {"199999": {"input": 2.5, "output": 5, "cacheRead": 0.4}}, "batch": {"input": 1,
      "output": 2, "cacheRead": 0.16, "above": {"199999": {"input": 2, "output": 4,
      "cacheRead": 0.32}}}}]},
    "mistral-medium-3-5": {
      "source": "litellm 1.109.1, mistral/mistral-medium-3-5; genai-prices 0.2.3 agrees",
      "prices": [{"input": 1.5, "output": 7.5, "cacheRead": 0.15}]},
    "mistral-small-latest": {
      "source": "litellm 1.109.1, mistral/mistral-small-latest; genai-prices 0.2.3 agrees",
      "prices": [{"input": 0.15, "output": 0.6, "cacheRead": 0.015}]},
    "deepseek-v4-pro": {
      "source": "litellm 1.109.1, deepseek/deepseek-v4-pro; genai-prices 0.2.3 agrees but for weekends",
      "prices": [{"input": 1.32, "output": 3.96, "cacheRead": 0.044}, {"hours": ["00:00-01:00",
      "04:00-06:00", "10:00-00:00"], "weekdays": [1, 2, 3, 4, 5], "input": 0.66,
      "output": 1.98, "cacheRead": 0.022}, {"hours": ["00:00-00:00"], "weekdays": [6, 7],
      "input": 0.66, "output": 1.98, "cacheRead": 0.022}]},
    "deepseek-v4-flash": {
      "source": "litellm 1.109.1, deepseek/deepseek-v4-flash; genai-prices 0.2.3 agrees but for weekends",
      "prices": [{"input": 0.3, "output": 1.2, "cacheRead": 0.006}, {"hours": ["00:00-01:00",
      "04:00-06:00", "10:00-00:00"], "weekdays": [1, 2, 3, 4, 5], "input": 0.15, "output": 0.6,
      "cacheRead": 0.003}, {"hours": ["00:00-00:00"], "weekdays": [6, 7], "input": 0.15,
      "output": 0.6, "cacheRead": 0.003}]},
    "kimi-k3": {"source": "litellm 1.109.1, moonshot/kimi-k3; genai-prices 0.2.3 agrees",
      "prices": [{"input": 3, "output": 15, "cacheRead": 0.3, "cacheWrite": 3,
      "cacheWrite1h": 6}]},
    "glm-5.3": {"source": "litellm 1.109.1, zai/glm-5.3", "prices": [{"input": 1.4,
      "output": 4.4, "cacheRead": 0.26}]},
    "MiniMax-M3": {"source": "litellm 1.109.1, minimax/MiniMax-M3", "prices": [{"input": 0.3,
      "output": 1.2, "cacheRead": 0.06, "above": {"512000": {"input": 0.6, "output": 2.4,
      "cacheRead": 0.12}}}]}
    """#
}
