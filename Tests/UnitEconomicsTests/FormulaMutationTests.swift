import TestSupport
import Testing
import UnitEconomics

@testable import Formulas

@Suite("Worked figures notice slips in formulas")
struct FormulaMutationTests {
  @Test("Every figure of every case is the exact one", arguments: WorkedFigures.all.indices)
  func exact(index: Int) throws {
    let worked = try WorkedFigures.all[index].get()
    for stated in worked.cases {
      let wrong = stated.expected.indices.filter {
        !worked.isRight(stated.values.numbers[$0], at: $0, in: stated)
      }
      for position in wrong {
        let path = worked.model.graph.nodes[position].label?.path ?? ""
        Issue.record("\(path) in \(stated.name) is \(stated.values.numbers[position])")
      }
    }
    let graph = worked.model.graph
    for (path, unit) in worked.units {
      let own = graph.nodes[graph.positions[path]!].unit
      #expect(own.text(currency: worked.model.scenario.currency) == unit, "\(path)")
    }
  }

  /// Slips that matter, that no worked figure notices, and what does.
  static let noticedElsewhere = [
    "second alone in plans.*.revenue × 0": "a plan without a payment fee"
  ]

  @Test("of every slip that a step invites one is noticed, or it changes nothing")
  func slips() throws {
    let slips = try SlipSurvey(WorkedFigures.all.map { try $0.get() })
    let unnoticed = slips.all.subtracting(slips.noticed)
    let harmful = unnoticed.intersection(slips.harmful)
    for place in harmful where Self.noticedElsewhere[place] == nil {
      Issue.record("nothing notices: \(place)")
    }
    for place in Self.noticedElsewhere.keys where !harmful.contains(place) {
      Issue.record("it is noticed, or there is no such step: \(place)")
    }
    #expect(slips.all.count > 2500)
    #expect(Double(slips.noticed.count) > 0.98 * Double(slips.all.count))
  }
}

/// What becomes of each slip, by its place in the code.
struct SlipSurvey {
  private(set) var all: Set<String> = []
  /// Those that a worked figure of some scenario tells of.
  private(set) var noticed: Set<String> = []
  /// Of the others, those that change a named figure somewhere around some scenario.
  private(set) var harmful: Set<String> = []

  init(_ scenarios: [WorkedFigures]) throws {
    var unnoticed: [(place: String, mutant: FormulaMutant, worked: WorkedFigures)] = []
    for worked in scenarios {
      let graph = worked.model.graph
      var places = FormulaPlaces(graph)
      for position in graph.nodes.indices {
        for mutant in FormulaMutant.all(of: graph, at: position) {
          let place = places.place(of: mutant)
          all.insert(place)
          guard !noticed.contains(place) else { continue }
          let isNoticed = worked.cases.contains { stated in
            mutant.isNoticed(in: stated.values) { !worked.isRight($1, at: $0, in: stated) }
          }
          if isNoticed { noticed.insert(place) } else { unnoticed.append((place, mutant, worked)) }
        }
      }
    }
    var elsewhere: [String: [Values]] = [:]
    for (place, mutant, worked) in unnoticed
    where !noticed.contains(place) && !harmful.contains(place) {
      let around = elsewhere[worked.name] ?? worked.around()
      elsewhere[worked.name] = around
      let matters = around.contains { values in
        mutant.isNoticed(in: values) { position, number in
          worked.model.graph.nodes[position].label != nil
            && !isNear(number, values.numbers[position], within: 1e-9)
            && !(number.isNaN && values.numbers[position].isNaN)
        }
      }
      if matters { harmful.insert(place) }
    }
  }
}

extension WorkedFigures {
  /// The scenario with all its inputs elsewhere in what they can be, none and all of it among them.
  fileprivate func around() -> [Values] {
    var seed = Seed(7)
    return (0..<60).map { _ in
      let point = zip(model.graph.inputPaths, model.point()).map { path, value in
        let domain = model.scenario.inputs[path]?.domain ?? .any
        guard !domain.isWhole else { return value }
        let drawn = seed.number(0...1) < 0.15 ? domain.low : value * seed.number(0.2...4)
        let held = domain.held(drawn)
        return domain.contains(held) || domain.mayExceedUnderStress ? held : value
      }
      return model.graph.values(at: point)
    }
  }
}
