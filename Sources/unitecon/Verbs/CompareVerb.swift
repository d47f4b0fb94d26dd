import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let compareVerb = Verb(
    "compare", .answers, "why do two scenarios differ, driver by driver?",
    usage: "compare FILE FILE | FILE --stress STRESS | FILE --set PATH=VALUE [flags]",
    details: """
      Bridges a figure from one case to another: from one file to the next, from the base case to a \
      stress, or from a file as it stands to the same with settings. The difference is split among \
      the drivers by their Shapley values: what a driver adds, averaged over all orders in which the \
      drivers could have changed, so that no order is preferred and the shares add up to the \
      difference. Tools, segments, plans or charges that only one of the files has are drivers too. \
      Below stand the cost components, the main figures side by side, and the checks that changed \
      their verdict. With two files or a stress, --set applies to both sides.
      """,
    examples: [
      "unitecon compare september.json5 october.json5",
      "unitecon compare Scenarios/support-ticket.json5 --stress both",
      "unitecon compare ticket.json5 --set 'humanReview.rate=$45/h' --of grossMargin",
    ],
    flags: [
      Flags.stress, Flags.pack, Flags.of, Flags.by,
    ] + Flags.ofInputs
  ) { invocation in
    let destination = try Destination(invocation)
    let cases = try Cases(invocation)
    let comparison = try cases.comparison(
      of: invocation[Flags.of] ?? Output.costPerCompletedTask.rawValue,
      by: invocation[Flags.by].flatMap(Grouping.init(rawValue:)))
    try destination.write(
      report: { .compare(comparison, program: .this) },
      table: { .compareFacts(comparison) },
      json: { .compare(comparison, program: .this) })
    return .done
  }
}

/// The two cases that the command line names.
private struct Cases {
  var before: Comparison.Side
  var after: Comparison.Side
  /// The drivers, where the later case was made from the earlier by statements.
  var stated: [Driver] = []
  var warnings: [String] = []

  init(_ invocation: Invocation) throws {
    let files = invocation.operands
    let settings = invocation.all(Flags.set)
    switch (files.count, invocation[Flags.stress]) {
    case (2, nil):
      let subjects = try Subject.load(invocation)
      let names = Self.names(of: files)
      before = Comparison.Side(
        names[0], "in \(names[0])", subjects[0], subjects[0].reading.base)
      after = Comparison.Side(
        names[1], "in \(names[1])", subjects[1], subjects[1].reading.base)
      try convert()
      let units = [before, after].map(\.subject.reading.model.scenario.workUnit.name)
      if units[0] != units[1] { warnings.append(Wording.unlikeTasks(units[0], units[1])) }
    case (1, let name?):
      let subject = try Subject.load(invocation)[0].packed(besideOwn: invocation.has(Flags.pack))
      guard let stress = try subject.stress(named: name),
        let reading = subject.reading.stresses.first(where: { $0.stress == name })
      else { throw UsageError(Wording.twoCases, verb: invocation.verb) }
      before = Comparison.Side("base case", "in the base case", subject, subject.reading.base)
      after = Comparison.Side(name, "under \(name)", subject, reading)
      stated = stress.drivers(in: subject.reading.model.scenario)
    case (1, nil) where !settings.isEmpty:
      let (plain, set) = try Subject.loadBothWays(files[0], invocation)
      before = Comparison.Side("as stated", "as stated", plain, plain.reading.base)
      after = Comparison.Side("with settings", "with the settings", set, set.reading.base)
      stated = plain.reading.model.scenario.drivers(
        to: set.reading.model.scenario,
        settings: settings.map { text in
          (text, InputPath.normal(text.prefix { $0 != "=" }.trimmingBlanks))
        })
    default: throw UsageError(Wording.twoCases, verb: invocation.verb)
    }
  }

  /// The files' names without folder and extension, or in full where they would be the same.
  private static func names(of files: [String]) -> [String] {
    let names = files.map { file -> String in
      if file == "-" { return "standard input" }
      let name = file.split(separator: "/").last ?? Substring(file)
      let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
      return stem.isEmpty ? file : String(stem)
    }
    return names[0] == names[1] ? files : names
  }

  /// Brings the later scenario's money into the earlier one's currency.
  private mutating func convert() throws {
    let (home, other) = (
      before.subject.reading.model.scenario, after.subject.reading.model.scenario
    )
    guard home.currency != other.currency else { return }
    guard let rate = home.rate(for: other) else {
      throw NoAnswer([
        .error(
          Wording.unlikeMoney(home.currency, other.currency),
          help: Wording.stateRate(home.currency, other.currency))
      ])
    }
    let converted = other.converted(to: home.currency, at: rate)
    let subject = Subject(
      reading: try ScenarioReading(converted), file: after.subject.file,
      sources: after.subject.sources, settings: after.subject.settings)
    let worth = QuantityText.text(rate, in: .money, currency: home.currency)
    warnings.append(Wording.converted(after.place, other.currency, worth))
    after = Comparison.Side(after.label, after.place, subject, subject.reading.base)
  }

  func comparison(of output: String, by grouping: Grouping?) throws -> Comparison {
    for side in [before, after] {
      guard let reading = side.reading.values[output] else {
        throw NoAnswer.unknownFigure(output, in: side.subject)
      }
      if let reason = reading.reason {
        throw NoAnswer([.error(Wording.noValue(output, side.place, reason))])
      }
    }
    let grouping = grouping ?? (stated.isEmpty ? .group : .statement)
    guard
      let bridge = try Bridge(
        of: output, from: before.reading, to: after.reading, by: grouping, stated: stated)
    else { throw NoAnswer([.error(Wording.noFigure(output, after.subject.file))]) }
    return Comparison(before, after, bridge, warnings: warnings)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
