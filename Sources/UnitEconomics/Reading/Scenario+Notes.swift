import Formulas

// What the formulas themselves hold back where a stress asks for more than there is.
extension Scenario {
  func notes(on values: Values) -> [String] {
    outcomeNotes(values) + inference.calls.flatMap { call in notes(on: call, values) }
      + planNotes(on: values)
  }

  private func outcomeNotes(_ values: Values) -> [String] {
    guard let stated = values["statedEscalation"]?.value,
      let wrong = values[outcomes.wrongResult.path]?.value
    else { return [] }
    if stated > 1 {
      return [
        "the escalation rates would add up to \(text(stated, .share)) "
          + "and are scaled to 100 %; no task is left to end in a wrong result"
      ]
    }
    return held("wrong results", wrong, 1 - stated, .share, "are", "what escalations leave")
  }

  private func notes(on call: ModelCall, _ values: Values) -> [String] {
    var notes: [String] = []
    if let read = values[call.cacheRead.path]?.value,
      let write = values[call.cacheWrite.path]?.value
    {
      notes += held(call.cacheRead.path, read, 1 - write, .share, "is", "what cache writes leave")
    }
    if let path = call.reasoning?.path, let reasoning = values[path]?.value,
      let output = values[call.output.path]?.value
    {
      notes += held(path, reasoning, output, call.output.unit, "is", "all output")
    }
    return notes
  }

  /// A note where a value is above what there is, and by more than rounding.
  private func held(
    _ subject: String, _ wanted: Double, _ most: Double, _ unit: Unit, _ verb: String,
    _ why: String
  ) -> [String] {
    guard text(wanted, unit) != text(most, unit), wanted > most else { return [] }
    return [
      "\(subject) would be \(text(wanted, unit)) and \(verb) held at \(text(most, unit)), "
        + "which is \(why)"
    ]
  }

  private func text(_ value: Double, _ unit: Unit) -> String {
    unit.stated(value, currency: currency)
  }
}
