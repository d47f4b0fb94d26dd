/// What attributes of spans mean, over all generations and dialects of their names.
enum SpanField: CaseIterable {
  case operation, spanKind, model, requestModel
  case input, output, cacheRead, cacheWrite, cacheWrite1h, reasoning, cost
  case tool, agent, version, tenant, conversation, response, error, finish
  case outcome, reason
  /// Contents, of which only that they are there is kept, and calls of tools by their identities.
  case given, answered, call, askedCall
  /// What policy, or a person, says of a call.
  case policyWord, policyName, policyReason, approvalWord, approver, approvalReason

  /// - Source: OpenTelemetry's semantic conventions for GenAI up to 1.41 and after, OpenLLMetry,
  ///   OpenInference, the AI SDK of Vercel.
  private static let names: [(String, SpanField)] = [
    ("gen_ai.operation.name", .operation), ("operation.name", .operation),
    ("ai.operationId", .operation), ("llm.request.type", .operation),
    ("traceloop.span.kind", .spanKind), ("openinference.span.kind", .spanKind),
    ("gen_ai.response.model", .model), ("ai.response.model", .model),
    ("gen_ai.request.model", .requestModel), ("llm.model_name", .requestModel),
    ("ai.model.id", .requestModel),
    ("gen_ai.usage.input_tokens", .input), ("gen_ai.usage.prompt_tokens", .input),
    ("llm.token_count.prompt", .input), ("ai.usage.promptTokens", .input),
    ("ai.usage.inputTokens", .input),
    ("gen_ai.usage.output_tokens", .output), ("gen_ai.usage.completion_tokens", .output),
    ("llm.token_count.completion", .output), ("ai.usage.completionTokens", .output),
    ("ai.usage.outputTokens", .output),
    ("gen_ai.usage.cache_read.input_tokens", .cacheRead),
    ("gen_ai.usage.cache_read_input_tokens", .cacheRead),
    ("llm.token_count.prompt_details.cache_read", .cacheRead),
    ("ai.usage.cachedInputTokens", .cacheRead),
    ("gen_ai.usage.cache_write.input_tokens", .cacheWrite),
    ("gen_ai.usage.cache_creation.input_tokens", .cacheWrite),
    ("gen_ai.usage.cache_creation_input_tokens", .cacheWrite),
    ("llm.token_count.prompt_details.cache_write", .cacheWrite),
    ("gen_ai.usage.cache_creation.ephemeral_1h_input_tokens", .cacheWrite1h),
    ("gen_ai.usage.reasoning.output_tokens", .reasoning),
    ("gen_ai.usage.reasoning_tokens", .reasoning), ("llm.usage.reasoning_tokens", .reasoning),
    ("llm.token_count.completion_details.reasoning", .reasoning),
    ("ai.usage.reasoningTokens", .reasoning),
    ("gen_ai.usage.cost", .cost), ("llm.cost.total", .cost),
    ("gen_ai.tool.name", .tool), ("tool.name", .tool), ("ai.toolCall.name", .tool),
    ("gen_ai.agent.name", .agent), ("service.name", .agent),
    ("gen_ai.agent.version", .version), ("service.version", .version),
    ("tenant.id", .tenant), ("tenant", .tenant), ("customer.id", .tenant),
    ("gen_ai.conversation.id", .conversation), ("session.id", .conversation),
    ("gen_ai.response.id", .response), ("ai.response.id", .response),
    ("error.type", .error), ("exception.type", .error),
    ("gen_ai.response.finish_reasons", .finish), ("ai.response.finishReason", .finish),
    ("task.outcome", .outcome), ("task.reason", .reason),
    ("gen_ai.input.messages", .given), ("gen_ai.prompt", .given),
    ("gen_ai.tool.call.arguments", .given), ("input.value", .given), ("tool.parameters", .given),
    ("ai.prompt", .given), ("ai.prompt.messages", .given), ("ai.toolCall.args", .given),
    ("traceloop.entity.input", .given),
    ("gen_ai.output.messages", .answered), ("gen_ai.completion", .answered),
    ("gen_ai.tool.call.result", .answered), ("output.value", .answered),
    ("ai.response.text", .answered), ("ai.response.object", .answered),
    ("ai.response.toolCalls", .answered), ("ai.toolCall.result", .answered),
    ("traceloop.entity.output", .answered),
    ("gen_ai.tool.call.id", .call), ("ai.toolCall.id", .call), ("tool.id", .call),
    ("policy.decision", .policyWord), ("policy.result", .policyWord),
    ("gen_ai.guardrail.result", .policyWord), ("gen_ai.guardrail.action", .policyWord),
    ("guardrail.result", .policyWord), ("guardrail.action", .policyWord),
    ("policy.name", .policyName), ("policy.id", .policyName),
    ("gen_ai.guardrail.name", .policyName), ("guardrail.name", .policyName),
    ("policy.reason", .policyReason), ("gen_ai.guardrail.reason", .policyReason),
    ("approval.decision", .approvalWord), ("approval.status", .approvalWord),
    ("approval.by", .approver), ("approval.approver", .approver),
    ("approval.reason", .approvalReason), ("approval.note", .approvalReason),
  ]

