-- What runs cost and how they ended, for postgres, made by unitecon 0.1.0.
-- It reads otlp_lines: OTLP as JSON lines.
-- Its result, a CSV file with a heading, is read back by: unitecon measure result.csv --by week
--   PGOPTIONS='-c jit=off' psql --csv --quiet --file query.sql > result.csv
-- Runs are told apart by week.
-- Only runs are read whose first step begins within the bounds given.
-- The table has one column, line jsonb, an object of OTLP a row.
WITH RECURSIVE
written AS (
  SELECT r.value -> 'resource' -> 'attributes' AS resource, s.value AS told
  FROM "otlp_lines" l
  CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(l.line -> 'resourceSpans') r
  CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(r.value -> 'scopeSpans') c
  CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(c.value -> 'spans') s
),
mapped AS MATERIALIZED (
  SELECT
    w.told AS told,
    (SELECT JSONB_OBJECT_AGG(a.value ->> 'key', COALESCE(a.value -> 'value' ->> 'stringValue', a.value -> 'value' ->> 'intValue', a.value -> 'value' ->> 'doubleValue', a.value -> 'value' ->> 'boolValue', a.value -> 'value' ->> 'arrayValue'))
      FROM JSONB_ARRAY_ELEMENTS(w.told -> 'attributes') a) AS attributes,
    (SELECT JSONB_OBJECT_AGG(a.value ->> 'key', COALESCE(a.value -> 'value' ->> 'stringValue', a.value -> 'value' ->> 'intValue', a.value -> 'value' ->> 'doubleValue', a.value -> 'value' ->> 'boolValue', a.value -> 'value' ->> 'arrayValue'))
      FROM JSONB_ARRAY_ELEMENTS(w.resource) a) AS resource,
    (SELECT t.word
    FROM (
      SELECT e.place AS place, COALESCE(
        (SELECT COALESCE(a.value -> 'value' ->> 'stringValue', a.value -> 'value' ->> 'intValue', a.value -> 'value' ->> 'doubleValue', a.value -> 'value' ->> 'boolValue', a.value -> 'value' ->> 'arrayValue')
        FROM JSONB_ARRAY_ELEMENTS(e.value -> 'attributes') a
        WHERE a.value ->> 'key' = 'gen_ai.evaluation.score.label' LIMIT 1),
        (SELECT COALESCE(a.value -> 'value' ->> 'stringValue', a.value -> 'value' ->> 'intValue', a.value -> 'value' ->> 'doubleValue', a.value -> 'value' ->> 'boolValue', a.value -> 'value' ->> 'arrayValue')
        FROM JSONB_ARRAY_ELEMENTS(e.value -> 'attributes') a
        WHERE a.value ->> 'key' = 'gen_ai.evaluation.score.value' LIMIT 1)) AS word
      FROM JSONB_ARRAY_ELEMENTS(w.told -> 'events') WITH ORDINALITY AS e (value, place)
      WHERE e.value ->> 'name' = 'gen_ai.evaluation.result') t
    WHERE LOWER(t.word) IN (
        'true', 'yes', '1', '1.0', 'success', 'succeeded', 'successful', 'pass', 'passed',
        'resolved', 'solved', 'completed', 'complete', 'correct', 'ok', 'autonomoussuccess',
        'escalated', 'escalation', 'escalate', 'handoff', 'handed_off', 'hand-off', 'human',
        'transferred', 'false', 'no', '0', '0.0', 'failed', 'failure', 'fail', 'error',
        'unresolved', 'incorrect', 'wrong', 'timeout', 'aborted', 'cancelled', 'canceled')
    ORDER BY t.place DESC LIMIT 1) AS ended
  FROM written w
),
step AS (
  SELECT
    s.told ->> 'traceId' AS trace_id,
    s.told ->> 'spanId' AS span_id,
    s.told ->> 'parentSpanId' AS parent_id,
    CASE WHEN s.told ->> 'startTimeUnixNano' ~ '^[0-9]{1,18}[0-9]?$' THEN CAST(s.told ->> 'startTimeUnixNano' AS BIGINT) END AS start_ns,
    CASE WHEN s.told ->> 'endTimeUnixNano' ~ '^[0-9]{1,18}[0-9]?$' THEN CAST(s.told ->> 'endTimeUnixNano' AS BIGINT) END AS end_ns,
    COALESCE(s.told -> 'status' ->> 'code' IN ('2', 'STATUS_CODE_ERROR'), FALSE) AS status_error,
    COALESCE(
      CASE WHEN LOWER(NULLIF(s.attributes ->> 'gen_ai.operation.name', '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes ->> 'gen_ai.operation.name', '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes ->> 'operation.name', '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes ->> 'operation.name', '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes ->> 'ai.operationId', '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes ->> 'ai.operationId', '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes ->> 'llm.request.type', '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes ->> 'llm.request.type', '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes ->> 'traceloop.span.kind', '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes ->> 'traceloop.span.kind', '')) END,
      CASE WHEN LOWER(NULLIF(s.attributes ->> 'openinference.span.kind', '')) IN (
        'chat', 'generate_content', 'text_completion', 'completion', 'llm', 'generation',
        'ai.generatetext.dogenerate', 'ai.streamtext.dostream', 'ai.generateobject.dogenerate',
        'ai.streamobject.dostream', 'invoke_agent', 'create_agent', 'invoke_workflow', 'agent',
        'workflow', 'agent_step', 'ai.generatetext', 'ai.streamtext', 'ai.generateobject',
        'ai.streamobject', 'execute_tool', 'tool', 'ai.toolcall', 'embeddings', 'embedding',
        'ai.embed', 'retrieval', 'retriever', 'reranker', 'apply_guardrail', 'guardrail') THEN LOWER(NULLIF(s.attributes ->> 'openinference.span.kind', '')) END) AS op,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.response.model', ''),
      NULLIF(s.attributes ->> 'ai.response.model', ''),
      NULLIF(s.attributes ->> 'gen_ai.request.model', ''),
      NULLIF(s.attributes ->> 'llm.model_name', ''),
      NULLIF(s.attributes ->> 'ai.model.id', '')) AS model,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.usage.input_tokens', ''),
      NULLIF(s.attributes ->> 'gen_ai.usage.prompt_tokens', ''),
      NULLIF(s.attributes ->> 'llm.token_count.prompt', ''),
      NULLIF(s.attributes ->> 'ai.usage.promptTokens', ''),
      NULLIF(s.attributes ->> 'ai.usage.inputTokens', '')) AS in_tok,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.usage.cache_read.input_tokens', ''),
      NULLIF(s.attributes ->> 'gen_ai.usage.cache_read_input_tokens', ''),
      NULLIF(s.attributes ->> 'llm.token_count.prompt_details.cache_read', ''),
      NULLIF(s.attributes ->> 'ai.usage.cachedInputTokens', '')) AS cached_tok,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.usage.cache_write.input_tokens', ''),
      NULLIF(s.attributes ->> 'gen_ai.usage.cache_creation.input_tokens', ''),
      NULLIF(s.attributes ->> 'gen_ai.usage.cache_creation_input_tokens', ''),
      NULLIF(s.attributes ->> 'llm.token_count.prompt_details.cache_write', '')) AS cache_write_tok,
    NULLIF(s.attributes ->> 'gen_ai.usage.cache_creation.ephemeral_1h_input_tokens', '') AS cache_write_1h_tok,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.usage.output_tokens', ''),
      NULLIF(s.attributes ->> 'gen_ai.usage.completion_tokens', ''),
      NULLIF(s.attributes ->> 'llm.token_count.completion', ''),
      NULLIF(s.attributes ->> 'ai.usage.completionTokens', ''),
      NULLIF(s.attributes ->> 'ai.usage.outputTokens', '')) AS out_tok,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.usage.reasoning.output_tokens', ''),
      NULLIF(s.attributes ->> 'gen_ai.usage.reasoning_tokens', ''),
      NULLIF(s.attributes ->> 'llm.usage.reasoning_tokens', ''),
      NULLIF(s.attributes ->> 'llm.token_count.completion_details.reasoning', ''),
      NULLIF(s.attributes ->> 'ai.usage.reasoningTokens', '')) AS reasoning_tok,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.usage.cost', ''),
      NULLIF(s.attributes ->> 'llm.cost.total', '')) AS cost,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.tool.name', ''),
      NULLIF(s.attributes ->> 'tool.name', ''),
      NULLIF(s.attributes ->> 'ai.toolCall.name', '')) AS tool_name,
    COALESCE(
      NULLIF(s.attributes ->> 'error.type', ''),
      NULLIF(s.attributes ->> 'exception.type', '')) AS error_type,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.response.id', ''),
      NULLIF(s.attributes ->> 'ai.response.id', '')) AS response_id,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.agent.name', ''),
      NULLIF(s.attributes ->> 'service.name', ''),
      NULLIF(s.resource ->> 'gen_ai.agent.name', ''),
      NULLIF(s.resource ->> 'service.name', '')) AS agent,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.agent.version', ''),
      NULLIF(s.attributes ->> 'service.version', ''),
      NULLIF(s.resource ->> 'gen_ai.agent.version', ''),
      NULLIF(s.resource ->> 'service.version', '')) AS version,
    COALESCE(
      NULLIF(s.attributes ->> 'tenant.id', ''),
      NULLIF(s.attributes ->> 'tenant', ''),
      NULLIF(s.attributes ->> 'customer.id', ''),
      NULLIF(s.resource ->> 'tenant.id', ''),
      NULLIF(s.resource ->> 'tenant', ''),
      NULLIF(s.resource ->> 'customer.id', '')) AS tenant,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.conversation.id', ''),
      NULLIF(s.attributes ->> 'session.id', ''),
      NULLIF(s.resource ->> 'gen_ai.conversation.id', ''),
      NULLIF(s.resource ->> 'session.id', '')) AS conversation,
    COALESCE(
      NULLIF(s.attributes ->> 'gen_ai.response.finish_reasons', ''),
      NULLIF(s.attributes ->> 'ai.response.finishReason', '')) AS finish_reasons,
    COALESCE(
      s.ended,
      NULLIF(s.attributes ->> 'task.outcome', '')) AS outcome,
    NULLIF(s.attributes ->> 'task.reason', '') AS reason
  FROM mapped s
),
told AS MATERIALIZED (
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
    NULLIF(CAST(s.in_tok AS TEXT), '') AS in_tok_text,
    NULLIF(CAST(s.cached_tok AS TEXT), '') AS cached_tok_text,
    NULLIF(CAST(s.cache_write_tok AS TEXT), '') AS cache_write_tok_text,
    NULLIF(CAST(s.cache_write_1h_tok AS TEXT), '') AS cache_write_1h_tok_text,
    NULLIF(CAST(s.out_tok AS TEXT), '') AS out_tok_text,
    NULLIF(CAST(s.reasoning_tok AS TEXT), '') AS reasoning_tok_text,
    NULLIF(CAST(s.cost AS TEXT), '') AS cost_text
  FROM step s
),
counted AS (
  SELECT
    t.*,
    CASE WHEN t.in_tok_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST(t.in_tok_text AS NUMERIC) END AS in_tok_number,
    CASE WHEN t.cached_tok_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST(t.cached_tok_text AS NUMERIC) END AS cached_tok_number,
    CASE WHEN t.cache_write_tok_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST(t.cache_write_tok_text AS NUMERIC) END AS cache_write_tok_number,
    CASE WHEN t.cache_write_1h_tok_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST(t.cache_write_1h_tok_text AS NUMERIC) END AS cache_write_1h_tok_number,
    CASE WHEN t.out_tok_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST(t.out_tok_text AS NUMERIC) END AS out_tok_number,
    CASE WHEN t.reasoning_tok_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST(t.reasoning_tok_text AS NUMERIC) END AS reasoning_tok_number,
    CASE WHEN t.cost_text ~ '^[+-]?([0-9]{1,40}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN ROUND(CAST(t.cost_text AS NUMERIC), 12) END AS cost_amount
  FROM told t
),
whole AS MATERIALIZED (
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
  WHERE n.is_read = 1 AND n.copy_number = 1 AND n.run_began >= 1761955200000000000 AND n.run_began < 1764547200000000000
),
above AS (
  -- From each step with usage up to the next that has some, which goes on from there itself.
  SELECT DISTINCT k.trace AS trace, k.parent AS id, CAST(1 AS BIGINT) AS height
  FROM kept k
  WHERE k.has_usage = 1 AND k.parent IS NOT NULL
  UNION ALL
  SELECT k.trace AS trace, k.parent AS id, a.height + 1 AS height
  FROM above a
  JOIN kept k ON k.trace = a.trace AND k.id = a.id
  WHERE k.has_usage = 0 AND k.parent IS NOT NULL AND a.height < 90
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
    COALESCE(TO_CHAR(DATE '1970-01-01' + CAST((CAST(ROUND((g.began - MOD(g.began, 86400000000000)) / 86400000000000) AS BIGINT) - MOD(CAST(ROUND((g.began - MOD(g.began, 86400000000000)) / 86400000000000) AS BIGINT) + 3, 7)) AS INTEGER), 'YYYY-MM-DD'), '') AS own_group
  FROM gathered g
),
grouped AS (
  SELECT
    r.*,
    s.by_what AS by_what,
    CASE WHEN s.by_what = '' THEN '' ELSE r.own_group END AS group_name
  FROM run r
  CROSS JOIN (SELECT '' AS by_what UNION ALL SELECT 'week' AS by_what) s
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
      COALESCE(TO_CHAR(DATE '1970-01-01' + CAST((CAST(ROUND((MIN(p.began) OVER (PARTITION BY p.trace) - MOD(MIN(p.began) OVER (PARTITION BY p.trace), 86400000000000)) / 86400000000000) AS BIGINT) - MOD(CAST(ROUND((MIN(p.began) OVER (PARTITION BY p.trace) - MOD(MIN(p.began) OVER (PARTITION BY p.trace), 86400000000000)) / 86400000000000) AS BIGINT) + 3, 7)) AS INTEGER), 'YYYY-MM-DD'), '') AS own_group
    FROM placed p) t
  CROSS JOIN (SELECT '' AS by_what UNION ALL SELECT 'week' AS by_what) s
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
    COALESCE(SUM(CASE WHEN n.is_read = 1 AND n.run_began >= 1761955200000000000 AND n.run_began < 1764547200000000000 THEN 1 ELSE 0 END), 0) AS spans,
    COALESCE(SUM(CASE WHEN n.is_read = 1 AND n.copy_number > 1 AND n.run_began >= 1761955200000000000 AND n.run_began < 1764547200000000000 THEN 1 ELSE 0 END), 0) AS repeated_spans,
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
ORDER BY o.kind, o.by_what, o.group_name, o.item, o.outcome, o.reason;
