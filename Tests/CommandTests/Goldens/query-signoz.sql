-- What runs cost and how they ended, for clickhouse, made by unitecon 0.1.0.
-- It reads signoz_traces.distributed_signoz_index_v3: SigNoz's index of spans, version 3.
-- Its result, a CSV file with a heading, is read back by: unitecon measure result.csv
--   clickhouse-client --format CSVWithNames --queries-file query.sql > result.csv
WITH
step AS (
  SELECT
    toString(s.trace_id) AS trace_id,
    s.span_id AS span_id,
    s.parent_span_id AS parent_id,
    toUnixTimestamp64Nano(s.timestamp) AS start_ns,
    toUnixTimestamp64Nano(s.timestamp) + toInt64(s.duration_nano) AS end_ns,
    s.has_error AS status_error,
    COALESCE(
      CASE WHEN LOWER(NULLIF(s.attributes_string['gen_ai.operation.name'], '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes_string['gen_ai.operation.name'], '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes_string['operation.name'], '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes_string['operation.name'], '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes_string['ai.operationId'], '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes_string['ai.operationId'], '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes_string['llm.request.type'], '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes_string['llm.request.type'], '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes_string['traceloop.span.kind'], '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes_string['traceloop.span.kind'], '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes_string['openinference.span.kind'], '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes_string['openinference.span.kind'], '')) END) AS op,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.response.model'], ''),
      NULLIF(s.attributes_string['ai.response.model'], ''),
      NULLIF(s.attributes_string['gen_ai.request.model'], ''),
      NULLIF(s.attributes_string['llm.model_name'], ''),
      NULLIF(s.attributes_string['ai.model.id'], '')) AS model,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.input_tokens'), toString(s.attributes_number['gen_ai.usage.input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.input_tokens'], ''),
      if(mapContains(s.attributes_number, 'gen_ai.usage.prompt_tokens'), toString(s.attributes_number['gen_ai.usage.prompt_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.prompt_tokens'], ''),
      if(mapContains(s.attributes_number, 'llm.token_count.prompt'), toString(s.attributes_number['llm.token_count.prompt']), NULL),
      NULLIF(s.attributes_string['llm.token_count.prompt'], ''),
      if(mapContains(s.attributes_number, 'ai.usage.promptTokens'), toString(s.attributes_number['ai.usage.promptTokens']), NULL),
      NULLIF(s.attributes_string['ai.usage.promptTokens'], ''),
      if(mapContains(s.attributes_number, 'ai.usage.inputTokens'), toString(s.attributes_number['ai.usage.inputTokens']), NULL),
      NULLIF(s.attributes_string['ai.usage.inputTokens'], '')) AS in_tok,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.cache_read.input_tokens'), toString(s.attributes_number['gen_ai.usage.cache_read.input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cache_read.input_tokens'], ''),
      if(mapContains(s.attributes_number, 'gen_ai.usage.cache_read_input_tokens'), toString(s.attributes_number['gen_ai.usage.cache_read_input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cache_read_input_tokens'], ''),
      if(mapContains(s.attributes_number, 'llm.token_count.prompt_details.cache_read'), toString(s.attributes_number['llm.token_count.prompt_details.cache_read']), NULL),
      NULLIF(s.attributes_string['llm.token_count.prompt_details.cache_read'], ''),
      if(mapContains(s.attributes_number, 'ai.usage.cachedInputTokens'), toString(s.attributes_number['ai.usage.cachedInputTokens']), NULL),
      NULLIF(s.attributes_string['ai.usage.cachedInputTokens'], '')) AS cached_tok,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.cache_write.input_tokens'), toString(s.attributes_number['gen_ai.usage.cache_write.input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cache_write.input_tokens'], ''),
      if(mapContains(s.attributes_number, 'gen_ai.usage.cache_creation.input_tokens'), toString(s.attributes_number['gen_ai.usage.cache_creation.input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cache_creation.input_tokens'], ''),
      if(mapContains(s.attributes_number, 'gen_ai.usage.cache_creation_input_tokens'), toString(s.attributes_number['gen_ai.usage.cache_creation_input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cache_creation_input_tokens'], ''),
      if(mapContains(s.attributes_number, 'llm.token_count.prompt_details.cache_write'), toString(s.attributes_number['llm.token_count.prompt_details.cache_write']), NULL),
      NULLIF(s.attributes_string['llm.token_count.prompt_details.cache_write'], '')) AS cache_write_tok,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.cache_creation.ephemeral_1h_input_tokens'), toString(s.attributes_number['gen_ai.usage.cache_creation.ephemeral_1h_input_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cache_creation.ephemeral_1h_input_tokens'], '')) AS cache_write_1h_tok,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.output_tokens'), toString(s.attributes_number['gen_ai.usage.output_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.output_tokens'], ''),
      if(mapContains(s.attributes_number, 'gen_ai.usage.completion_tokens'), toString(s.attributes_number['gen_ai.usage.completion_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.completion_tokens'], ''),
      if(mapContains(s.attributes_number, 'llm.token_count.completion'), toString(s.attributes_number['llm.token_count.completion']), NULL),
      NULLIF(s.attributes_string['llm.token_count.completion'], ''),
      if(mapContains(s.attributes_number, 'ai.usage.completionTokens'), toString(s.attributes_number['ai.usage.completionTokens']), NULL),
      NULLIF(s.attributes_string['ai.usage.completionTokens'], ''),
      if(mapContains(s.attributes_number, 'ai.usage.outputTokens'), toString(s.attributes_number['ai.usage.outputTokens']), NULL),
      NULLIF(s.attributes_string['ai.usage.outputTokens'], '')) AS out_tok,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.reasoning.output_tokens'), toString(s.attributes_number['gen_ai.usage.reasoning.output_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.reasoning.output_tokens'], ''),
      if(mapContains(s.attributes_number, 'gen_ai.usage.reasoning_tokens'), toString(s.attributes_number['gen_ai.usage.reasoning_tokens']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.reasoning_tokens'], ''),
      if(mapContains(s.attributes_number, 'llm.usage.reasoning_tokens'), toString(s.attributes_number['llm.usage.reasoning_tokens']), NULL),
      NULLIF(s.attributes_string['llm.usage.reasoning_tokens'], ''),
      if(mapContains(s.attributes_number, 'llm.token_count.completion_details.reasoning'), toString(s.attributes_number['llm.token_count.completion_details.reasoning']), NULL),
      NULLIF(s.attributes_string['llm.token_count.completion_details.reasoning'], ''),
      if(mapContains(s.attributes_number, 'ai.usage.reasoningTokens'), toString(s.attributes_number['ai.usage.reasoningTokens']), NULL),
      NULLIF(s.attributes_string['ai.usage.reasoningTokens'], '')) AS reasoning_tok,
    COALESCE(
      if(mapContains(s.attributes_number, 'gen_ai.usage.cost'), toString(s.attributes_number['gen_ai.usage.cost']), NULL),
      NULLIF(s.attributes_string['gen_ai.usage.cost'], ''),
      if(mapContains(s.attributes_number, 'llm.cost.total'), toString(s.attributes_number['llm.cost.total']), NULL),
      NULLIF(s.attributes_string['llm.cost.total'], '')) AS cost,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.tool.name'], ''),
      NULLIF(s.attributes_string['tool.name'], ''),
      NULLIF(s.attributes_string['ai.toolCall.name'], '')) AS tool_name,
    COALESCE(
      NULLIF(s.attributes_string['error.type'], ''),
      NULLIF(s.attributes_string['exception.type'], '')) AS error_type,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.response.id'], ''),
      NULLIF(s.attributes_string['ai.response.id'], '')) AS response_id,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.agent.name'], ''),
      NULLIF(s.attributes_string['service.name'], ''),
      NULLIF(s.resources_string['gen_ai.agent.name'], ''),
      NULLIF(s.resources_string['service.name'], '')) AS agent,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.agent.version'], ''),
      NULLIF(s.attributes_string['service.version'], ''),
      NULLIF(s.resources_string['gen_ai.agent.version'], ''),
      NULLIF(s.resources_string['service.version'], '')) AS version,
    COALESCE(
      NULLIF(s.attributes_string['tenant.id'], ''),
      NULLIF(s.attributes_string['tenant'], ''),
      NULLIF(s.attributes_string['customer.id'], ''),
      NULLIF(s.resources_string['tenant.id'], ''),
      NULLIF(s.resources_string['tenant'], ''),
      NULLIF(s.resources_string['customer.id'], '')) AS tenant,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.conversation.id'], ''),
      NULLIF(s.attributes_string['session.id'], ''),
      NULLIF(s.resources_string['gen_ai.conversation.id'], ''),
      NULLIF(s.resources_string['session.id'], '')) AS conversation,
    COALESCE(
      NULLIF(s.attributes_string['gen_ai.response.finish_reasons'], ''),
      NULLIF(s.attributes_string['ai.response.finishReason'], '')) AS finish_reasons,
    COALESCE(
      NULLIF(arrayElement(arrayFilter(
        word -> LOWER(word) IN (
        'true', 'yes', '1', '1.0', 'success', 'succeeded', 'successful', 'pass', 'passed',
        'resolved', 'solved', 'completed', 'complete', 'correct', 'ok', 'autonomoussuccess',
        'escalated', 'escalation', 'escalate', 'handoff', 'handed_off', 'hand-off', 'human',
        'transferred', 'false', 'no', '0', '0.0', 'failed', 'failure', 'fail', 'error',
        'unresolved', 'incorrect', 'wrong', 'timeout', 'aborted', 'cancelled', 'canceled'),
        arrayMap(
        told -> if(JSONExtractString(told, 'name') = 'gen_ai.evaluation.result', COALESCE(
          NULLIF(JSONExtractString(told, 'attributeMap', 'gen_ai.evaluation.score.label'), ''),
          replaceAll(JSONExtractRaw(
            told, 'attributeMap', 'gen_ai.evaluation.score.value'), '"', '')), ''),
        s.events)), -1), ''),
      NULLIF(s.attributes_string['task.outcome'], '')) AS outcome,
    NULLIF(s.attributes_string['task.reason'], '') AS reason
  FROM `signoz_traces`.`distributed_signoz_index_v3` s
),
told AS (
  SELECT
    LOWER(s.trace_id) AS trace,
    LOWER(s.span_id) AS id,
    NULLIF(NULLIF(LOWER(s.parent_id), ''), '0000000000000000') AS parent,
    NULLIF(s.start_ns, 0) AS began,
    NULLIF(s.end_ns, 0) AS ended,
    CASE WHEN s.status_error OR NULLIF(s.error_type, '') IS NOT NULL THEN 1 ELSE 0 END AS is_error,
    CASE WHEN LOWER(s.error_type) LIKE '%timeout%' THEN 1 ELSE 0 END AS is_timeout,
    CASE WHEN REPLACE(s.finish_reasons, 'content_filter', '') <> s.finish_reasons
      THEN 1 ELSE 0 END AS is_filtered,
    CASE
      WHEN LOWER(s.op) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream') THEN 'inference'
      WHEN LOWER(s.op) IN (
        'invoke_agent', 'create_agent', 'invoke_workflow', 'agent', 'workflow', 'agent_step',
        'ai.generatetext', 'ai.streamtext', 'ai.generateobject', 'ai.streamobject') THEN 'agent'
      WHEN LOWER(s.op) IN (
        'execute_tool', 'tool', 'ai.toolcall') THEN 'tool'
      WHEN LOWER(s.op) IN (
        'embeddings', 'embedding', 'ai.embed') THEN 'embedding'
      WHEN LOWER(s.op) IN (
        'retrieval', 'retriever', 'reranker') THEN 'retrieval'
      WHEN LOWER(s.op) IN (
        'apply_guardrail', 'guardrail') THEN 'guardrail'
      END AS told_kind,
    CASE
      WHEN LOWER(s.outcome) IN (
        'true', 'yes', '1', '1.0', 'success', 'succeeded', 'successful', 'pass', 'passed',
        'resolved', 'solved', 'completed', 'complete', 'correct', 'ok', 'autonomoussuccess') THEN 'success'
      WHEN LOWER(s.outcome) IN (
        'escalated', 'escalation', 'escalate', 'handoff', 'handed_off', 'hand-off', 'human',
        'transferred') THEN 'escalated'
      WHEN LOWER(s.outcome) IN (
        'false', 'no', '0', '0.0', 'failed', 'failure', 'fail', 'error', 'unresolved',
        'incorrect', 'wrong', 'timeout', 'aborted', 'cancelled', 'canceled') THEN 'failed'
      END AS outcome,
    CASE
      WHEN REPLACE(REPLACE(REPLACE(REPLACE(LOWER(s.reason), '_', ''), '-', ''), ' ', ''), '.', '') IN (
        'policyblocked', 'policy', 'guardrail', 'contentfilter', 'blocked', 'refused', 'refusal') THEN 'policyBlocked'
      WHEN REPLACE(REPLACE(REPLACE(REPLACE(LOWER(s.reason), '_', ''), '-', ''), ' ', ''), '.', '') IN (
        'ambiguity', 'ambiguous', 'unclear') THEN 'ambiguity'
      WHEN REPLACE(REPLACE(REPLACE(REPLACE(LOWER(s.reason), '_', ''), '-', ''), ' ', ''), '.', '') IN (
        'tooloutage', 'toolerror', 'tooltimeout', 'tool', 'outage', 'timeout') THEN 'toolOutage'
      WHEN REPLACE(REPLACE(REPLACE(REPLACE(LOWER(s.reason), '_', ''), '-', ''), ' ', ''), '.', '') IN (
        'modelerror', 'model', 'hallucination', 'wronganswer', 'length') THEN 'modelError'
      WHEN REPLACE(REPLACE(REPLACE(REPLACE(LOWER(s.reason), '_', ''), '-', ''), ' ', ''), '.', '') IN (
        'datamissing', 'missingdata', 'nodata', 'notfound') THEN 'dataMissing'
      END AS reason,
    NULLIF(s.model, '') AS model,
    NULLIF(s.tool_name, '') AS tool,
    NULLIF(s.response_id, '') AS response,
    NULLIF(s.agent, '') AS agent,
    NULLIF(s.version, '') AS version,
    NULLIF(s.tenant, '') AS tenant,
    NULLIF(s.conversation, '') AS conversation,
    NULLIF(CAST(s.in_tok AS String), '') AS in_tok_text,
    NULLIF(CAST(s.cached_tok AS String), '') AS cached_tok_text,
    NULLIF(CAST(s.cache_write_tok AS String), '') AS cache_write_tok_text,
    NULLIF(CAST(s.cache_write_1h_tok AS String), '') AS cache_write_1h_tok_text,
    NULLIF(CAST(s.out_tok AS String), '') AS out_tok_text,
    NULLIF(CAST(s.reasoning_tok AS String), '') AS reasoning_tok_text,
    NULLIF(CAST(s.cost AS String), '') AS cost_text
  FROM step s
),
counted AS (
  SELECT
    t.*,
    toFloat64OrNull(t.in_tok_text) AS in_tok_number,
    toFloat64OrNull(t.cached_tok_text) AS cached_tok_number,
    toFloat64OrNull(t.cache_write_tok_text) AS cache_write_tok_number,
    toFloat64OrNull(t.cache_write_1h_tok_text) AS cache_write_1h_tok_number,
    toFloat64OrNull(t.out_tok_text) AS out_tok_number,
    toFloat64OrNull(t.reasoning_tok_text) AS reasoning_tok_number,
    CAST(ROUND(toDecimal128OrNull(t.cost_text, 20), 12) AS DECIMAL(38, 12)) AS cost_amount
  FROM told t
),
whole AS (
  SELECT
    c.*,
    CASE WHEN c.in_tok_number >= 0 AND c.in_tok_number <= 1000000000000
      AND FLOOR(c.in_tok_number) = c.in_tok_number
      THEN CAST(c.in_tok_number AS BIGINT) END AS in_tok,
    CASE WHEN c.cached_tok_number >= 0 AND c.cached_tok_number <= 1000000000000
      AND FLOOR(c.cached_tok_number) = c.cached_tok_number
      THEN CAST(c.cached_tok_number AS BIGINT) END AS cached_tok,
    CASE WHEN c.cache_write_tok_number >= 0 AND c.cache_write_tok_number <= 1000000000000
      AND FLOOR(c.cache_write_tok_number) = c.cache_write_tok_number
      THEN CAST(c.cache_write_tok_number AS BIGINT) END AS cache_write_tok,
    CASE WHEN c.cache_write_1h_tok_number >= 0 AND c.cache_write_1h_tok_number <= 1000000000000
      AND FLOOR(c.cache_write_1h_tok_number) = c.cache_write_1h_tok_number
      THEN CAST(c.cache_write_1h_tok_number AS BIGINT) END AS cache_write_1h_tok,
    CASE WHEN c.out_tok_number >= 0 AND c.out_tok_number <= 1000000000000
      AND FLOOR(c.out_tok_number) = c.out_tok_number
      THEN CAST(c.out_tok_number AS BIGINT) END AS out_tok,
    CASE WHEN c.reasoning_tok_number >= 0 AND c.reasoning_tok_number <= 1000000000000
      AND FLOOR(c.reasoning_tok_number) = c.reasoning_tok_number
      THEN CAST(c.reasoning_tok_number AS BIGINT) END AS reasoning_tok,
    CASE WHEN c.cost_amount > -1000000000000 AND c.cost_amount < 1000000000000
      THEN c.cost_amount END AS cost
  FROM counted c
),
judged AS (
  SELECT
    w.*,
    CASE
      WHEN NULLIF(w.trace, '') IS NULL OR NULLIF(w.id, '') IS NULL THEN 0
      WHEN w.in_tok_text IS NOT NULL AND w.in_tok IS NULL THEN 0
      WHEN w.cached_tok_text IS NOT NULL AND w.cached_tok IS NULL THEN 0
      WHEN w.cache_write_tok_text IS NOT NULL AND w.cache_write_tok IS NULL THEN 0
      WHEN w.cache_write_1h_tok_text IS NOT NULL AND w.cache_write_1h_tok IS NULL THEN 0
      WHEN w.out_tok_text IS NOT NULL AND w.out_tok IS NULL THEN 0
      WHEN w.reasoning_tok_text IS NOT NULL AND w.reasoning_tok IS NULL THEN 0
      WHEN w.cost_text IS NOT NULL AND w.cost IS NULL THEN 0
      WHEN COALESCE(w.cached_tok, 0) + COALESCE(w.cache_write_tok, 0) + COALESCE(w.cache_write_1h_tok, 0)
        > COALESCE(w.in_tok, 0) THEN 0
      WHEN COALESCE(w.reasoning_tok, 0) > COALESCE(w.out_tok, 0) THEN 0
      WHEN w.ended < w.began THEN 0
      ELSE 1 END AS is_read,
    CASE WHEN COALESCE(w.in_tok, w.cached_tok, w.cache_write_tok, w.cache_write_1h_tok, w.out_tok, w.reasoning_tok) IS NOT NULL
      OR w.cost <> 0 THEN 1 ELSE 0 END AS has_usage
  FROM whole w
),
numbered AS (
  SELECT
    j.*,
    CASE
      WHEN j.told_kind IS NOT NULL THEN j.told_kind
      WHEN j.tool IS NOT NULL THEN 'tool'
      WHEN j.has_usage = 1 THEN 'inference'
      ELSE 'other' END AS kind,
    ROW_NUMBER() OVER (
      PARTITION BY j.trace, j.id, j.is_read
      ORDER BY j.began, j.ended, j.in_tok, j.out_tok, j.cost) AS copy_number,
    MIN(j.began) OVER (PARTITION BY j.trace, j.is_read) AS run_began
  FROM judged j
),
kept AS (
  SELECT
    n.trace AS trace,
    n.id AS id,
    n.parent AS parent,
    n.began AS began,
    n.ended AS ended,
    n.is_error AS is_error,
    n.is_timeout AS is_timeout,
    n.is_filtered AS is_filtered,
    n.kind AS kind,
    n.has_usage AS has_usage,
    n.outcome AS outcome,
    n.reason AS reason,
    n.cost AS cost,
    n.model AS model,
    n.tool AS tool,
    n.response AS response,
    n.agent AS agent,
    n.version AS version,
    n.tenant AS tenant,
    n.conversation AS conversation,
    n.in_tok AS in_tok,
    n.cached_tok AS cached_tok,
    n.cache_write_tok AS cache_write_tok,
    n.cache_write_1h_tok AS cache_write_1h_tok,
    n.out_tok AS out_tok,
    n.reasoning_tok AS reasoning_tok
  FROM numbered n
  WHERE n.is_read = 1 AND n.copy_number = 1
),
family AS (
  SELECT
    k.trace AS trace,
    groupArray(k.id) AS ids,
    groupArray(COALESCE(k.parent, '')) AS parents,
    groupArrayIf(COALESCE(k.parent, ''), k.has_usage = 1 AND k.parent IS NOT NULL) AS starts
  FROM kept k
  GROUP BY k.trace
),
climbed AS (
  SELECT f.trace AS trace, f.ids AS ids, f.parents AS parents, arrayFold(
      (state, round) -> (
        arrayDistinct(arrayConcat(state.1, arrayFilter(
          above -> above <> '', arrayMap(id -> state.2[indexOf(f.ids, id)], state.1)))),
        arrayMap(id -> state.2[indexOf(f.ids, id)], state.2)),
      range(7), (f.starts, f.parents)).1 AS found
  FROM family f
),
above AS (
  SELECT c.trace AS trace, arrayJoin(arrayMap(
      id -> (id, if(has(c.ids, c.parents[indexOf(c.ids, id)])
        AND NOT has(c.found, c.parents[indexOf(c.ids, id)]), 90, 1)), c.found)) AS reached,
    reached.1 AS id, reached.2 AS height
  FROM climbed c
),
marked AS (
  SELECT
    k.trace AS trace,
    k.id AS id,
    k.parent AS parent,
    k.began AS began,
    k.ended AS ended,
    k.is_error AS is_error,
    k.is_timeout AS is_timeout,
    k.is_filtered AS is_filtered,
    k.kind AS kind,
    k.has_usage AS has_usage,
    k.outcome AS outcome,
    k.reason AS reason,
    k.cost AS cost,
    k.model AS model,
    k.tool AS tool,
    k.response AS response,
    k.agent AS agent,
    k.version AS version,
    k.tenant AS tenant,
    k.conversation AS conversation,
    k.in_tok AS in_tok,
    k.cached_tok AS cached_tok,
    k.cache_write_tok AS cache_write_tok,
    k.cache_write_1h_tok AS cache_write_1h_tok,
    k.out_tok AS out_tok,
    k.reasoning_tok AS reasoning_tok,
    CASE WHEN a.id IS NULL THEN 0 ELSE 1 END AS is_above,
    CASE WHEN a.height = 90 AND k.has_usage = 0 AND p.id IS NOT NULL
      THEN 1 ELSE 0 END AS is_deep,
    CASE WHEN k.parent IS NOT NULL AND p.id IS NULL THEN 1 ELSE 0 END AS is_orphan
  FROM kept k
  LEFT JOIN (
    SELECT u.trace AS trace, u.id AS id, MIN(u.height) AS height
    FROM above u
    GROUP BY u.trace, u.id) a
    ON a.trace = k.trace AND a.id = k.id
  LEFT JOIN (SELECT o.trace AS trace, o.id AS id FROM kept o) p
    ON p.trace = k.trace AND p.id = k.parent
),
charged AS (
  SELECT
    m.*,
    CASE
      WHEN m.has_usage = 1 AND m.is_above = 1 THEN 'above'
      WHEN m.has_usage = 1 AND m.response IS NOT NULL AND ROW_NUMBER() OVER (
        PARTITION BY m.trace, m.response, m.has_usage, m.is_above ORDER BY m.id) > 1
        THEN 'repeated'
      WHEN m.has_usage = 1 THEN 'counted'
      WHEN m.kind = 'inference' AND m.is_above = 0 THEN 'uncounted'
      ELSE 'none' END AS fate
  FROM marked m
),
placed AS (
  SELECT
    c.*,
    MIN(CASE WHEN c.agent IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS agent_at,
    MIN(CASE WHEN c.version IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS version_at,
    MIN(CASE WHEN c.tenant IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS tenant_at,
    MIN(CASE WHEN c.conversation IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS conversation_at,
    MIN(CASE WHEN c.fate = 'counted' AND c.model IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS model_at,
    MIN(CASE WHEN c.reason IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS reason_at,
    MIN(CASE WHEN c.parent IS NULL AND c.outcome IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS root_outcome_at,
    MIN(CASE WHEN c.outcome IS NOT NULL THEN c.id END) OVER (PARTITION BY c.trace) AS outcome_at
  FROM charged c
),
gathered AS (
  SELECT
    p.trace AS trace,
    MIN(p.began) AS began,
    MAX(p.ended) AS ended,
    SUM(CASE WHEN p.fate = 'counted' THEN p.cost END) AS recorded_cost,
    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.in_tok, 0) ELSE 0 END) AS in_tok,
    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.cached_tok, 0) ELSE 0 END) AS cached_tok,
    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.cache_write_tok, 0) ELSE 0 END) AS cache_write_tok,
    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.cache_write_1h_tok, 0) ELSE 0 END) AS cache_write_1h_tok,
    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.out_tok, 0) ELSE 0 END) AS out_tok,
    SUM(CASE WHEN p.fate = 'counted' THEN COALESCE(p.reasoning_tok, 0) ELSE 0 END) AS reasoning_tok,
    SUM(CASE WHEN p.fate IN ('counted', 'uncounted') THEN 1 ELSE 0 END) AS calls,
    SUM(CASE WHEN p.fate = 'counted' AND p.cost IS NULL THEN 1 ELSE 0 END) AS unrecorded_calls,
    SUM(CASE WHEN p.fate = 'uncounted' THEN 1 ELSE 0 END) AS uncounted_calls,
    SUM(CASE WHEN p.kind = 'tool' THEN 1 ELSE 0 END) AS tool_calls,
    SUM(CASE WHEN p.kind = 'tool' AND p.is_error = 1 THEN 1 ELSE 0 END) AS tool_errors,
    MAX(CASE WHEN p.id = p.agent_at THEN p.agent END) AS agent,
    MAX(CASE WHEN p.id = p.version_at THEN p.version END) AS version,
    MAX(CASE WHEN p.id = p.tenant_at THEN p.tenant END) AS tenant,
    MAX(CASE WHEN p.id = p.conversation_at THEN p.conversation END) AS conversation,
    MAX(CASE WHEN p.id = p.model_at THEN p.model END) AS model,
    MAX(CASE WHEN p.id = p.reason_at THEN p.reason END) AS reason,
    MAX(CASE WHEN p.parent IS NULL AND p.is_error = 1 THEN 1 ELSE 0 END) AS root_failed,
    MAX(CASE WHEN p.is_filtered = 1 OR p.kind = 'guardrail' AND p.is_error = 1 THEN 1 ELSE 0 END) AS was_blocked,
    MAX(CASE WHEN p.kind = 'tool' AND p.is_error = 1 THEN 1 ELSE 0 END) AS tool_failed,
    MAX(CASE WHEN p.kind = 'inference' AND p.is_error = 1 THEN 1 ELSE 0 END) AS model_failed,
    MAX(CASE WHEN p.id = COALESCE(p.root_outcome_at, p.outcome_at) THEN p.outcome END) AS told_outcome
  FROM placed p
  GROUP BY p.trace
),
run AS (
  SELECT
    g.*,
    CASE WHEN g.ended >= g.began THEN g.ended - g.began END AS runtime,
    COALESCE(g.told_outcome, CASE WHEN g.root_failed = 1 THEN 'failed' ELSE '' END) AS outcome,
    COALESCE(g.reason, CASE
      WHEN g.was_blocked = 1 THEN 'policyBlocked'
      WHEN g.tool_failed = 1 THEN 'toolOutage'
      WHEN g.model_failed = 1 THEN 'modelError'
      ELSE 'unexplained' END) AS why,
    COALESCE('', '') AS own_group
  FROM gathered g
),
grouped AS (
  SELECT
    r.*,
    s.by_what AS by_what,
    CASE WHEN s.by_what = '' THEN '' ELSE r.own_group END AS group_name
  FROM run r
  CROSS JOIN (SELECT '' AS by_what) s
),
run_rows AS (
  SELECT
    1 AS unitecon_result,
    'run' AS kind,
    g.by_what AS by_what,
    g.group_name AS group_name,
    '' AS item,
    g.outcome AS outcome,
    CASE WHEN g.outcome IN ('escalated', 'failed') THEN g.why ELSE '' END AS reason,
    COUNT(*) AS how_many,
    SUM(g.calls) AS calls,
    SUM(g.unrecorded_calls) AS unrecorded_calls,
    SUM(g.uncounted_calls) AS uncounted_calls,
    SUM(g.in_tok) AS input_tokens,
    SUM(g.cached_tok) AS cached_tokens,
    SUM(g.cache_write_tok) AS cache_write_tokens,
    SUM(g.cache_write_1h_tok) AS cache_write_1h_tokens,
    SUM(g.out_tok) AS output_tokens,
    SUM(g.reasoning_tok) AS reasoning_tokens,
    COALESCE(SUM(g.recorded_cost), CAST(0 AS DECIMAL(38, 12))) AS recorded_cost,
    COUNT(g.recorded_cost) AS recorded_runs,
    SUM(g.tool_calls) AS tool_calls,
    SUM(g.tool_errors) AS tool_errors,
    0 AS tool_timeouts,
    COUNT(g.runtime) AS timed,
    COALESCE(SUM(CAST(g.runtime AS DECIMAL(38, 0))), CAST(0 AS DECIMAL(38, 0))) AS time_ns,
    0 AS p50_ns,
    0 AS p95_ns
  FROM grouped g
  GROUP BY g.by_what, g.group_name, g.outcome, CASE WHEN g.outcome IN ('escalated', 'failed') THEN g.why ELSE '' END
),
tool_call AS (
  SELECT
    s.by_what AS by_what,
    CASE WHEN s.by_what = '' THEN '' ELSE t.own_group END AS group_name,
    t.item AS item,
    t.is_error AS is_error,
    t.is_timeout AS is_timeout,
    t.duration AS duration
  FROM (
    SELECT
      p.kind AS kind,
      COALESCE(p.tool, '') AS item,
      p.is_error AS is_error,
      p.is_timeout AS is_timeout,
      p.ended - p.began AS duration,
      COALESCE('', '') AS own_group
    FROM placed p) t
  CROSS JOIN (SELECT '' AS by_what) s
  WHERE t.kind = 'tool'
),
ranked AS (
  SELECT
    t.*,
    ROW_NUMBER() OVER (
      PARTITION BY t.by_what, t.group_name, t.item, CASE WHEN t.duration IS NULL THEN 0 ELSE 1 END
      ORDER BY t.duration) AS place,
    COUNT(t.duration) OVER (PARTITION BY t.by_what, t.group_name, t.item) AS timed
  FROM tool_call t
),
tool_rows AS (
  SELECT
    1 AS unitecon_result,
    'tool' AS kind,
    t.by_what AS by_what,
    t.group_name AS group_name,
    t.item AS item,
    '' AS outcome,
    '' AS reason,
    0 AS how_many,
    0 AS calls,
    0 AS unrecorded_calls,
    0 AS uncounted_calls,
    0 AS input_tokens,
    0 AS cached_tokens,
    0 AS cache_write_tokens,
    0 AS cache_write_1h_tokens,
    0 AS output_tokens,
    0 AS reasoning_tokens,
    CAST(0 AS DECIMAL(38, 12)) AS recorded_cost,
    0 AS recorded_runs,
    COUNT(*) AS tool_calls,
    SUM(t.is_error) AS tool_errors,
    SUM(t.is_timeout) AS tool_timeouts,
    COUNT(t.duration) AS timed,
    CAST(0 AS DECIMAL(38, 0)) AS time_ns,
    COALESCE(MIN(CASE WHEN 100 * t.place >= 50 * t.timed THEN t.duration END), 0) AS p50_ns,
    COALESCE(MIN(CASE WHEN 100 * t.place >= 95 * t.timed THEN t.duration END), 0) AS p95_ns
  FROM ranked t
  GROUP BY t.by_what, t.group_name, t.item
),
step_count AS (
  SELECT
    COUNT(DISTINCT c.trace) AS traces,
    COALESCE(SUM(CASE WHEN c.fate = 'repeated' THEN 1 ELSE 0 END), 0) AS repeated_responses,
    COALESCE(SUM(CASE WHEN c.fate = 'above' THEN 1 ELSE 0 END), 0) AS usage_above_usage,
    COALESCE(SUM(CASE WHEN c.is_orphan = 1 THEN 1 ELSE 0 END), 0) AS orphans,
    COALESCE(SUM(CASE WHEN c.is_deep = 1 THEN 1 ELSE 0 END), 0) AS deep
  FROM charged c
),
row_count AS (
  SELECT
    COALESCE(SUM(CASE WHEN n.is_read = 1 THEN 1 ELSE 0 END), 0) AS spans,
    COALESCE(SUM(CASE WHEN n.is_read = 1 AND n.copy_number > 1 THEN 1 ELSE 0 END), 0) AS repeated_spans,
    COALESCE(SUM(CASE WHEN n.is_read = 0 THEN 1 ELSE 0 END), 0) AS unread
  FROM numbered n
),
item_count AS (
  SELECT
    i.item AS item,
    CASE i.item
      WHEN 'traces' THEN s.traces
      WHEN 'spans' THEN r.spans
      WHEN 'repeatedSpans' THEN r.repeated_spans
      WHEN 'repeatedResponses' THEN s.repeated_responses
      WHEN 'usageAboveUsage' THEN s.usage_above_usage
      WHEN 'orphans' THEN s.orphans
      WHEN 'unread' THEN r.unread
      WHEN 'deep' THEN s.deep
      END AS how_many
  FROM step_count s
  CROSS JOIN row_count r
  CROSS JOIN (
    SELECT 'traces' AS item UNION ALL
    SELECT 'spans' AS item UNION ALL
    SELECT 'repeatedSpans' AS item UNION ALL
    SELECT 'repeatedResponses' AS item UNION ALL
    SELECT 'usageAboveUsage' AS item UNION ALL
    SELECT 'orphans' AS item UNION ALL
    SELECT 'unread' AS item UNION ALL
    SELECT 'deep' AS item) i
),
read_rows AS (
  SELECT
    1 AS unitecon_result,
    'read' AS kind,
    '' AS by_what,
    '' AS group_name,
    i.item AS item,
    '' AS outcome,
    '' AS reason,
    i.how_many AS how_many,
    0 AS calls,
    0 AS unrecorded_calls,
    0 AS uncounted_calls,
    0 AS input_tokens,
    0 AS cached_tokens,
    0 AS cache_write_tokens,
    0 AS cache_write_1h_tokens,
    0 AS output_tokens,
    0 AS reasoning_tokens,
    CAST(0 AS DECIMAL(38, 12)) AS recorded_cost,
    0 AS recorded_runs,
    0 AS tool_calls,
    0 AS tool_errors,
    0 AS tool_timeouts,
    0 AS timed,
    CAST(0 AS DECIMAL(38, 0)) AS time_ns,
    0 AS p50_ns,
    0 AS p95_ns
  FROM item_count i
)
SELECT
  CAST(o.unitecon_result AS BIGINT) AS unitecon_result,
  o.kind AS kind,
  o.by_what AS by_what,
  o.group_name AS group_name,
  o.item AS item,
  o.outcome AS outcome,
  o.reason AS reason,
  CAST(o.how_many AS BIGINT) AS how_many,
  CAST(o.calls AS BIGINT) AS calls,
  CAST(o.unrecorded_calls AS BIGINT) AS unrecorded_calls,
  CAST(o.uncounted_calls AS BIGINT) AS uncounted_calls,
  CAST(o.input_tokens AS BIGINT) AS input_tokens,
  CAST(o.cached_tokens AS BIGINT) AS cached_tokens,
  CAST(o.cache_write_tokens AS BIGINT) AS cache_write_tokens,
  CAST(o.cache_write_1h_tokens AS BIGINT) AS cache_write_1h_tokens,
  CAST(o.output_tokens AS BIGINT) AS output_tokens,
  CAST(o.reasoning_tokens AS BIGINT) AS reasoning_tokens,
  o.recorded_cost AS recorded_cost,
  CAST(o.recorded_runs AS BIGINT) AS recorded_runs,
  CAST(o.tool_calls AS BIGINT) AS tool_calls,
  CAST(o.tool_errors AS BIGINT) AS tool_errors,
  CAST(o.tool_timeouts AS BIGINT) AS tool_timeouts,
  CAST(o.timed AS BIGINT) AS timed,
  CAST(o.time_ns AS BIGINT) AS time_ns,
  CAST(o.p50_ns AS BIGINT) AS p50_ns,
  CAST(o.p95_ns AS BIGINT) AS p95_ns
FROM (
  SELECT * FROM run_rows
  UNION ALL
  SELECT * FROM tool_rows
  UNION ALL
  SELECT * FROM read_rows
) o
ORDER BY o.kind, o.by_what, o.group_name, o.item, o.outcome, o.reason
SETTINGS join_use_nulls = 1, cast_keep_nullable = 1;
