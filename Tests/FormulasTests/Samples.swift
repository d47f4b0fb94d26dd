import Formulas
import Testing

/// A formula to hold the readings to their laws with, and where its inputs range.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let formula: Formula
  /// For each input that the formula mentions, by name.
  let box: [String: ClosedRange<Double>]

  init(_ name: String, _ box: [String: ClosedRange<Double>], _ formula: Formula) {
    self.name = name
    self.box = box
    self.formula = formula.named("result")
  }

  var testDescription: String { name }
}

private let x = Formula.input("x", unit: .one)
private let y = Formula.input("y", unit: .one)
private let z = Formula.input("z", unit: .one)
private let w = Formula.input("w", unit: .one)
private let positive = ["x": 0.5...4, "y": 0.1...9, "z": 1...2.0]
private let signed = ["x": -3...3, "y": -2...5, "z": -1...1.0]

/// All operations, alone and inside each other, in places where each is smooth, kinked or undefined.
let samples: [Sample] = [
  Sample("a sum of differences", signed, (x + y - z) - (x - y) + 3),
  Sample("a product of sums", signed, (x + y) * (y - z) * x),
  Sample("a quotient of products", positive, x * y / (y * z)),
  Sample("nested quotients", positive, x / (y / z) / (x + 1)),
  Sample("a quotient whose divisor meets 0", signed, x / y),
  Sample("a quotient whose divisor starts at 0", ["x": 1...2, "y": 0...1], x / y),
  Sample("a sum of many", positive, .sum([x, y * 2, z, x * z], unit: .one)),
  Sample("a sum of one", positive, .sum([x * y], unit: .one) * 2),
  Sample("the smaller and the larger", signed, .min(x * 2, y) * .max(z, x - y) + .max(x, 0)),
  Sample("rounded down and up", signed, .floor(x * 3) + .ceil(y / 2 + 0.25) * z),
  Sample("powers", positive, .pow(x + y, z) + .pow(x, 2) * 3 - .pow(2, y - 1)),
  Sample("a power of 0", ["x": 0...1, "y": 0...2], .pow(x, 2) + .pow(x, y)),
  Sample("exp of log", positive, .exp(.log(x * y) * z) + .exp(0 - x)),
  Sample("a logarithm that may not exist", signed, .log(x + y) + z),
  Sample("an exponential that overflows", ["x": 600...800], .exp(x)),
  Sample("a product that overflows", ["x": 1e150...1e154, "y": 1e150...4e154], x * y - x),
  Sample("the normal distribution", signed, .normalCDF((x - y) / 2) * .normalCDF(z) + x),
  Sample(
    "comparisons as numbers", signed,
    x.isLess(than: y) * 2 + y.isAtMost(z + 1) * x - x.isAtLeast(z)),
  Sample(
    "a comparison of comparisons", signed,
    x.isLess(than: y).isLess(than: z.isAtMost(x)) + 1),
  Sample(
    "a selection", signed, .select(x.isLess(than: y), then: x * 2, otherwise: y + z) * x + 1),
  Sample(
    "selections inside each other", signed,
    .select(
      x.isAtMost(0), then: .select(y.isLess(than: 0), then: z, otherwise: x - z) * 3,
      otherwise: .select(z.isLess(than: x), then: x * y, otherwise: 7) / 2) - x),
  Sample(
    "a selection that keeps clear of what is undefined", signed,
    .select(x.isAtMost(0), then: 0, otherwise: .log(x) / x)),
  Sample(
    "a selection that falls to nothing", signed,
    .select(x.isAtMost(y), then: x, otherwise: .undefined(because: "x lies above y")) + 1),
  Sample(
    "named steps, converted", ["minutes": 1...90, "rate": 20...60, "share": 0.5...1],
    (Formula.input("minutes", unit: .minute) * .input("rate", unit: .money / .hour))
      .named("work", "", .money) / Formula.input("share", unit: .share)),
  Sample(
    "one name under another", positive,
    (x + y).named("both").named("again") * (x + y).named("both") - z),
  Sample(
    "a tool's busy seconds", ["x": 0.2...2, "y": 2.5...9, "z": 4...20.0],
    busySeconds(median: x, p95: y, timeout: z)),
  Sample(
    "a queue whose callers leave", ["x": 0.5...60, "y": 0.3...0.99, "z": 0...2, "w": 0.01...3],
    queue(load: x, level: y, wait: z, leaving: w)),
  Sample(
    "a queue whose callers wait", ["x": 0.5...60, "y": 0.3...0.99, "z": 0...2],
    queue(load: x, level: y, wait: z, leaving: 0)),
  Sample(
    "a queue that may not exist", ["x": -3...30, "y": 0.5...1.2, "z": -0.1...1, "w": -0.2...1],
    queue(load: x, level: y, wait: z, leaving: w)),
  Sample(
    "too few agents", ["x": 1...30, "y": 0...20, "z": 0...1, "w": 0.1...4],
    .erlangLate(load: x, agents: .floor(y), wait: z, leaving: w) + x),
]

/// The agents that keep a service level, and what it is then.
private func queue(load: Formula, level: Formula, wait: Formula, leaving: Formula) -> Formula {
  let agents = Formula.erlangAgents(load: load, level: level, wait: wait, leaving: leaving)
    .named("agents needed")
  let late = Formula.erlangLate(load: load, agents: agents, wait: wait, leaving: leaving)
  return agents + load + late
}

/// E[min(X, T)] of a lognormal X, the hardest formula of the model.
private func busySeconds(median: Formula, p95: Formula, timeout: Formula) -> Formula {
  let sigma = (Formula.log(p95 / median) / 1.6448536269514727).named("sigma")
  let z = (Formula.log(timeout / median) / sigma).named("z score")
  let late = Formula.normalCDF(0 - z).named("late")
  return median * .exp(sigma * sigma / 2) * .normalCDF(z - sigma) + timeout * late
}
