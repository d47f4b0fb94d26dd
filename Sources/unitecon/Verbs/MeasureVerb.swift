import Reporting

extension Verb {
  static let measureVerb = Verb(
    "measure", .evidence, "what runs really cost and how they ended, from traces and run logs",
    usage: "measure LOG… [flags]",
    details: """
      Reads traces (OTLP as JSON lines, in every generation of OpenTelemetry's names for GenAI and in \
      those of OpenInference, OpenLLMetry and the AI SDK; traces that Langfuse exports) and plain run \
      logs (CSV or JSON lines, a run a row), by what stands in them, of any size; what gzip packed is \
      unpacked. A trace may be split over lines and files. Usage counts once: on steps that have none \
      below them. A line that cannot be read is left out, counted and shown; --strict refuses instead. \
      With --decimal , numbers of CSV files that are parted by semicolons or tabs have a decimal comma, \
      those of a help desk and of approvals too.

      Says what a success costs with its failures, what runs record and what the price list says side \
      by side, how runs ended with 95 % intervals, why they did not succeed, tokens and cache shares, \
      and how tools behave; and of traces whether the chain of each run is whole, from the request over \
      context, decision, tool calls and responses to output and outcome. No text that runs carry is \
      copied. --task shows one run, or all runs at one task, step by step.

      With exports of a help desk, of approvals and of a cloud bill it says what a completed task costs \
      with all that: people's minutes join runs by the task, and of the bill models are left out, for \
      the price of tokens covers them.

      Where traces lie in a warehouse, --sql prints one query that asks the same of its own tables, \
      exactly; its result, saved as CSV, is a log to measure.
      """,
    examples: [
      "unitecon measure traces.jsonl --prices model_prices_and_context_window.json",
      "unitecon measure traces.jsonl --task 8e419d32",
      "unitecon measure runs.csv --by version -o measured.csv",
      "unitecon measure traces.jsonl --helpdesk tickets.csv --rate '$38 / h' --bill focus.csv",
      "unitecon measure traces.jsonl --into scenario.json5 -o measured.json5",
      "unitecon measure --before control.jsonl --after canary.jsonl --scenario scenario.json5",
      "unitecon measure --sql clickhouse --by version -o query.sql",
      "unitecon measure attempts.jsonl --map outcome=resolved --map 'inputTokens=calls.*.1'",
    ],
    flags: [
      Flags.task, Flags.content, Flags.map, Flags.outcome, Flags.reason, Flags.columns,
      Flags.logPrices, Flags.service, Flags.region, Flags.on, Flags.byRuns, Flags.unit,
      Flags.strict, Flags.helpdesk, Flags.approvals, Flags.rate, Flags.bill, Flags.billOnly,
      Flags.into, Flags.match, Flags.before, Flags.after, Flags.scenario, Flags.sql,
      Flags.store, Flags.table, Flags.since, Flags.until,
    ]
  ) { invocation in
    if let query = try QueryRequest(invocation) {
      try query.write(invocation)
      return .done
    }
    try MeasureRequest.refuseMeaningless(invocation)
    if invocation.has(Flags.after) {
      return try MeasureRequest(invocation, wantsSpread: true).compare(invocation)
    }
    if let scenario = invocation[Flags.into] {
      return try MeasureRequest(invocation, wantsSpread: true).write(into: scenario, invocation)
    }
    let destination = try Destination(invocation)
    if invocation.has(Flags.columns) {
      try destination.write(.logColumns(program: .this))
      return .done
    }
    guard !invocation.operands.isEmpty || invocation.has(Flags.bill) else {
      throw UsageError(Wording.noLog, verb: invocation.verb)
    }
    let request = try MeasureRequest(invocation)
    let answer = try request.answer()
    if let search = answer.measurement.search {
      return try request.show(search, answer, to: destination)
    }
    try destination.write(
      report: { .measure(answer, program: .this) }, table: { .measureFacts(answer) },
      json: { .measure(answer, program: .this) })
    return .done
  }
}
