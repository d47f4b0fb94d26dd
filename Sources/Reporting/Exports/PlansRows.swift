import Formulas
import UnitEconomics

/// Writes a comparison of plans as CSV, one fact a row, as it goes: with curves of many customers on
/// many plans the rows are hundreds of thousands.
///
/// | column | holds |
/// |---|---|
/// | scenario, file, case | which figures; `base` or the stress |
/// | section | choice, plan, customer, check, cheapest, crossover, fall, kicker, curve, lead, overtaking, breakEven, lever, frontier |
/// | plan, segment | whose figure |
/// | of | the check, the lever, or the plan that is overtaken |
/// | figure, at, atUnit | what it is, and where on the way: a factor, tasks a month, a fee |
/// | value, unit | the number in full precision, and what it counts |
/// | text | what stands there where that is no number, or why there is none |
/// | settings | what `--set` replaced |
public struct PlansRows {
  private let answer: PlansAnswer
  private let csv: CSVRenderer
  /// What every row begins and ends with.
  private var head: [UInt8] = []
  private var end: [UInt8] = []

  public init(_ answer: PlansAnswer, csv: CSVRenderer) {
    self.answer = answer
    self.csv = csv
    csv.writeFields([.text(answer.scenario.name), .text(answer.subject.file)], into: &head)
    csv.writeFields(
      [.empty, .text(answer.subject.settings.joined(separator: "; "))], into: &end)
    csv.endRow(&end)
  }

  /// Every row in order, a stretch of bytes at a time.
  public func write<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes: [UInt8] = []
    csv.writeHead(
      [
        "scenario", "file", "case", "section", "plan", "segment", "of", "figure", "at", "atUnit",
        "value", "unit", "text", "settings",
      ].map { Column($0) }, into: &bytes)
    func pass(ifOver size: Int) throws(Failure) {
      guard bytes.count > size else { return }
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    for fact in answer.factsBeforeCurves {
      write(fact, into: &bytes)
      try pass(ifOver: Self.stretch)
    }
    let places = places
    for track in answer.curveTracks {
      write(track, places, into: &bytes)
      try pass(ifOver: Self.stretch)
    }
    for fact in answer.factsAfterCurves { write(fact, into: &bytes) }
    try pass(ifOver: 0)
  }

  private static let stretch = 1 << 18

  private func write(_ fact: PlanFact, into bytes: inout [UInt8]) {
    bytes += head
    write(
      [fact.place, fact.section, fact.plan, fact.segment, fact.of, fact.figure], into: &bytes)
    bytes.append(csv.delimiterByte)
    if let at = fact.at { csv.write(at.value, into: &bytes) }
    write([fact.at?.unit ?? ""], into: &bytes)
    bytes.append(csv.delimiterByte)
    if let value = fact.reading.value { csv.write(value, into: &bytes) }
    write([fact.unit, fact.reading.reason ?? ""], into: &bytes)
    bytes += end
  }

  /// Fields behind others.
  private func write(_ texts: [String], into bytes: inout [UInt8]) {
    for text in texts {
      bytes.append(csv.delimiterByte)
      csv.write(text, into: &bytes)
    }
  }

  /// The factors of the curves with their unit, as every curve repeats them.
  private var places: [[UInt8]] {
    (answer.curves?.factors ?? []).map { factor in
      var bytes: [UInt8] = []
      csv.write(factor, into: &bytes)
      write(["×"], into: &bytes)
      bytes.append(csv.delimiterByte)
      return bytes
    }
  }

  private func write(_ track: CurveTrack, _ places: [[UInt8]], into bytes: inout [UInt8]) {
    var start = head
    let scale = answer.curves?.scale.rawValue ?? ""
    write(
      [answer.shownName, "curve", track.plan, track.segment, scale, track.figure], into: &start)
    start.append(csv.delimiterByte)
    func rest(_ reason: String) -> [UInt8] {
      var rest: [UInt8] = []
      write([track.unit, reason], into: &rest)
      return rest + end
    }
    let (known, missing) = (rest(""), rest("it has no value there"))
    for (place, number) in zip(places, track.numbers) {
      bytes += start
      bytes += place
      csv.write(number, into: &bytes)
      bytes += number.isFinite ? known : missing
    }
  }
}