  private static let byHash = HashTable(names.map { ($0.tableHash, $1) })

  init?(_ key: JSONText) {
    if let field = Self.byHash[key.bytes.tableHash] ?? Self.numbered(key) {
      self = field
    } else {
      return nil
    }
  }

  /// The beginnings of names that dialects number through: `gen_ai.completion.0.content`.
  private static let numberedNames: [(StaticString, SpanField)] = [
    ("gen_ai.prompt.", .given), ("llm.input_messages.", .given),
    ("gen_ai.completion.", .answered), ("llm.output_messages.", .answered),
  ]

  private static func numbered(_ key: JSONText) -> SpanField? {
    for (beginning, field) in numberedNames {
      let count = beginning.utf8CodeUnitCount
      guard key.count > count, (0x30...0x39).contains(key.start[count]),
        (0..<count).allSatisfy({ key.start[$0] == beginning.utf8Start[$0] })
      else { continue }
      guard let name = key.string, !name.hasSuffix("role"), !name.hasSuffix("reason") else {
        return nil
      }
      guard field == .answered, name.hasSuffix("id") else { return field }
      return name.contains(".tool_calls.") ? .askedCall : nil
    }
    return nil
  }

  /// Every name that a field has, the first of them the one that counts where a span has several.
  var names: [String] { Self.names.filter { $0.1 == self }.map(\.0) }

  /// What kind of step an operation or a kind of span names.
  static func kind(_ word: String) -> SpanRecord.Kind? { kinds[word.lowercased()] }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: kindWords.flatMap { kind, words in words.map { ($0, kind) } })

  /// The same for a word in small letters where it stands in JSON; nil where it is none of them as it is.
  static func kind(_ word: JSONText) -> SpanRecord.Kind? {
    kindsByHash[word.bytes.tableHash]
  }

  private static let kindsByHash = HashTable(kinds.map { ($0.key.tableHash, $0.value) })

  /// The words by which each kind of step goes, in small letters.
  static let kindWords: [(SpanRecord.Kind, [String])] = [
    (
      .inference,
      [
        "chat", "generate_content", "text_completion", "completion", "llm", "generation",
        "ai.generatetext.dogenerate", "ai.streamtext.dostream", "ai.generateobject.dogenerate",
        "ai.streamobject.dostream",
      ]
    ),
    (
      .agent,
      [
        "invoke_agent", "create_agent", "invoke_workflow", "agent", "workflow", "agent_step",
        "ai.generatetext", "ai.streamtext", "ai.generateobject", "ai.streamobject",
      ]
    ),
    (.tool, ["execute_tool", "tool", "ai.toolcall"]),
    (.embedding, ["embeddings", "embedding", "ai.embed"]),
    (.retrieval, ["retrieval", "retriever", "reranker"]),
    (.guardrail, ["apply_guardrail", "guardrail"]),
  ]
}
