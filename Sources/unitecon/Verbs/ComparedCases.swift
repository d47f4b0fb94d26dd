import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

/// Two cases to be compared, and what is said of them both.
struct ComparedCases {
  var before: Comparison.Side
  var after: Comparison.Side
  /// The drivers, where the later case was made from the earlier by statements.
  var stated: [Driver] = []
  var warnings: [String] = []
}

extension ComparedCases {
  /// The two cases that the command line names.
  init(_ invocation: Invocation) throws {
    let files = invocation.operands
    let settings = invocation.all(Flags.set)
    switch (files.count, invocation[Flags.stress]) {
    case (2, nil): self = try ComparedCases(files, invocation)
    case (1, let name?):
      let subject = try Subject.load(invocation)[0].packed(besideOwn: invocation.has(Flags.pack))
      guard let stress = try subject.stress(named: name),
        let reading = subject.reading.stresses.first(where: { $0.stress == name })
      else { throw UsageError(Wording.twoCases, verb: invocation.verb) }
      self.init(
        before: .init("base case", "in the base case", subject, subject.reading.base),
        after: .init(name, "under \(name)", subject, reading),
        stated: stress.drivers(in: subject.reading.model.scenario))
    case (1, nil) where !settings.isEmpty:
      let (plain, set) = try Subject.loadBothWays(files[0], invocation)
      self.init(
        before: .init("as stated", "as stated", plain, plain.reading.base),
        after: .init("with settings", "with the settings", set, set.reading.base),
        stated: plain.reading.model.scenario.drivers(
          to: set.reading.model.scenario,
          settings: settings.map { text in
            (text, InputPath.normal(text.prefix { $0 != "=" }.trimmingBlanks))
          }))
    default: throw UsageError(Wording.twoCases, verb: invocation.verb)
    }
  }

  /// Two files, the earlier first.
  init(_ files: [String], _ invocation: Invocation) throws {
    let subjects = try Subject.load(invocation, files: files)
    let names = Self.names(of: files)
    let sides = zip(names, subjects).map { name, subject in
      Comparison.Side(name, "in \(name)", subject, subject.reading.base)
    }
    self.init(before: sides[0], after: sides[1])
    try convert()
    let units = [before, after].map(\.subject.reading.model.scenario.workUnit.name)
    if units[0] != units[1] { warnings.append(Wording.unlikeTasks(units[0], units[1])) }
  }

  /// The files' names without folder and extension, or in full where they would be the same.
  private static func names(of files: [String]) -> [String] {
    let names = files.map { file -> String in
      if file == "-" { return "standard input" }
      return fileStem(of: file) ?? file
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

  /// What is compared where nobody says: what a completed task costs, or the gross margin where that alone differs.
  private var usualOutput: Output {
    func differs(_ output: Output) -> Bool {
      let values = [before, after].map { $0.reading.values[output].value }
      return values.allSatisfy { $0 != nil } && values[0] != values[1]
    }
    return !differs(.costPerCompletedTask) && differs(.grossMargin)
      ? .grossMargin : .costPerCompletedTask
  }

  /// - Parameter output: what is compared; the usual figure where nil.
  func comparison(of output: String?, by grouping: Grouping?) throws -> Comparison {
    let output = output ?? usualOutput.rawValue
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
