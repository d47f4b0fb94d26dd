import Formulas
import Testing
import UnitEconomics

@Suite("A tornado is the figure at both ends of each input alone")
struct TornadoTests {
  private func tornado(_ output: String, _ scenario: Scenario) throws -> Tornado {
    try #require(try Standpoint(CostModel(scenario)).tornado(of: output))
  }

  @Test("every bar's ends are the point readings there, bit for bit")
  func ends() throws {
    let model = try CostModel(scenario())
    for output in ["grossMargin", "workers"] {
      let tornado = try tornado(output, model.scenario)
      #expect(tornado.bars.count == model.scenario.inputs.count)
      for bar in tornado.bars {
        for (value, reading) in [(bar.span.low, bar.atLow), (bar.span.high, bar.atHigh)] {
          let change = Stress.Change(path: bar.input.path, kind: .set, amount: value)
          #expect(try reading.value == model.figure(output, [change]), "\(bar.input.path)")
        }
      }
    }
  }

  @Test("random models too, with an end that has no value said to have none")
  func randomEnds() throws {
    for case .success(let model) in randomModels.prefix(6) {
      let tornado = try tornado("costPerCompletedTask", model.scenario)
      for bar in tornado.bars {
        let change = Stress.Change(path: bar.input.path, kind: .set, amount: bar.span.high)
        let figure = try model.figure("costPerCompletedTask", [change])
        #expect(bar.atHigh.value == (figure.isNaN ? nil : figure))
        #expect(bar.atHigh.value != nil || bar.atHigh.reason?.isEmpty == false)
      }
    }
  }

  @Test(
    "a range is the stated one, else a tenth: of a share the tenth of the smaller part",
    arguments: [
      ("humanReview.handleTime.ambiguity", 6, 18, InputSpan.Basis.stated),
      ("humanReview.rate", 34.2, 41.8, .assumed),
      ("outcomes.wrongDetected", 0.56, 0.64, .assumed),
      ("tools.crm.availability", 0.99945, 0.99955, .assumed),
      // Something is divided by it, so its rest means nothing.
      ("humanReview.occupancy", 0.72, 0.88, .assumed),
      ("tools.billing.availability", 1, 1, .assumed),
      ("inference.calls.triage.growth", 0, 0, .assumed),
      ("tools.billing.maxRetries", 0, 2, .oneStep), ("outcomes.maxAttempts", 1, 3, .oneStep),
    ])
  func spans(path: String, low: Double, high: Double, basis: InputSpan.Basis) throws {
    let tornado = try tornado("grossMargin", scenario())
    let bar = try #require(tornado.bars.first { $0.input.path == path })
    #expect(isNear(bar.span.low, low) && isNear(bar.span.high, high))
    #expect(bar.span.basis == basis)
  }

  @Test("a whole number at the end of what it can be goes one way only")
  func wholeEnd() throws {
    let tornado = try tornado("grossMargin", scenario(["tools.billing.maxRetries": 0]))
    let bar = try #require(tornado.bars.first { $0.input.path == "tools.billing.maxRetries" })
    #expect(bar.span.low == 0 && bar.span.high == 1)
    #expect(bar.atLow.value == tornado.base)
    #expect(bar.atHigh.value != tornado.base)
  }

  @Test("bars are ranked by how far the figure was seen to go, and each input is counted once")
  func ranking() throws {
    let tornado = try tornado("costPerCompletedTask", scenario())
    for (wider, narrower) in zip(tornado.bars, tornado.bars.dropFirst()) {
      #expect(wider.swing >= narrower.swing * (1 - 1e-6))
    }
    let parts = [tornado.moving, tornado.still, tornado.unmoved]
    #expect(parts.reduce(0) { $0 + $1.count } == tornado.bars.count)
    #expect(Set(parts.joined().map(\.input.path)).count == tornado.bars.count)
    // What customers pay is no cost.
    #expect(tornado.still.contains { $0.input.path == "plans.growth.platformFee" })
    #expect(tornado.unmoved.contains { $0.input.path == "inference.calls.triage.growth" })
  }

  @Test("the swing counts the base case where both ends lie on one side of it")
  func oneSided() throws {
    // The kicker of $0.05 is lost above the rate of 92.6 %, and nothing happens below.
    let tornado = try tornado("grossMargin", scenario())
    let path = "plans.growth.successKicker.aboveTSR"
    let bar = try #require(tornado.bars.first { $0.input.path == path })
    #expect(bar.atLow.value == tornado.base)
    #expect(bar.swing == tornado.base - (bar.atHigh.value ?? .nan))
  }

  @Test("an end where the latencies contradict each other has no value, and a reason")
  func undefinedEnd() throws {
    let tornado = try tornado("grossMargin", scenario(["tools.crm.latency.p95": 0.41]))
    let bar = try #require(tornado.bars.first { $0.input.path == "tools.crm.latency.p50" })
    #expect(bar.atHigh.value == nil && bar.atHigh.reason?.isEmpty == false)
    #expect(bar.atLow.value != nil && bar.movesFigure)
  }

  @Test("under a stress inputs stand where it leaves them, and whole numbers shape the model")
  func underStress() throws {
    let stress = Stress(
      name: "worse",
      changes: [
        .init(path: "outcomes.escalation.ambiguity", kind: .multiply, amount: 2),
        .init(path: "tools.crm.maxRetries", kind: .set, amount: 0),
      ])
    let model = try CostModel(scenario())
    let standpoint = try Standpoint(model, under: stress)
    let tornado = try #require(try standpoint.tornado(of: "grossMargin"))
    #expect(try tornado.base == model.figure("grossMargin", stress.changes))
    for bar in tornado.bars {
      let change = Stress.Change(path: bar.input.path, kind: .set, amount: bar.span.low)
      #expect(try bar.atLow.value == model.figure("grossMargin", stress.changes + [change]))
    }
    let rate = try #require(
      tornado.bars.first { $0.input.path == "outcomes.escalation.ambiguity" })
    #expect(rate.input.value == 0.05 && isNear(rate.span.high, 0.055))
  }

  @Test("what has no value, and what is no figure, has no tornado")
  func nothing() throws {
    let noPlan = try Standpoint(
      CostModel(
        scenario { scenario, _ in
          scenario.plans = []
          scenario.chosenPlan = nil
        }))
    #expect(try noPlan.tornado(of: "grossMargin") == nil)
    #expect(try noPlan.tornado(of: "no.such") == nil)
  }
}
