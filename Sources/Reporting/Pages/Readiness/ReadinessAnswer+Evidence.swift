import Formulas
import Readiness
import UnitEconomics

extension ReadinessAnswer {
  /// What speaks for or against an item, in a sentence.
  func words(on result: ItemResult) -> String {
    var parts = result.evidence.map(words)
    if let reason = result.reason { parts.append(harmless(reason)) }
    return parts.joined(separator: "; ")
  }

  /// One piece of evidence, in words.
  func words(_ evidence: Evidence) -> String {
    switch evidence {
    case .share(let kind, let share, let interval, let limit):
      return words(kind, share, interval, limit)
    case .figure(let path, let value, let caseName, let limit):
      let style = style(of: path)
      let shown = value.map { text($0, style) } ?? "n/a"
      return "\(name(of: path)) \(shown), \(harmless(caseName)); \(words(limit, style)) wanted"
    case .chance(let path, let chance, let limit, let least):
      let style = style(of: path)
      let range =
        "\(text(chance.interval.lowerBound, .share)) to \(text(chance.interval.upperBound, .share))"
      return "\(name(of: path)) is \(words(limit, style)) with a probability of "
        + "\(text(chance.share, .share)) (\(range), \(count(chance.draws)) draws); "
        + "\(text(least, .share)) wanted"
    case .difference(let path, let modelled, let measured, let within):
      let style = style(of: path)
      let change = (measured - modelled) / modelled
      return "\(name(of: path)) \(text(modelled, style)) as modelled, \(text(measured, style)) as "
        + "measured: \(change < 0 ? "" : "+")\(text(change, .share)); ± \(text(within, .share)) allowed"
    case .revenue(let kind, let share, let limit):
      let what = kind == .work ? "with the work" : "with success"
      return "\(text(share, .share)) of revenue moves \(what); \(words(limit, .share)) wanted"
    case .suite(let last):
      return
        "\(count(last.passed)) of \(count(last.cases)) \(last.kind.noun) \(last.kind.verb) in version "
        + "\(harmless(last.version)), \(last.on.text)"
    case .document(let document, let until): return words(document, until)
    case .reconstruction(let found):
      let what = found.isOfIncidents ? "runs that did not end well" : "run, as all ended well,"
      let last = found.isRunTold ? "is told from end to end" : "is not told from end to end"
      return "\(count(found.told)) of \(count(found.incidents)) \(what) can be told; the last, "
        + "\(harmless(found.run))\(found.at.map { " of \($0)" } ?? ""), \(last)"
    case .acts(let approved, let stopped):
      return "\(count(approved)) risky calls approved, \(count(stopped)) stopped"
    case .trigger(let trigger):
      let state = !trigger.isKnown ? "is not told" : trigger.fires ? "fires" : "holds"
      return "\(harmless(trigger.name)) \(state)"
    case .stated(let path): return harmless(path)
    case .words(let words): return harmless(words)
    }
  }

  private func words(
    _ kind: LogShare, _ share: LogEvidence.Share, _ interval: ClosedRange<Double>?,
    _ limit: Decision.Limit?
  ) -> String {
    let noun = share.all == 1 ? kind.noun.singular : kind.noun
    guard share.all > 0 else { return "0 \(noun)" }
    let value = text(Double(share.cases) / Double(share.all), .share)
    var words = "\(kind.words) \(value), \(count(share.cases)) of \(count(share.all)) \(noun)"
    if let interval {
      words +=
        " (\(text(interval.lowerBound, .share)) to \(text(interval.upperBound, .share)))"
    }
    if let limit { words += "; \(self.words(limit, .share)) wanted" }
    return words
  }

  func words(_ limit: Decision.Limit, _ style: NumberStyle) -> String {
    "\(limit.side == .min ? "at least" : "at most") \(text(limit.value, style))"
  }

  private func words(_ document: Document, _ until: Day?) -> String {
    var parts: [String] = []
    if let by = document.by { parts.append(harmless(by)) }
    if let day = document.on { parts.append(day.text) }
    if let day = document.planned, document.on == nil { parts.append("planned \(day.text)") }
    if let until { parts.append("until \(until.text)") }
    if let file = document.file {
      parts.append(harmless(file) + (document.sha256.map { " (\($0.prefix(8)))" } ?? ""))
    }
    if let link = document.link { parts.append(harmless(link)) }
    if let note = document.note { parts.append(harmless(note)) }
    return parts.joined(separator: ", ")
  }

  func count(_ number: Int) -> String { text(Double(number), .count) }

  /// How a figure is shown, and what it is called.
  func style(of path: String) -> NumberStyle {
    let graph = subject.reading.model.graph
    guard let position = graph.positions[path] else { return .quantity(digits: 4) }
    return NumberStyle(graph.nodes[position].unit, currency: currency)
  }

  private func name(of path: String) -> String { Output(rawValue: path)?.words ?? harmless(path) }
}

extension LogShare {
  /// What is counted, in words.
  var words: String {
    switch self {
    case .tsr: "success"
    case .escalationRate: "escalated"
    case .failedRate: "failed"
    case .throughAPI: "through an API"
    case .validArguments: "valid"
    case .repeatedEffects: "made again"
    case .hastyRetries: "too soon"
    case .decided: "decided by policy"
    case .approved: "approved"
    case .doneAnyway: "carried out although refused"
    case .wholeChains: "whole"
    case .traced: "traced"
    case .explained: "explained"
    }
  }
}

extension SuiteKind {
  fileprivate var noun: String {
    switch self {
    case .workflow: "workflows"
    case .edge: "edge cases"
    case .policy: "tests of the policy"
    case .shadow: "cases in shadow mode"
    }
  }

  fileprivate var verb: String { self == .shadow ? "agree" : "pass" }
}

extension String {
  /// `runs` as one of them: the first word that ends in an s loses it.
  fileprivate var singular: String {
    var words = split(separator: " ").map(String.init)
    if let index = words.firstIndex(where: { $0.hasSuffix("s") }) { words[index].removeLast() }
    return words.joined(separator: " ")
  }
}
