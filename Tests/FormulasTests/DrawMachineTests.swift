import Formulas
import Machine
import Testing

@Suite("A draw is the same number whatever stretch it is made in, whoever makes it")
struct DrawMachineTests {
  /// Draws of a plan on an engine.
  static func draws(
    _ plan: DrawPlan, _ range: Range<UInt64>, on engine: BlockEngine = .portable
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: range.count) { buffer, count in
      withUnsafePointer(to: plan) {
        engine.draw($0, range.lowerBound, range.count, to: buffer.baseAddress!)
      }
      count = range.count
    }
  }

  static let uniform = DrawPlan(.uniform, seed: 5, stream: 99, 0, 1, within: 0...1)

  @Test("a uniform draw is the generator's share of that number")
  func shares() {
    let draws = Self.draws(Self.uniform, 1001..<2002)
    for (offset, draw) in draws.enumerated() {
      #expect(draw == Philox.share(draw: UInt64(1001 + offset), stream: 99, seed: 5))
    }
  }

  @Test("any stretch, and every engine", arguments: Machine.engines)
  func stretches(engine: BlockEngine) {
    var plans = [
      Self.uniform, DrawPlan(.normal, seed: 5, stream: 1, 3, 2, within: -90...90),
      DrawPlan(.lognormal, seed: 5, stream: 2, 0.5, 0.7, within: 0...90),
      DrawPlan(.triangular, seed: 5, stream: 3, 2, 9, 4, within: 2...9),
    ]
    plans += plans.map { plan in
      var plan = plan
      plan.source = .latin
      plan.replicateBits = 8
      return plan
    }
    for plan in plans {
      let whole = Self.draws(plan, 0..<1500)
      for range in [0..<1, 1..<2, 3..<300, 255..<258, 511..<1500, 1498..<1500] as [Range<UInt64>] {
        let part = Self.draws(plan, range, on: engine)
        #expect(part == Array(whole[Int(range.lowerBound)..<Int(range.upperBound)]))
      }
    }
  }

  @Test(
    "a normal draw is the quantile of its share to the last bit, in the middle as in the tails",
    arguments: Machine.engines)
  func normals(engine: BlockEngine) {
    let plan = DrawPlan(.normal, seed: 8, stream: 4, 0, 1, within: -90...90)
    let draws = Self.draws(plan, 1..<40_000, on: engine)
    var tails = 0
    for (offset, draw) in draws.enumerated() {
      let share = Philox.share(draw: UInt64(1 + offset), stream: 4, seed: 8)
      #expect(draw == Elementary.normalQuantile(share))
      tails += min(share, 1 - share) < 0.075 ? 1 : 0
    }
    // Enough of both, or the test would show nothing.
    #expect(abs(tails - 6000) < 300)
  }

  @Test(
    "a triangular draw lies on the side of the mode that its share is on",
    arguments: Machine.engines)
  func triangles(engine: BlockEngine) {
    let plan = DrawPlan(.triangular, seed: 8, stream: 4, 2, 9, 4, within: 2...9)
    for (draw, value) in Self.draws(plan, 0..<2000, on: engine).enumerated() {
      let share = Philox.share(draw: UInt64(draw), stream: 4, seed: 8)
      let wanted =
        share < 2.0 / 7 ? 2 + (share * 14).squareRoot() : 9 - ((1 - share) * 35).squareRoot()
      #expect(abs(value - wanted) < 1e-14)
    }
  }

  @Test("far draws are as good as near ones")
  func far() {
    let start: UInt64 = 1 << 40 | 1
    let draws = Self.draws(Self.uniform, start..<start + 5)
    for (offset, draw) in draws.enumerated() {
      #expect(draw == Philox.share(draw: start + UInt64(offset), stream: 99, seed: 5))
    }
  }
}
