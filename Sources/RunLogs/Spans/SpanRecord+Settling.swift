extension SpanRecord {
  /// Takes what its resource says of who ran where it does not say so itself.
  mutating func fill(from resource: SpanRecord) {
    if agent == NameTable.none { agent = resource.agent }
    if version == NameTable.none { version = resource.version }
    if tenant == NameTable.none { tenant = resource.tenant }
    if conversation == NameTable.none { conversation = resource.conversation }
  }

  /// What must be true of a span whatever dialect it came in.
  mutating func settle(at place: Int) throws(LineFault) {
    guard usage.isPossible else { throw LineFault(offset: place, problem: .cachedExceedsInput) }
    if start > 0, end > 0, end < start {
      throw LineFault(offset: place, problem: .endsBeforeStart)
    }
    if kind == .other {
      // A decision names the tool that it is about, and is no call of it.
      if isDecision, told.isEmpty {
        kind = .guardrail
      } else if tool != NameTable.none {
        kind = .tool
      } else if hasUsage {
        kind = .inference
      }
    }
  }
}
