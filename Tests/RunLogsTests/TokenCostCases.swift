import RunLogs
import Testing

/// A request that a public price calculator works out in its own tests.
struct TokenCostCase: Sendable, CustomTestStringConvertible {
  let name: String
  let usage: TokenUsage
  /// For one token, as written.
  let rates: [TokenRates.Kind: String]
  let prompt: String
  let completion: String

  init(
    _ name: String, _ usage: TokenUsage, _ rates: [TokenRates.Kind: String], _ prompt: String,
    _ completion: String
  ) {
    self.name = name
    self.usage = usage
    self.rates = rates
    self.prompt = prompt
    self.completion = completion
  }

  var testDescription: String { name }
}

/// Figures of the tests of LiteLLM 1.109.1 and of genai-prices; each row names the test.
let tokenCostCases: [TokenCostCase] = [
  // test_cost_calculator.py test_github_copilot_mai_code_1_flash_pricing
  TokenCostCase(
    "cached subset of prompt", TokenUsage(input: 1000, output: 500, cacheRead: 200),
    [.input: "7.5e-07", .output: "4.5e-06", .cacheRead: "7.5e-08"], "0.000615", "0.00225"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt55
  TokenCostCase(
    "gpt-5.5 base", TokenUsage(input: 1000, output: 500),
    [.input: "5e-06", .output: "3e-05", .cacheRead: "5e-07"], "0.005", "0.015"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt56
  TokenCostCase(
    "gpt-5.6-terra", TokenUsage(input: 1000, output: 500),
    [.input: "2e-06", .output: "1.2e-05", .cacheRead: "2e-07", .cacheWrite: "2.5e-06"], "0.002",
    "0.006"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt56_terra_cache_costs_by_tier_and_context
  TokenCostCase(
    "gpt-5.6-terra standard",
    TokenUsage(input: 100000, output: 100, cacheRead: 50000, cacheWrite: 40000),
    [.input: "2e-06", .output: "1.2e-05", .cacheRead: "2e-07", .cacheWrite: "2.5e-06"], "0.13",
    "0.0012"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt56_terra_cache_costs_by_tier_and_context
  TokenCostCase(
    "gpt-5.6-terra priority",
    TokenUsage(input: 100000, output: 100, cacheRead: 50000, cacheWrite: 40000),
    [.input: "4e-06", .output: "2.4e-05", .cacheRead: "4e-07", .cacheWrite: "5e-06"], "0.26",
    "0.0024"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt56_terra_cache_costs_by_tier_and_context
  TokenCostCase(
    "gpt-5.6-terra flex >272k",
    TokenUsage(input: 300000, output: 100, cacheRead: 50000, cacheWrite: 40000),
    [.input: "2e-06", .output: "9e-06", .cacheRead: "2e-07", .cacheWrite: "2.5e-06"], "0.53",
    "0.0009"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt_6_astra_price_sheet
  TokenCostCase(
    "gpt-6-astra standard >272k",
    TokenUsage(input: 300000, output: 1000, cacheRead: 50000, cacheWrite: 40000),
    [.input: "0.00002", .output: "0.000075", .cacheRead: "0.000002", .cacheWrite: "0.0000250"],
    "5.3", "0.075"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_gpt_6_astra_price_sheet
  TokenCostCase(
    "gpt-6-astra priority >272k",
    TokenUsage(input: 300000, output: 1000, cacheRead: 50000, cacheWrite: 40000),
    [.input: "0.00004", .output: "0.00015", .cacheRead: "0.000004", .cacheWrite: "0.0000500"],
    "10.6", "0.15"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_bedrock_mantle_gpt5_matches_aws_invoiced_rates
  TokenCostCase(
    "300,238 all billed at long-context rates",
    TokenUsage(input: 300238, output: 1000, cacheRead: 100000),
    [.input: "1.1e-05", .output: "4.95e-05", .cacheRead: "1.1e-06"], "2.312618", "0.0495"),
  // test_llm_cost_calc_utils.py test_get_token_base_cost_picks_highest_crossed_tier
  TokenCostCase(
    "tiers at 90k and 128k: 128k wins", TokenUsage(input: 150000, output: 10),
    [.input: "9e-06", .output: "2e-06"], "1.35", "0.00002"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_tiered_pricing_is_all_or_nothing
  TokenCostCase(
    "40k -> second tier for all tokens", TokenUsage(input: 40000, output: 1000),
    [.input: "7e-07", .output: "3.5e-06"], "0.028", "0.0035"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_tiered_pricing_is_all_or_nothing
  TokenCostCase(
    "0 prompt tokens -> flat rates", TokenUsage(input: 0, output: 100),
    [.input: "1e-06", .output: "2e-06"], "0", "0.0002"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_tier_without_cache_rates_bills_cache_at_the_tier_input_rate
  TokenCostCase(
    "missing cache rates fall back to input rate",
    TokenUsage(input: 40000, output: 100, cacheRead: 5000, cacheWrite: 15000),
    [.input: "7e-07", .output: "3.5e-06"], "0.028", "0.00035"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_tiered_pricing_bills_reasoning_at_tier_rate
  TokenCostCase(
    "reasoning at tier rate", TokenUsage(input: 1000, output: 500, reasoning: 400),
    [.input: "4e-07", .output: "1.2e-06", .reasoning: "4e-06"], "0.0004", "0.00172"),
  // test_llm_cost_calc_utils.py test_service_tier_flex_pricing
  TokenCostCase(
    "gpt-5-nano flex", TokenUsage(input: 1000, output: 500),
    [.input: "2.5e-08", .output: "2e-07"], "0.000025", "0.0001"),
  // test_llm_cost_calc_utils.py test_service_tier_fallback_pricing
  TokenCostCase(
    "gpt-4 asked for flex: no flex keys -> standard", TokenUsage(input: 1000, output: 500),
    [.input: "3e-05", .output: "6e-05"], "0.03", "0.03"),
  // test_llm_cost_calc_utils.py test_bedrock_anthropic_prompt_caching
  TokenCostCase(
    "Bedrock us.anthropic.claude-sonnet-4-5",
    TokenUsage(input: 52123, output: 497, cacheRead: 22465, cacheWrite: 7183),
    [.input: "3.3e-06", .output: "1.65e-05", .cacheRead: "3.3e-07", .cacheWrite: "4.125e-06"],
    "0.111210825", "0.0082005"),
  // test_llm_cost_calc_utils.py test_priority_service_tier_above_threshold_uses_priority_tier_rates_for_cached_tokens
  TokenCostCase(
    "gemini-3-pro-preview priority >200k",
    TokenUsage(input: 250000, output: 1000, cacheRead: 200000),
    [.input: "7.2e-06", .output: "3.24e-05", .cacheRead: "7.2e-07"], "0.504", "0.0324"),
  // test_llm_cost_calc_utils.py test_generic_cost_per_token_off_peak_reasoning_rate
  TokenCostCase(
    "inside off-peak window", TokenUsage(input: 100, output: 80, reasoning: 30),
    [.input: "1e-06", .output: "1e-06", .reasoning: "5e-07"], "0.0001", "0.000065"),
  // test_llm_cost_calc_utils.py test_reasoning_tokens_no_price_set
  TokenCostCase(
    "o1", TokenUsage(input: 17, output: 1578, reasoning: 952),
    [.input: "1.5e-05", .output: "6e-05"], "0.000255", "0.09468"),
  // test_openai_cache_write_cost.py test_openai_cache_write_tokens_billed_at_the_cache_creation_rate
  TokenCostCase(
    "gpt-5.6 cache write", TokenUsage(input: 12317, output: 5, cacheWrite: 12314),
    [.input: "4e-06", .output: "2e-05", .cacheRead: "4e-07", .cacheWrite: "5e-06"], "0.061582",
    "0.0001"),
  // test_responses_cache_cost_breakdown.py test_responses_api_cache_costs_are_itemized_in_the_breakdown
  TokenCostCase(
    "gpt-5.6 Responses API",
    TokenUsage(input: 10012, output: 200, cacheRead: 4012, cacheWrite: 5000),
    [.input: "4e-06", .output: "2e-05", .cacheRead: "4e-07", .cacheWrite: "5e-06"], "0.0306048",
    "0.004"),
  // test_cost_calculator.py test_transcription_cost_uses_token_pricing
  TokenCostCase(
    "gpt-4o-transcribe by tokens", TokenUsage(input: 14, output: 45),
    [.input: "2.5e-06", .output: "1e-05"], "0.000035", "0.00045"),
  // test_price_calc.py:313
  TokenCostCase(
    "claude-3.5-sonnet cache write + read",
    TokenUsage(input: 1000, output: 100, cacheRead: 30, cacheWrite: 20),
    [.input: "3e-06", .output: "1.5e-05", .cacheRead: "3e-07", .cacheWrite: "3.75e-06"], "0.002934",
    "0.0015"),
  // test_price_calc.py:396
  TokenCostCase(
    "kimi-k2.7-code", TokenUsage(input: 1000, output: 100, cacheRead: 100),
    [.input: "9.5e-07", .output: "4e-06", .cacheRead: "1.9e-07"], "0.000874", "0.0004"),
  // test_price_calc.py:70
  TokenCostCase(
    "gpt-5.6-sol 272,001: every token at the long rate",
    TokenUsage(input: 272001, output: 0, cacheWrite: 272001),
    [.input: "1e-05", .output: "4.5e-05", .cacheRead: "1e-06", .cacheWrite: "1.25e-05"],
    "3.4000125", "0"),
]
