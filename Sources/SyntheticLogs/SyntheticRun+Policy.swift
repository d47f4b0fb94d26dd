import Readiness

extension SyntheticRun {
  /// The decision of policy and the approval before a risky call.
  ///
  /// - Returns: whether the call is made.
  mutating func allowed(
    _ rule: ToolRule, _ name: String, _ identity: String, _ index: Int,
    _ planting: inout Planting
  ) -> Bool {
    if planting.takes(.decided, at: index) {
      planted.insert(.decided)
      // Without a decision nobody is asked either.
      if rule.needsApproval { planted.insert(.approved) }
      return true
    }
    let isDenied = random.share() < 0.1
    let isAnyway = planting.takes(.doneAnyway, at: index)
    if isDenied || isAnyway {
      decide(name, identity, "deny", "limit exceeded")
      if isAnyway { planted.insert(.doneAnyway) }
      return isAnyway
    }
    decide(name, identity, rule.needsApproval ? "require_approval" : "allow", nil)
    guard rule.needsApproval else { return true }
    if planting.takes(.approved, at: index) {
      planted.insert(.approved)
      return true
    }
    let start = clock
    wait(40)
    spans.append(
      span(
        self.identity(), parent: root, "approval", start, clock,
        [
          Self.text("gen_ai.tool.name", name), Self.text("gen_ai.tool.call.id", identity),
          Self.text("approval.decision", "approved"),
          Self.text("approval.by", "reviewer \(index % 7)"),
          Self.text("approval.reason", "within the goodwill rule"),
        ]))
    return true
  }

  private mutating func decide(_ tool: String, _ call: String, _ word: String, _ reason: String?) {
    let start = clock
    wait(0.05)
    var attributes = [
      Self.text("gen_ai.operation.name", "apply_guardrail"),
      Self.text("gen_ai.tool.name", tool), Self.text("gen_ai.tool.call.id", call),
      Self.text("policy.name", "actions"), Self.text("policy.decision", word),
    ]
    if let reason { attributes.append(Self.text("policy.reason", reason)) }
    spans.append(span(identity(), parent: root, "apply_guardrail", start, clock, attributes))
  }
}
