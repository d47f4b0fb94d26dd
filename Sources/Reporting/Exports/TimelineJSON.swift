import RunLogs
import UnitEconomics

extension JSON {
  /// The runs of one task, or one of them, with every step; units are in the names, tokens aside.
  public static func timeline(_ answer: TimelineAnswer, program: Program) -> JSON {
    [
      "version": 1,
      "program": .string("\(program.name) \(program.version)"),
      "asked": .string(answer.name),
      "files": .array(answer.measure.measurement.files.map { .string($0.name) }),
      "priceBook": answer.measure.book.map { book in
        ["name": .string(book.name), "sha256": .string(book.sha256)]
      } ?? nil,
      "currency": .string(MeasureAnswer.currency),
      "runs": .array(answer.runs.map { $0.json(answer) }),
      "total": .array(answer.total.facts(answer.captured).map(\.json)),
    ]
  }

  fileprivate static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? nil }
  fileprivate static func figure(_ value: Double?) -> JSON { value.map { .number($0) } ?? nil }
  fileprivate static func seconds(_ nanoseconds: Int64?) -> JSON {
    figure(nanoseconds.map { Double($0) / 1e9 })
  }
}

extension RunTimeline {
  fileprivate func json(_ answer: TimelineAnswer) -> JSON {
    [
      "trace": .text(trace), "task": .text(task), "agent": .text(agent),
      "version": .text(version), "model": .text(model), "began": .text(began),
      "seconds": .seconds(runtime), "outcome": .text(outcome?.rawValue),
      "reason": .text(
        outcome == nil || outcome == .success ? nil : (reason ?? .unexplained).rawValue),
      "file": .string(answer.file(file)), "line": .number(Double(line)),
      "chain": chain.map { chain in
        .array(
          answer.states(chain).map { link, state in
            [
              "link": .string("\(link)"), "state": .string(state.rawValue),
              "gaps": .members(
                chain.gaps.filter { $0.key.link == link }
                  .sorted { $0.key.rawValue < $1.key.rawValue }
                  .map { ("\($0.key)", .number(Double($0.value))) }),
            ]
          })
      } ?? nil,
      "steps": .array(steps.map { $0.json(answer) }),
      "total": .array(tally.facts(answer.captured).map(\.json)),
    ]
  }
}

extension RunTimeline.Step {
  fileprivate func json(_ answer: TimelineAnswer) -> JSON {
    [
      "depth": .number(Double(depth)), "kind": .string(kind.rawValue), "name": .string(name),
      "at": .seconds(offset), "seconds": .seconds(duration),
      "usage": .text(fate.word.isEmpty ? nil : fate.word),
      "tokens": usage.map { usage in
        .members(usage.parts.map { ($0.name, .number(Double($0.count))) })
      } ?? nil,
      "recorded": .figure(recorded?.value), "computed": .figure(computed?.value),
      "isError": .bool(isError), "error": .text(error), "outcome": .text(outcome?.rawValue),
      "given": .text(given), "answered": .text(answered),
      "file": .string(answer.file(file)), "line": .number(Double(line)),
    ]
  }
}
