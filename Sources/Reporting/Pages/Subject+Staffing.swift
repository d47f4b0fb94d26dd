import Formulas
import UnitEconomics

extension Subject {
  /// Who answers escalated tasks at the busiest hour, and how soon: "14 agents answer 80.0% within 300 s".
  ///
  /// - Returns: nil where people are not staffed for a service level.
  func staffing(_ values: Values) -> [Phrase]? {
    guard scenario.humanReview.staffing.hasQueue else { return nil }
    func number(_ path: String, digits: Int = 4) -> String {
      let reading = values["humanReview.\(path)"]
      return reading?.value.flatMap(NumberStyle.quantity(digits: digits).text(for:)) ?? "n/a"
    }
    func share(_ path: String) -> String {
      text(values["humanReview.\(path)"] ?? .undefined(because: ""), .share)
    }
    let agents = values["humanReview.queue.agents"]?.value
    guard let agents, agents > 0 else {
      let reason = values["humanReview.queue.agents"]?.reason
      return [
        .plain(
          reason.map { "How many agents the review queue needs cannot be said: \($0)." }
            ?? "Nothing escalates, and the review queue needs no agents.")
      ]
    }
    var spans: [Phrase] = ["At the busiest hour "]
    spans.append(
      .strong(
        "\(number("queue.agents", digits: 9)) \(agents == 1 ? "agent answers" : "agents answer") "
          + "\(share("queue.serviceLevel")) within \(number("staffing.within")) s"))
    spans.append(.plain(" (\(share("staffing.serviceLevel")) is wanted) "))
    spans.append(
      .plain(
        "at a load of \(number("queue.load")) erlangs: \(share("queue.waiting")) of escalated tasks "
          + "wait, the mean wait is \(number("queue.meanWait")) s, "))
    if scenario.humanReview.staffing == .erlangA {
      spans.append(.plain("\(share("queue.abandonment")) leave before an answer, "))
    }
    spans.append(
      .plain(
        "and agents are busy \(share("queue.occupancy")) of the time. So many are there at all "
          + "\(number("staffing.openHours")) open hours of the month; with shrinkage of "
          + "\(share("staffing.shrinkage")), \(number("queue.staff")) are paid."))
    return spans
  }
}

extension Explanation {
  /// Whether a formula is among what the figure is made from.
  func mentions(_ path: String) -> Bool {
    self.path == path || parts.contains { $0.mentions(path) }
  }
}
