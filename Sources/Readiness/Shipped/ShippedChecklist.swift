/// The checklist that an agent is held against where none is named: text in the format that a company's own
/// is written in, so that nothing of it stands in code.
public enum ShippedChecklist {
  /// By which a checklist says that it extends this one.
  public static let name = "shipped"

  /// The whole of it.
  public static let text =
    "{ \"unitecon-checklist\": 1, name: \"Production readiness of an agent\", sections: {\n"
    + [workUnit, tools, policy, audit, change, data, economics].joined(separator: ",\n") + "\n} }\n"

  private static let workUnit = #"""
    workUnit: { title: "Work unit and KPI", items: {
      named: { says: "The work unit is named, so that everybody counts the same thing",
        by: "stated", what: "workUnit",
        way: "write workUnit.name: what one task is, and when it is done" },
      kpi: { says: "A primary KPI has a baseline and a target", by: "stated", what: "kpi",
        way: "measure the KPI for a month without the agent and write workUnit.kpi" },
      baseline: { says: "What the task costs when people do it is known", by: "stated",
        what: "humanBaseline", way: "write workUnit.humanBaseline: time, rate and occupancy" },
      quantified: { says: "Task success and escalation rates are quantified, within 2 points",
        by: "quantified", within: "2%", rule: "quantify", blocks: true,
        way: "log how every run ends, and measure more of them" },
      success: { says: "The task success rate is at least 92 %", by: "seen", share: "tsr",
        min: "92%", blocks: true,
        way: "take the reason with most failures first: measure lists them" },
      escalation: { says: "At most 8 % of tasks are escalated", by: "seen",
        share: "escalationRate", max: "8%", blocks: true,
        way: "take the reason with most escalations first: measure lists them" },
    } }
    """#

  private static let tools = #"""
    tools: { title: "Tooling and integration", items: {
      throughAPI: { says: "At least 90 % of calls on systems of record go through an API, not a browser",
        by: "seen", share: "throughAPI", min: "90%",
        costs: ["toolsLines.*"], way: "ask the vendor for an API of what the browser does" },
      schemas: { says: "Every tool has a schema for its arguments", by: "stated", what: "schemas",
        way: "write readiness.tools.NAME.schema: the JSON Schema that the model is given" },
      validArguments: { says: "Arguments fit the schema of their tool", by: "seen",
        share: "validArguments", min: "99%",
        way: "refuse such calls at the tool's door, and let the model try again" },
      idempotent: { says: "No call that changes something is made again after it succeeded",
        by: "seen", share: "repeatedEffects", max: "0%", blocks: true,
        way: "send a key with each call by which the tool knows a repetition" },
      rateLimits: { says: "The rate limit of every connector is known", by: "stated",
        what: "rateLimits", way: "write tools.NAME.rateLimit from the connector's contract" },
      backoff: { says: "Every connector that is tried again waits before it", by: "stated",
        what: "backoff", way: "write tools.NAME.backoff, and set it in the client" },
      backoffKept: { says: "Tries again wait as long as they should", by: "seen",
        share: "hastyRetries", max: "1%", way: "set the pause in the client, doubled each time" },
      utilization: { says: "At the peak no connector is used beyond 80 % of its limit",
        by: "modelled", figure: "rateLimitUtilization.*", max: "80%", case: "base",
        levers: ["tools.*.rateLimit", "tools.*.callsPerAttempt"],
        way: "ask for a higher limit, or call less often" },
    } }
    """#

  private static let policy = #"""
    policy: { title: "Policy and permission", items: {
      sso: { says: "People sign in by SSO or SAML", by: "attested", validFor: "12 months",
        blocks: true, costs: ["infrastructureLines.sso"] },
      rbac: { says: "Roles say who may do what", by: "attested", validFor: "12 months" },
      leastPrivilege: { says: "The agent's scopes are the least that it needs", by: "attested",
        validFor: "6 months", blocks: true,
        way: "list each connector's scopes beside the calls that the agent makes, and strike the rest" },
      riskyActions: { says: "Actions that move money, write to the outside or give access are named",
        by: "stated", what: "riskyTools", way: "write readiness.tools.NAME.risk" },
      decided: { says: "Every risky call has a decision of policy before it", by: "seen",
        share: "decided", min: "100%", blocks: true, costs: ["infrastructureLines.guardrails"],
        way: "put the policy check in front of the tool itself, where no path leads around it" },
      approved: { says: "Every risky call that needs an approval has one before it", by: "seen",
        share: "approved", min: "100%", blocks: true, costs: ["humanReviewLines.approvals"],
        way: "let the tool refuse calls that carry no approval" },
      obeyed: { says: "What policy or a person refused is not carried out", by: "seen",
        share: "doneAnyway", max: "0%", blocks: true, way: "let the tool ask policy, not the model" },
      blocks: { says: "Risky actions can be blocked: one was stopped or approved, and none went around",
        by: "blocked", max: "0%", rule: "block", blocks: true,
        way: "test the policy on a call that it must stop, and keep the result with the evaluations" },
    } }
    """#

  private static let audit = #"""
    audit: { title: "Audit and observability", items: {
      chain: { says: "The chain of a run is whole, from request to outcome, for 99 % of runs",
        by: "seen", share: "wholeChains", min: "99%",
        costs: ["infrastructureLines.tracing", "infrastructureLines.traceIngest",
          "infrastructureLines.traceStorage"],
        way: "measure lists what is missing from which runs" },
      everyRun: { says: "Every run has a trace", by: "seen", share: "traced", min: "100%",
        way: "start the trace where the task is handed in, and sample none away" },
      reasons: { says: "For 90 % of failures and escalations the reason is known", by: "seen",
        share: "explained", min: "90%", way: "set task.reason where a run is given up" },
      reconstruct: { says: "An incident can be reconstructed from the logs: the last one is, and 99 % of all",
        by: "reconstructed", needs: ["request", "decision", "toolCalls", "toolResponses", "outcome"],
        min: "99%", rule: "reconstruct", blocks: true,
        way: "capture requests, calls of tools with their results, and how each run ends" },
    } }
    """#
}
