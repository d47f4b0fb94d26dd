import Formulas
import ScenarioFiles

/// Asks what a scenario to start from cannot guess, one question at a time; an empty answer takes what is in brackets.
struct Interview {
  private let read: () -> String?
  private let say: (String) -> Void

  init(read: @escaping () -> String? = { readLine() }, say: @escaping (String) -> Void) {
    self.read = read
    self.say = say
  }

  /// The scenario with the answers in it; nil where the answers end before the questions.
  func ask(_ starter: Starter) -> Starter? {
    var starter = starter
    guard
      let unit = answer(
        Wording.askUnit, starter.unit, check: { $0.contains(" ") ? nil : Wording.unitHasNoun })
    else { return nil }
    starter.unit = unit
    guard let tasks = amount(Wording.askTasks(starter.noun), starter.tasks, .task / .month) else {
      return nil
    }
    starter.tasks = tasks.contains("/") ? tasks : "\(tasks) / month"
    guard let customers = amount(Wording.askCustomers, starter.customers, .one) else { return nil }
    starter.customers = customers
    let stated = starter.escalations.compactMap { QuantityText.share($0.share) }.reduce(0, +)
    let usual = Self.percent(stated)
    guard let share = amount(Wording.askShare, usual, .share, most: 1) else { return nil }
    if let wanted = QuantityText.share(share), stated > 0 {
      for index in starter.escalations.indices {
        let own = QuantityText.share(starter.escalations[index].share) ?? 0
        starter.escalations[index].share = Self.percent(own * wanted / stated)
      }
    }
    guard let minutes = amount(Wording.askMinutes, starter.minutes.value, .minute) else {
      return nil
    }
    if minutes != starter.minutes.value { starter.minutes = Self.around(minutes) }
    guard let rate = amount(Wording.askRate, starter.rate, .money / .hour) else { return nil }
    starter.rate = rate
    guard let price = amount(Wording.askPrice(starter.noun), starter.price, .money) else {
      return nil
    }
    starter.price = price
    return starter
  }

  /// Which kind of agent it is; nil where no answer comes.
  func kind() -> StarterKind? {
    let kinds = StarterKind.allCases.map(\.rawValue)
    return answer(Wording.askKind, kinds[0]) { kinds.contains($0) ? nil : Wording.notAKind(kinds) }
      .flatMap(StarterKind.init(rawValue:))
  }

  /// One answer that passes its check; asked again until one does.
  private func answer(
    _ question: String, _ usual: String, check: (String) -> String?
  ) -> String? {
    while true {
      say("\(question) [\(usual)] ")
      guard let line = read() else { return nil }
      let text = String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      if text.isEmpty { return usual }
      guard let problem = check(text) else { return text }
      say("  \(problem)\n")
    }
  }

  private func amount(
    _ question: String, _ usual: String, _ unit: Unit, most: Double = 1e12
  ) -> String? {
    answer(question, usual) { text in
      // A number alone is meant in the unit that was asked for.
      for spelling in [text, "\(text) \(unit.text(currency: "USD"))"] {
        if let value = try? QuantityText.value(spelling, of: "answer", in: unit, currency: "USD")
          .get()
        {
          return value >= 0 && value <= most ? nil : Wording.notBetween(most)
        }
      }
      return Wording.notThat(QuantityText.example(of: unit, currency: "USD"))
    }
  }

  /// A share as a percentage that reads back as the same.
  private static func percent(_ share: Double) -> String {
    let percent = (share * 1e4).rounded() / 100
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
  }

  /// A time with a range a third to either side.
  private static func around(_ minutes: String) -> (value: String, low: String, high: String) {
    guard
      let value = try? QuantityText.value(minutes, of: "answer", in: .minute, currency: "USD").get()
    else { return (minutes, minutes, minutes) }
    func text(_ number: Double) -> String { "\((number * 10).rounded() / 10) min" }
    return (text(value), text(value * 2 / 3), text(value * 1.5))
  }
}
