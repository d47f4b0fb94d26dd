import Formulas
import UnitEconomics

extension Decoding {
  /// The correlations of a scenario whose inputs are known: `"a & b": 0.6`, where a pattern stands for
  /// each of the uncertain inputs it matches, and one pattern alone for every two of them.
  func correlations(_ root: JSONNode) -> [Correlation] {
    ObjectReader(self, path: "", node: root).section(
      "correlations", "uncertain inputs that go together: \"a & b\": 0.6"
    ) { reader in
      let members = reader.entries("rank correlation, from -1 to 1", .quantity)
      let found = members.flatMap(correlations)
      reportContradictions(found, members)
      if !hasErrors, let span = reader.span { reportImpossible(found, at: span) }
      return found
    } ?? []
  }

  private func correlations(_ member: JSONMember) -> [Correlation] {
    let patterns = member.key.split(separator: "&").map { String($0).trimmingBlanks }
    guard patterns.count == 2 || patterns.count == 1 && patterns[0].contains("*") else {
      report(
        .error(
          Wording.correlationKey, at: member.keySpan, help: Wording.writeCorrelation))
      return []
    }
    let matches = patterns.map { uncertain($0, member) }
    guard let rank = amount(member.value, "the correlation", .one, .any)?.value else { return [] }
    guard abs(rank) <= 1 else {
      let stated = Wording.withoutQuotes(spelling(member.value.span))
      report(.error(Wording.correlationOutside(stated), at: member.value.span))
      return []
    }
    guard matches.allSatisfy({ !$0.isEmpty }) else { return [] }
    let (left, right) = (matches[0], matches[matches.count - 1])
    let found = left.enumerated().flatMap { index, first in
      (patterns.count == 1 ? Array(right.dropFirst(index + 1)) : right).filter { $0 != first }
        .map { Correlation(first, $0, rank: rank, origin: origin(member.keySpan)) }
    }
    // An input and itself, or a pattern that only one uncertain input matches.
    if found.isEmpty, !hasErrors {
      report(.error(Wording.correlationKey, at: member.keySpan, help: Wording.writeCorrelation))
    }
    return found
  }

  /// Two inputs whose correlation is stated as one number and as another.
  private func reportContradictions(_ correlations: [Correlation], _ members: [JSONMember]) {
    var ranks: [Set<String>: Double] = [:]
    for correlation in correlations {
      let pair: Set = [correlation.first, correlation.second]
      guard let other = ranks.updateValue(correlation.rank, forKey: pair),
        other != correlation.rank,
        let member = members.first(where: { origin($0.keySpan) == correlation.origin })
      else { continue }
      let words = Wording.correlatedTwice(correlation.first, correlation.second)
      report(.error(words, at: member.keySpan))
      return
    }
  }

  /// The uncertain inputs that a pattern matches; reports where there are none.
  private func uncertain(_ text: String, _ member: JSONMember) -> [String] {
    let pattern = PathPattern(InputPath.normal(text))
    let hit = inputs.filter { pattern.matches($0.path) }
    guard !hit.isEmpty else {
      reportUnknownInput(text, at: member.keySpan)
      return []
    }
    let uncertain = hit.filter { $0.uncertainty != nil }.map(\.path)
    let isRead = !isPartial && !hit.contains { isUnread($0.path) }
    if uncertain.isEmpty, isRead {
      report(
        .error(
          Wording.correlatesCertain(text), at: member.keySpan, help: Wording.stateDistribution))
    }
    return uncertain
  }

  /// Correlations that no numbers can have together, with the nearest that some can.
  private func reportImpossible(_ correlations: [Correlation], at span: Span) {
    guard let nearest = Correlation.nearestPossible(to: correlations) else { return }
    let lines = zip(correlations, nearest).filter { abs($0.rank - $1) > 5e-4 }.prefix(6).map {
      "\"\($0.first) & \($0.second)\": \(($1 * 1000).rounded(.towardZero) / 1000)"
    }
    report(
      Diagnostic(
        severity: .error, message: Wording.impossibleCorrelations,
        span: opening(of: span), help: [Wording.nearestCorrelations] + lines))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
