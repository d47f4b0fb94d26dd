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
    guard let tasks = tasks(starter) else { return nil }
    starter.tasks = tasks
    guard let customers = amount(Wording.askCustomers, starter.customers, .one) else { return nil }
    starter.customers = customers
    guard askPeople(&starter), askPrices(&starter) else { return nil }
    return starter
  }

  /// How many tasks; that a customer has them a month is in the question.
  private func tasks(_ starter: Starter) -> String? {
    let words = ["\(starter.noun)s", starter.noun]
    return amount(Wording.askTasks(starter.noun), starter.tasks, .one / .month) { text in
      words.reduce(text) { $0.replacing(" \($1)", with: "") }
    }
  }

  /// What people do, with the agent and without; false where the answers end.
  private func askPeople(_ starter: inout Starter) -> Bool {
    let stated = starter.escalations.compactMap { QuantityText.share($0.share) }.reduce(0, +)
    guard let share = amount(Wording.askShare, Self.percent(stated), .share, most: 1) else {
      return false
    }
    if let wanted = QuantityText.share(share), stated > 0 {
      for index in starter.escalations.indices {
        let own = QuantityText.share(starter.escalations[index].share) ?? 0
        starter.escalations[index].share = Self.percent(own * wanted / stated)
      }
    }
    guard
      let minutes = amount(
        Wording.askMinutes(starter.noun), starter.minutes.value, .minute, isAboveZero: true)
    else { return false }
    if minutes != starter.minutes.value { starter.minutes = Self.around(minutes) }
    guard
      let handling = amount(Wording.askHandling, starter.handling, .minute, isAboveZero: true),
      let rate = amount(Wording.askRate, starter.rate, .money / .hour)
    else { return false }
    starter.handling = handling
    starter.rework = handling
    starter.rate = rate
    return true
  }

  /// What a customer pays; false where the answers end.
  private func askPrices(_ starter: inout Starter) -> Bool {
    guard let fee = amount(Wording.askFee, starter.fee, .money / .month),
      let price = amount(Wording.askPrice(starter.noun), starter.price, .money),
      let kicker = amount(
        Wording.askKicker(starter.noun), starter.kicker?.amount ?? "$0", .money)
    else { return false }
    starter.fee = fee
    starter.price = price
    let isPaid = (try? QuantityText.value(kicker, of: "", in: .money, currency: "USD").get()) != 0
    guard isPaid else {
      starter.kicker = nil
      return true
    }
    let usual = starter.kicker?.above ?? "90%"
    guard let above = amount(Wording.askKickerRate, usual, .share, most: 1) else { return false }
    starter.kicker = (kicker, above)
    return true
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

  /// A quantity as it can stand in the file.
  ///
  /// Its unit is known from the question and need not be said, but for the sign of a percentage: 12 may
  /// be twelve per cent, and 0.12 too.
  private func amount(
    _ question: String, _ usual: String, _ unit: Unit, most: Double = 1e12,
    isAboveZero: Bool = false, plain: (String) -> String = { $0 }
  ) -> String? {
    let text = answer(question, usual) { text in
      if unit == .share, text.last != "%", Double(text) != nil { return Wording.sayPercent(text) }
      guard let (_, value) = Self.stated(plain(text), unit) else {
        if text.contains(",") { return Wording.noCommas }
        return Wording.notThat(QuantityText.example(of: unit, currency: "USD"))
      }
      if value > most || value < 0 { return Wording.notBetween(most) }
      return isAboveZero && value == 0 ? Wording.notZero : nil
    }
    return text.map { $0 == usual ? usual : Self.stated(plain($0), unit)?.text ?? $0 }
  }

  /// An answer with the unit that was asked for, as far as it says none, and its value.
  private static func stated(_ text: String, _ unit: Unit) -> (text: String, value: Double)? {
    let wanted = unit.text(currency: "USD")
    var spellings = [text, "\(text) \(wanted)"]
    if unit.isMoney {
      let rest = wanted.dropFirst(3)
      spellings = [text, "\(text)\(rest)", "$\(text)\(rest)", "$\(text)"]
    } else if unit == .one / .month {
      spellings = [text, "\(text) / month"]
    }
    for spelling in spellings {
      let value = QuantityText.value(spelling, of: "answer", in: unit, currency: "USD")
      if case .success(let value) = value { return (spelling, value) }
    }
    return nil
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
    // Three digits tell them apart, however short the time.
    func text(_ number: Double) -> String {
      var step = 0.1
      while number < 100 * step, step > 1e-9 { step /= 10 }
      return "\((number / step).rounded() * step) min"
    }
    return (minutes, text(value * 2 / 3), text(value * 1.5))
  }
}
